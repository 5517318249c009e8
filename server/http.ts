/**
 * How a route answers: JSON with an ETag, problem+json for what went wrong, and the checks before anything else: who asks, and that a
 * write comes from our own pages. What is asked for is decided in the folders beside it; they throw `Refusal` for what cannot be had.
 */
import { createHash, randomUUID } from "node:crypto";
import type { z } from "zod";
import { isAdmin } from "@/domain/permissions";
import { env } from "./env";
import { mayPass } from "./ingest/database-errors";
import { causeOf, log } from "./log";
import { findSession, type Session } from "./team/sessions";

const bodyLimitBytes = 64 * 1024;

export type ProblemDetails = {
  status: number;
  /** a stable word for programs, such as "not-found" */
  type: string;
  title: string;
  detail?: string;
  /** for bad input: each offending field */
  problems?: { path: string; message: string }[];
  /** how long to wait before asking again */
  retryAfterSeconds?: number;
  /** for how long the browser need not ask again */
  maxAgeSeconds?: number;
};

/** Thrown by whoever finds out; becomes the answer. Its words are for the person who asked. */
export class Refusal extends Error {
  constructor(readonly details: ProblemDetails) {
    super(details.title);
  }
}

export const notFound = () => new Refusal({ status: 404, type: "not-found", title: "There is nothing here." });

export function problem(details: ProblemDetails, requestId: string = randomUUID()): Response {
  const { retryAfterSeconds, maxAgeSeconds, type, ...rest } = details;
  const cacheControl = maxAgeSeconds === undefined ? "no-store" : `private, max-age=${String(maxAgeSeconds)}`;
  const headers = new Headers({ "Content-Type": "application/problem+json", "Cache-Control": cacheControl });
  headers.set("X-Request-Id", requestId);
  if (retryAfterSeconds !== undefined) headers.set("Retry-After", String(Math.ceil(retryAfterSeconds)));
  const body = { type: `urn:postroom:problem:${type}`, ...rest, requestId };
  return new Response(JSON.stringify(body), { status: details.status, headers });
}

/** Reads carry an ETag and become 304 for who has it already; answers to writes are never kept. */
export function json(value: unknown, request: Request): Response {
  const body = JSON.stringify(value);
  const headers = new Headers({ "Content-Type": "application/json" });
  if (request.method !== "GET" && request.method !== "HEAD") {
    headers.set("Cache-Control", "no-store");
    return new Response(body, { headers });
  }
  const etag = `W/"${createHash("sha256").update(body).digest("base64url").slice(0, 27)}"`;
  headers.set("Cache-Control", "private, no-cache");
  headers.set("ETag", etag);
  if (!isKnown(etag, request.headers.get("if-none-match"))) return new Response(body, { headers });
  headers.delete("Content-Type");
  return new Response(null, { status: 304, headers });
}

/** Whether the other side has this already. */
export function isKnown(etag: string, ifNoneMatch: string | null): boolean {
  if (ifNoneMatch === null) return false;
  const strong = (tag: string) => tag.trim().replace(/^W\//, "");
  return ifNoneMatch.trim() === "*" || ifNoneMatch.split(",").some((tag) => strong(tag) === strong(etag));
}

type Params = Record<string, string>;
type Mount<P> = (request: Request, context: { params: Promise<P> }) => Promise<Response>;
export type Call<P> = { request: Request; params: P; session: Session };

/** A route for whoever is signed in. */
export function withUser<P extends Params>(handle: (call: Call<P>) => Promise<Response>): Mount<P> {
  return (request, context) =>
    answer(request, async () => {
      const session = await requireSession(request);
      requireOwnWrite(request);
      return handle({ request, session, params: await context.params });
    });
}

/** A route for owners and admins. */
export function withAdmin<P extends Params>(handle: (call: Call<P>) => Promise<Response>): Mount<P> {
  return withUser<P>((call) => {
    if (isAdmin(call.session.user)) return handle(call);
    throw new Refusal({ status: 403, type: "forbidden", title: "Only an owner or admin may do this." });
  });
}

/** A route for everybody; it stands on the short public list. */
export function withAnyone(handle: (request: Request) => Promise<Response>): (request: Request) => Promise<Response> {
  return (request) =>
    answer(request, () => {
      requireOwnWrite(request);
      return handle(request);
    });
}

/** Runs a handler; what it throws becomes problem+json with an id, the cause goes to the log. */
export async function answer(request: Request, handle: () => Promise<Response>): Promise<Response> {
  const requestId = randomUUID();
  try {
    const response = await handle();
    response.headers.set("X-Request-Id", requestId);
    return response;
  } catch (error) {
    if (error instanceof Refusal) return problem(error.details, requestId);
    const { pathname } = new URL(request.url);
    log.error({ ...causeOf(error), requestId, method: request.method, path: pathname }, "a request failed");
    return problem(mayPass(error) ? away : broken, requestId);
  }
}

const away: ProblemDetails = {
  status: 503,
  type: "unavailable",
  title: "The database cannot be reached right now.",
  detail: "Nothing is lost. Try again in a moment.",
  retryAfterSeconds: 5,
};
const broken: ProblemDetails = { status: 500, type: "internal", title: "Something went wrong on our side." };

async function requireSession(request: Request): Promise<Session> {
  const session = await findSession(request.headers.get("cookie") ?? "").catch((error: unknown) => {
    log.error(causeOf(error), "a session could not be looked up");
    throw new Refusal(away);
  });
  if (session) return session;
  throw new Refusal({ status: 401, type: "signed-out", title: "Sign in first." });
}

/** A write is JSON and comes from our own pages: browsers say so in headers that pages elsewhere cannot forge. */
function requireOwnWrite(request: Request): void {
  if (request.method === "GET" || request.method === "HEAD") return;
  if (!isFromOurPages(request)) {
    const detail = "Send the Origin header of this Postroom, as its own pages do.";
    throw new Refusal({ status: 403, type: "foreign-origin", title: "This request came from another site.", detail });
  }
  const contentType = request.headers.get("content-type")?.split(";")[0]?.trim().toLowerCase();
  if (contentType === "application/json" || (contentType === undefined && request.method === "DELETE")) return;
  throw new Refusal({ status: 415, type: "unsupported-media-type", title: "Send application/json." });
}

function isFromOurPages(request: Request): boolean {
  const site = request.headers.get("sec-fetch-site");
  const origin = request.headers.get("origin");
  if (site !== null && site !== "same-origin") return false;
  if (origin === null) return site === "same-origin";
  if (origin === new URL(env().publicUrl).origin) return true;
  return (
    origin === `http://${request.headers.get("host") ?? ""}` ||
    origin === `https://${request.headers.get("host") ?? ""}`
  );
}

/** @throws Refusal 400 with the path of each field that is wrong, 413 when it is far too long */
export async function readJson<T>(request: Request, schema: z.ZodType<T>): Promise<T> {
  const text = await readText(request);
  const value = parseJson(text);
  if (value === undefined) throw new Refusal({ status: 400, type: "malformed", title: "The body is not JSON." });
  return parsed(schema, value);
}

/** @throws Refusal 400; parameters that the schema does not know are refused, for they would be ignored otherwise */
export function readQuery<T>(request: Request, schema: z.ZodType<T>): T {
  return parsed(schema, Object.fromEntries(new URL(request.url).searchParams));
}

function parsed<T>(schema: z.ZodType<T>, value: unknown): T {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const problems = result.error.issues.map((issue) => ({ path: issue.path.join("."), message: issue.message }));
  throw new Refusal({ status: 400, type: "invalid", title: "Some fields need a correction.", problems });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** @throws Refusal 413 */
export async function readText(request: Request): Promise<string> {
  if (!request.body) return "";
  const chunks: Uint8Array[] = [];
  let sizeBytes = 0;
  for await (const chunk of request.body) {
    sizeBytes += chunk.byteLength;
    if (sizeBytes > bodyLimitBytes) {
      throw new Refusal({ status: 413, type: "too-large", title: "The body is larger than 64 KiB." });
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}
