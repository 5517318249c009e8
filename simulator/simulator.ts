/**
 * A stand-in for postpress: its API and its webhook sender over one world. Demo, browser tests and load tests use this; nothing in the
 * product does.
 */
import { randomBytes } from "node:crypto";
import { createServer } from "node:http";
import type { Server } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { createApi } from "./api";
import { webhookHandlers } from "./api-webhooks";
import type { ApiOptions } from "./api";
import type { DemoRun } from "./demo/demo-run";
import { startDemo } from "./demo/demo-run";
import { happeningKinds } from "./demo/life";
import { createHooks } from "./hooks";
import type { Hooks } from "./hooks";
import type { Ledger, LedgerEntry } from "./ledger";
import { createRandom } from "./random";
import type { Encoding, Sendable } from "./webhook-body";
import { createWebhookSender } from "./webhook-sender";
import type { WebhookSender, WebhookTarget } from "./webhook-sender";
import type { World } from "./world";
import { createWorld } from "./world";

export type SimulatorOptions = WebhookTarget & {
  host?: string;
  /** 0 takes a free one */
  port?: number;
  apiKey?: string;
  seed?: string;
  now?: () => number;
  /** fills the world with the demo's chats, tells their history, and lets them live */
  demo?: { epochMs?: number; paceMs?: number };
};

export type Simulator = {
  /** of the API, without the path: what POSTPRESS_API_URL wants */
  url: string;
  apiKey: string;
  world: World;
  send(sendable: Sendable, encoding?: Encoding): Promise<LedgerEntry>;
  ledger: Ledger;
  /** resolves when nothing is under way */
  settled(): Promise<void>;
  demo: DemoRun | null;
  stop(): Promise<void>;
};

export async function startSimulator(options: SimulatorOptions): Promise<Simulator> {
  const seed = options.seed ?? "postroom";
  const now = options.now ?? Date.now;
  const apiKey = options.apiKey ?? randomBytes(24).toString("base64url");
  const world = createWorld(createRandom(seed));
  const sender = createWebhookSender(options);
  const hooks = createHooks(options);
  const send = (sendable: Sendable, encoding?: Encoding) => {
    hooks.send(sendable);
    return sender.send(sendable, encoding);
  };
  const stopping = new AbortController();
  const listening = () => waitForListener(options.webhookUrl, stopping.signal);
  const demo = options.demo ? startDemo({ ...options.demo, world, seed, now, send, listening }) : null;
  const echo: ApiOptions["echo"] = (payload) => void send(payload);
  const onSent: ApiOptions["onSent"] = (message) => demo?.answer(message);
  const more = steering({ world, hooks, sender, demo });
  const server = createServer(createApi({ world, apiKey, now, echo, onSent, more }));
  const url = await listen(server, options);
  const stop = async () => {
    stopping.abort();
    demo?.stop();
    await Promise.all([sender.stop(), hooks.stop(), close(server)]);
  };
  return { url, apiKey, world, send, demo, stop, settled: sender.settled, ledger: sender.ledger };
}

type Steered = { world: World; hooks: Hooks; sender: WebhookSender; demo: DemoRun | null };

/** Webhooks are the vendor's; the paths under `simulator/` are ours, to look into the ledger and to make something happen. */
function steering({ world, hooks, sender, demo }: Steered): ApiOptions["more"] {
  return [
    ...webhookHandlers(world, hooks),
    ["GET", "simulator/ledger", () => ({ status: 200, json: { object: "Ledger", ...sender.ledger.counts() } })],
    [
      "POST",
      "simulator/happenings",
      ({ json }) => {
        const kind = happeningKinds.find((one) => one === json.kind);
        return { status: 202, json: { object: "Happened", count: demo?.happen(kind) ?? 0 } };
      },
    ],
  ];
}

/** Any answer will do: the door refuses a GET, but it is there. Gives up only when the simulator stops. */
async function waitForListener(url: string, stopping: AbortSignal): Promise<void> {
  while (!stopping.aborted) {
    const isThere = await fetch(url, { redirect: "manual", signal: stopping }).then(
      () => true,
      () => false,
    );
    if (isThere) return;
    await sleep(250, undefined, { signal: stopping }).catch(() => undefined);
  }
}

async function listen(server: Server, { host = "127.0.0.1", port = 0 }: SimulatorOptions): Promise<string> {
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, resolve);
  });
  const address = server.address();
  return `http://${host}:${String(typeof address === "object" ? (address?.port ?? port) : port)}`;
}

async function close(server: Server): Promise<void> {
  await new Promise((resolve) => {
    server.close(resolve);
    server.closeAllConnections();
  });
}
