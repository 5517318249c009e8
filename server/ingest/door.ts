/**
 * The door of this process and its two mounts: before Next in production, and as a route for `next dev` and for hosts without our
 * server. Both give the same answers. The parts live on `globalThis`, because start-up and route bundles load their own copies of this module.
 */
import type { IncomingMessage, ServerResponse } from "node:http";
import { Pool } from "pg";
import { env } from "../env";
import { log } from "../log";
import { createSecretCheck } from "../postpress/secret";
import { clientAddress } from "../team/client-address";
import { unavailable } from "./door/answers";
import type { Answer } from "./door/answers";
import { describeError, isConflict } from "./database-errors";
import { keepDeliveries } from "./door/keep-deliveries";
import type { NewDelivery } from "./door/keep-deliveries";
import { Keeper } from "./door/keeper";
import { readNodeBody, readWebBody } from "./door/read-body";
import { receive } from "./receive";
import type { DoorParts, DoorRequest } from "./receive";
import { nodeAddress, nodeHeader, sendAnswer } from "./door/send-answer";
import { createStrangers } from "./door/strangers";

export type Receiver = { parts: DoorParts; close(): Promise<void> };
export type ReceiverSettings = {
  databaseUrl: string;
  secretHeader: string;
  secrets: readonly string[];
  /** after each commit, with how many it held */
  onKept: (count: number) => void;
};

const key = Symbol.for("postroom.receiver");
const shared = globalThis as { [key]?: Receiver | undefined };

// Together they stay below the 5 seconds within which a delivery is answered.
const connectionTimeoutMs = 2000;
const statementTimeoutMs = 3500;
const patienceMs = 4000;
const attempts = 3;

export function openReceiver(settings: ReceiverSettings): Receiver {
  const pool = openPool(settings.databaseUrl);
  const save = async (batch: readonly NewDelivery[]): Promise<void> => {
    for (let attempt = 1; ; attempt += 1) {
      try {
        await keepDeliveries(pool, batch);
        return;
      } catch (error) {
        if (isConflict(error) && attempt < attempts) continue;
        log.error({ err: describeError(error), deliveries: batch.length }, "deliveries could not be kept");
        throw error;
      }
    }
  };
  const keeper = new Keeper({ save, onKept: settings.onKept, patienceMs });
  const parts: DoorParts = {
    secretHeader: settings.secretHeader.toLowerCase(),
    isPostpress: createSecretCheck(settings.secrets),
    strangers: createStrangers(),
    limits: { mostBytes: 1024 * 1024, timeoutMs: 10_000 },
    keep: (delivery) => keeper.keep(delivery),
  };
  return { parts, close: () => pool.end() };
}

/** A pool of its own, so that nothing else can use it up; plain pg, because it takes a third more deliveries than Prisma (decision 0009). */
function openPool(connectionString: string): Pool {
  const pool = new Pool({
    connectionString,
    max: 2,
    keepAlive: true,
    idleTimeoutMillis: 60_000,
    connectionTimeoutMillis: connectionTimeoutMs,
    statement_timeout: statementTimeoutMs,
    // for a server that is gone without a word
    query_timeout: statementTimeoutMs + 250,
  });
  pool.on("error", (error) => log.warn({ err: describeError(error) }, "a database connection of the door was lost"));
  return pool;
}

/** The Node mount of this process's door, which the route then shares. `onKept` is called after each commit. */
export function createDoor({
  onKept,
}: Pick<ReceiverSettings, "onKept">): (req: IncomingMessage, res: ServerResponse) => void {
  shared[key] = openReceiverFromEnv(onKept);
  return mountOnNode(shared[key]);
}

function openReceiverFromEnv(onKept: ReceiverSettings["onKept"]): Receiver {
  const { DATABASE_URL, POSTPRESS_WEBHOOK_HEADER, POSTPRESS_WEBHOOK_SECRET } = env();
  return openReceiver({
    databaseUrl: DATABASE_URL,
    secretHeader: POSTPRESS_WEBHOOK_HEADER,
    secrets: POSTPRESS_WEBHOOK_SECRET,
    onKept,
  });
}

/** The route mount. Where no start-up opened the door, it opens one; the applier's sweep then finds what is kept. */
export function answerRequest(request: Request): Promise<Response> {
  shared[key] ??= openReceiverFromEnv(() => undefined);
  return mountOnWeb(shared[key])(request);
}

export function mountOnNode({ parts }: Receiver): (req: IncomingMessage, res: ServerResponse) => void {
  return (req, res) => {
    const request: DoorRequest = {
      method: req.method ?? "",
      header: (name) => nodeHeader(req, name),
      source: () => nodeAddress(req),
      readBody: (limits) => readNodeBody(req, limits),
    };
    void answer(request, parts).then((one) => sendAnswer(req, res, one));
  };
}

export function mountOnWeb({ parts }: Receiver): (request: Request) => Promise<Response> {
  return async (request) => {
    const source = (): string => clientAddress(request.headers);
    const header = (name: string): string | null => request.headers.get(name);
    const readBody: DoorRequest["readBody"] = (limits) => readWebBody(request, limits);
    const { status, headers, body } = await answer({ method: request.method, header, source, readBody }, parts);
    return new Response(request.method === "HEAD" ? null : body, { status, headers });
  };
}

/** Our own failure is 503, so that postpress sends the delivery again. */
async function answer(request: DoorRequest, parts: DoorParts): Promise<Answer> {
  try {
    return await receive(request, parts);
  } catch (error) {
    log.error({ err: describeError(error) }, "the door failed");
    return unavailable;
  }
}
