/**
 * The vendor's own page on which accounts are signed in: a link each, a page that completes it or lets it fail, and the call that tells who
 * asked for it. The person is sent back afterwards.
 */
import type { IncomingMessage, ServerResponse } from "node:http";
import type { KnownProvider } from "@/domain/inbox";
import { ApiError } from "./api-answer";
import type { Answer } from "./api-answer";
import type { WriteRequest } from "./api-writes";
import { changeStatus } from "./happenings";
import { createAccount } from "./people";
import type { WebhookPayload } from "./webhook-body";
import { addAccount } from "./world";
import type { VendorAccount, World } from "./world";

type Link = {
  provider: KnownProvider;
  reconnects: string | null;
  expiresAtMs: number;
  notifyUrl: string;
  name: string;
  doneUrl: string;
  failedUrl: string;
};

type Options = { world: World; now: () => number; echo: (payload: WebhookPayload) => void };

const pagePrefix = "/sign-in/";
const isProvider = (word: unknown): word is KnownProvider =>
  ["LINKEDIN", "WHATSAPP", "INSTAGRAM", "MESSENGER", "TELEGRAM", "TWITTER"].some((known) => known === word);

export function createSignIns({ world, now, echo }: Options) {
  const links = new Map<string, Link>();

  function makeLink({ json, host }: WriteRequest): Answer {
    const id = world.random.id();
    links.set(id, toLink(json, world));
    return { status: 201, json: { object: "HostedAuthUrl", url: `http://${host}${pagePrefix}${id}` } };
  }

  async function answerPage(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname, searchParams } = new URL(request.url ?? "/", "http://simulator");
    const id = pathname.slice(pagePrefix.length);
    const link = links.get(id);
    if (link === undefined || link.expiresAtMs < now()) {
      response.writeHead(410, { "content-type": "text/html" }).end("<h1>This link has expired</h1>");
      return;
    }
    if (request.method !== "POST") {
      response.writeHead(200, { "content-type": "text/html; charset=utf-8" }).end(pageOf(link));
      return;
    }
    links.delete(id);
    const isDone = searchParams.get("as") !== "failed";
    await (isDone ? succeed(link) : tell(link, { status: "CREATION_FAIL", account_id: null }));
    response.writeHead(303, { location: isDone ? link.doneUrl : link.failedUrl }).end();
  }

  async function succeed(link: Link): Promise<void> {
    const known = link.reconnects === null ? undefined : world.accounts.get(link.reconnects);
    const account = known ?? addAccount(world, newAccount(link));
    echo(changeStatus(account, known ? "RECONNECTED" : "CREATION_SUCCESS"));
    account.status = "OK";
    await tell(link, { status: known ? "RECONNECTED" : "CREATION_SUCCESS", account_id: account.id });
  }

  function newAccount({ provider }: Link): VendorAccount {
    const phone = provider === "WHATSAPP" ? { phoneNumber: `1202555${String(world.random.integer(1000, 9999))}` } : {};
    const createdAt = new Date(now()).toISOString();
    return createAccount(world.random, { id: world.random.id(), provider, name: "New Desk", createdAt, ...phone });
  }

  const isPage = ({ url }: IncomingMessage) => url?.startsWith(pagePrefix) === true;
  return { makeLink, answerPage, isPage };
}

function toLink(json: Record<string, unknown>, world: World): Link {
  const text = (name: string) => (typeof json[name] === "string" ? json[name] : "");
  const needed = ["type", "api_url", "expiresOn", "notify_url", "name"].filter((name) => text(name) === "");
  if (needed.length > 0) throw new ApiError(400, "missing_parameters", `${needed.join(", ")} are needed.`);
  const reconnects = text("type") === "reconnect" ? text("reconnect_account") : null;
  const known = reconnects === null ? undefined : world.accounts.get(reconnects);
  if (reconnects !== null && !known) throw new ApiError(404, "resource_not_found", "The account was not found.");
  const providers: unknown[] = Array.isArray(json.providers) ? json.providers : [];
  return {
    provider: known?.provider ?? providers.find(isProvider) ?? "WHATSAPP",
    reconnects,
    expiresAtMs: Date.parse(text("expiresOn")),
    notifyUrl: text("notify_url"),
    name: text("name"),
    doneUrl: text("success_redirect_url"),
    failedUrl: text("failure_redirect_url"),
  };
}

function pageOf({ provider, reconnects }: Link): string {
  const title = reconnects === null ? `Connect ${provider}` : `Reconnect ${provider}`;
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>${title}</title>
<style>body{font:16px system-ui;max-width:28rem;margin:4rem auto}button{font:inherit;padding:.5rem 1rem}</style>
<h1>${title}</h1><p>This stands for postpress's page, on which the network asks for a password or shows a code.</p>
<form method="post"><button>Sign in</button> <button formaction="?as=failed">Fail</button></form></html>`;
}

/** As the vendor does, without a session or an origin. */
async function tell({ notifyUrl, name }: Link, told: { status: string; account_id: string | null }): Promise<void> {
  await fetch(notifyUrl, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ ...told, name }),
  }).catch((error: unknown) => {
    console.error("the sign-in could not be told", error instanceof Error ? error.message : "");
  });
}
