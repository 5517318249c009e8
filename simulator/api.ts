/** The vendor's API as an HTTP server: the key, the paths, and errors in the vendor's shape. What is answered stands in the handlers. */
import type { IncomingMessage, ServerResponse } from "node:http";
import { ApiError, notFound, toErrorAnswer } from "./api-answer";
import type { Answer } from "./api-answer";
import { readHandlers } from "./api-reads";
import { writeHandlers } from "./api-writes";
import type { WriteHandler, WriteRequest } from "./api-writes";
import { createSignIns } from "./hosted-sign-in";
import type { World } from "./world";

export type ApiOptions = Pick<WriteRequest, "echo" | "onSent"> & {
  world: World;
  apiKey: string;
  now: () => number;
  /** paths beside the vendor's own: webhooks, and what steers the simulator */
  more: readonly (readonly [method: string, path: string, handler: WriteHandler])[];
};

type Route = { method: string; pattern: RegExp; handler: WriteHandler };

const prefix = "/api/v1/";
const largestBodyBytes = 30 * 1024 * 1024;

export function createApi(options: ApiOptions): (request: IncomingMessage, response: ServerResponse) => void {
  const reads = readHandlers.map(([path, handler]) => toRoute("GET", path, handler));
  const writes = [...writeHandlers, ...options.more].map(([method, path, handler]) => toRoute(method, path, handler));
  const signIns = createSignIns(options);
  const routes = [...reads, ...writes, toRoute("POST", "hosted/accounts/link", signIns.makeLink)];
  return (request, response) => {
    if (signIns.isPage(request)) {
      void signIns.answerPage(request, response);
      return;
    }
    answer(routes, request, options)
      .catch((error: unknown) => {
        if (error instanceof ApiError) return toErrorAnswer(error);
        console.error(error);
        return toErrorAnswer(new ApiError(500, "unexpected_error", "The simulator failed."));
      })
      .then((result) => write(response, result))
      .catch((error: unknown) => response.destroy(error instanceof Error ? error : undefined));
  };
}

function toRoute(method: string, path: string, handler: WriteHandler): Route {
  return { method, handler, pattern: new RegExp(`^${path.replaceAll(":id", "([^/]+)")}$`) };
}

async function answer(routes: readonly Route[], request: IncomingMessage, options: ApiOptions): Promise<Answer> {
  const url = new URL(request.url ?? "/", "http://simulator");
  if (!url.pathname.startsWith(prefix)) throw notFound("The path");
  checkKey(request.headers["x-api-key"], options.apiKey);
  const path = url.pathname.slice(prefix.length).replace(/\/$/, "");
  const found = routes.filter(({ pattern }) => pattern.test(path));
  const route = found.find(({ method }) => method === request.method);
  if (route === undefined)
    throw found.length > 0 ? new ApiError(405, "method_not_allowed", "Not this method.") : notFound("The path");
  const ids = (route.pattern.exec(path) ?? []).slice(1).map(decodeURIComponent);
  const { world, echo, onSent } = options;
  return route.handler({
    world,
    echo,
    onSent,
    ids,
    query: url.searchParams,
    host: request.headers.host ?? "",
    nowMs: options.now(),
    ...(await readBody(request)),
  });
}

function checkKey(given: string | string[] | undefined, apiKey: string): void {
  if (given === undefined) throw new ApiError(401, "missing_credentials", "X-API-KEY is missing.");
  if (given !== apiKey) throw new ApiError(401, "invalid_credentials", "X-API-KEY is not valid.");
}

async function readBody(request: IncomingMessage): Promise<Pick<WriteRequest, "form" | "json">> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    if (!(chunk instanceof Uint8Array)) throw new Error("a body comes in bytes");
    const bytes = Buffer.from(chunk);
    size += bytes.length;
    if (size > largestBodyBytes) throw new ApiError(400, "content_too_large", "The body is too large.");
    chunks.push(bytes);
  }
  const mimetype = request.headers["content-type"] ?? "";
  const bytes = Buffer.concat(chunks);
  const isForm = mimetype.startsWith("multipart/form-data");
  return {
    form: isForm ? await readForm(bytes, mimetype) : new FormData(),
    json: isForm || bytes.length === 0 ? {} : readJson(bytes.toString("utf8")),
  };
}

async function readForm(bytes: Buffer, mimetype: string): Promise<FormData> {
  return new Response(new Uint8Array(bytes), { headers: { "content-type": mimetype } }).formData();
}

function readJson(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === "object" && value !== null) return Object.fromEntries(Object.entries(value));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  throw new ApiError(400, "malformed_request", "The body must be a JSON object.");
}

function write(response: ServerResponse, result: Answer): void {
  if ("json" in result) {
    response.writeHead(result.status, { "content-type": "application/json" }).end(JSON.stringify(result.json));
    return;
  }
  const { bytes, mimetype, name } = result;
  const disposition =
    name === null ? {} : { "content-disposition": `attachment; filename*=UTF-8''${encodeURIComponent(name)}` };
  response.writeHead(200, { "content-type": mimetype, "content-length": bytes.length, ...disposition }).end(bytes);
}
