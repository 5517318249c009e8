/**
 * What we ask the vendor's API: one function that knows the address and the key. It takes no address from anybody else, and leaves to
 * the caller what an answer means. Retrying is the caller's decision, too: a write whose answer was lost may have happened.
 */
import type { IncomingHttpHeaders, IncomingMessage } from "node:http";
import type { Readable } from "node:stream";
import { z } from "zod";
import { env } from "../env";
import { OutboundError, sendRequest } from "../outbound";

export type VendorRequest = {
  method?: "GET" | "POST" | "PATCH" | "DELETE";
  /** the path below /api/v1, a part each; every part is encoded, because ids contain "=" and "/" */
  path: readonly string[];
  query?: Record<string, string>;
  /** a value goes as JSON, a form as multipart */
  body?: FormData | Record<string, unknown>;
  /** ends the request when whoever waits for it is gone */
  signal?: AbortSignal;
  /** how long nothing may come; 30 seconds unless told */
  idleMs?: number;
};

/** `body` must be read to its end or destroyed. */
export type VendorAnswer = { status: number; headers: IncomingHttpHeaders; body: Readable };

/**
 * Why the vendor gave us nothing to use.
 * not-configured: no address or key · no-connection: nothing was written · interrupted: sent, but no whole answer came, so a write may
 * have happened · refused: it answered with an error of its own, whose `status` and `type` (after "errors/") say which.
 */
export class VendorError extends Error {
  constructor(
    readonly reason: "not-configured" | "no-connection" | "interrupted" | "refused",
    readonly told: { status: number; type: string; title: string } | null = null,
    /** our patience ended it */
    readonly isTimeout = false,
  ) {
    super(told === null ? `postpress: ${reason}` : `postpress: ${String(told.status)} ${told.type}`);
  }
}

const errorBodyBytes = 64 * 1024;
const jsonBodyBytes = 32 * 1024 * 1024;

/** Without an address and a key Postroom receives and shows, but can ask nothing. */
export function isVendorConfigured(): boolean {
  const { POSTPRESS_API_URL, POSTPRESS_API_KEY } = env();
  return POSTPRESS_API_URL !== undefined && POSTPRESS_API_KEY !== undefined;
}

/** A 2xx answer with its body still to be read. @throws VendorError */
export async function askVendor(told: VendorRequest): Promise<VendorAnswer> {
  const { POSTPRESS_API_URL, POSTPRESS_API_KEY } = env();
  if (POSTPRESS_API_URL === undefined || POSTPRESS_API_KEY === undefined) throw new VendorError("not-configured");
  const answer = await send(addressOf(POSTPRESS_API_URL, told), POSTPRESS_API_KEY, told);
  const status = answer.statusCode ?? 0;
  if (status >= 200 && status < 300) return { status, headers: answer.headers, body: answer };
  throw new VendorError("refused", await readRefusal(status, answer));
}

/** The whole answer as JSON, unparsed as to its shape. @throws VendorError */
export async function askVendorJson(told: VendorRequest): Promise<unknown> {
  return (await askVendorText(told)).value;
}

/** The whole answer letter by letter, and as the JSON it is. @throws VendorError */
export async function askVendorText(told: VendorRequest): Promise<{ text: string; value: unknown }> {
  const { body } = await askVendor(told);
  const text = await readBody(body, jsonBodyBytes);
  try {
    const value: unknown = JSON.parse(text);
    return { text, value };
  } catch (error) {
    if (error instanceof SyntaxError) throw new VendorError("interrupted");
    throw error;
  }
}

/** The address with or without the path of the API at its end. A part that would lead out of its place names nothing. */
function addressOf(base: string, { path, query = {} }: VendorRequest): URL {
  if (path.some((part) => part === "" || part === "." || part === "..")) throw new VendorError("refused", nothingThere);
  const url = new URL(base);
  const parts = ["api", "v1", ...path.map(encodeURIComponent)];
  url.pathname = `${url.pathname.replace(/\/+$/, "").replace(/\/api\/v1$/, "")}/${parts.join("/")}`;
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
  return url;
}

const nothingThere = { status: 404, type: "resource_not_found", title: "No such id" };

async function send(url: URL, key: string, told: VendorRequest): Promise<IncomingMessage> {
  const { content, headers } = await toContent(told.body);
  const common = { "x-api-key": key, accept: "application/json, */*", "accept-encoding": "identity" };
  const { method = "GET", signal, idleMs } = told;
  try {
    return await sendRequest(url, { method, headers: { ...common, ...headers }, content, signal, idleMs });
  } catch (error) {
    if (!(error instanceof OutboundError)) throw error;
    throw new VendorError(error.isConnected ? "interrupted" : "no-connection", null, error.isTimeout);
  }
}

type Content = { content: Uint8Array | undefined; headers: Record<string, string> };

async function toContent(body: VendorRequest["body"]): Promise<Content> {
  if (body === undefined) return { content: undefined, headers: {} };
  const isForm = body instanceof FormData;
  const encoded = new Response(isForm ? body : JSON.stringify(body));
  const content = new Uint8Array(await encoded.arrayBuffer());
  const contentType = isForm ? (encoded.headers.get("content-type") ?? "") : "application/json";
  return { content, headers: { "content-type": contentType, "content-length": String(content.byteLength) } };
}

const refusal = z.object({ type: z.string(), title: z.string().optional() });

async function readRefusal(status: number, answer: Readable): Promise<NonNullable<VendorError["told"]>> {
  const unsaid = { status, type: "unexpected_error", title: `postpress answered ${String(status)}` };
  try {
    const told = refusal.safeParse(JSON.parse(await readBody(answer, errorBodyBytes)));
    if (!told.success) return unsaid;
    const type = told.data.type.replace(/^errors\//, "");
    return { status, type, title: told.data.title ?? type };
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof VendorError) return unsaid;
    throw error;
  }
}

async function readBody(body: Readable, mostBytes: number): Promise<string> {
  const chunks: Uint8Array[] = [];
  let sizeBytes = 0;
  for await (const chunk of chunksOf(body)) {
    sizeBytes += chunk.byteLength;
    if (sizeBytes > mostBytes) throw new VendorError("interrupted");
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}

/** The bytes of an answer as they come. @throws VendorError when they are cut or stop coming */
export async function* chunksOf(body: Readable): AsyncGenerator<Uint8Array> {
  try {
    for await (const chunk of body) yield chunk as Uint8Array;
  } catch (error) {
    throw new VendorError("interrupted", null, error instanceof OutboundError && error.isTimeout);
  }
}
