/**
 * The simulator's API as one server for a worker, behind which each test puts the world of its own vendor. A test can make single paths
 * misbehave and see what was asked. Paths are those below /api/v1/, with ids as they are, not encoded.
 */
import { randomBytes } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { createApi } from "../simulator/api";
import { webhookHandlers } from "../simulator/api-webhooks";
import { createHooks } from "../simulator/hooks";
import { createRandom } from "../simulator/random";
import type { WebhookPayload } from "../simulator/webhook-body";
import { createWorld, type World } from "../simulator/world";

/**
 * gone: 404 · broken: 500 · disconnected: 401, the account must be connected anew · page: a web page in place of the bytes · short: fewer bytes
 * than promised · huge: promises far more than anybody may send · dead: the connection ends without a word
 */
export type Misbehaviour = "gone" | "broken" | "disconnected" | "page" | "short" | "huge" | "dead";

export type VendorApi = Awaited<ReturnType<typeof startVendorApi>>;

type Served = { world: World; echo: (payload: WebhookPayload) => void };
type Fault = (response: ServerResponse, goOn: () => void) => void;

const nobody: Served = { world: createWorld(createRandom("nobody")), echo: () => undefined };

export async function startVendorApi() {
  const apiKey = randomBytes(24).toString("hex");
  const faults = new Map<string, Fault>();
  let asked: string[] = [];
  let answer = apiOf(nobody, apiKey);
  const server = createServer((request, response) => {
    const path = pathOf(request);
    asked.push(`${request.method ?? ""} ${path}`);
    const goOn = () => {
      answer(request, response);
    };
    const fault = faults.get(path);
    if (fault) fault(response, goOn);
    else goOn();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the API has no port");

  return {
    url: `http://127.0.0.1:${address.port}`,
    apiKey,
    /** From here on the world of this test; nothing misbehaves and nothing was asked yet. */
    serve(served: Served): void {
      faults.clear();
      asked = [];
      answer = apiOf(served, apiKey);
    },
    /** Nobody is at the vendor, as before the first test. */
    rest(): void {
      this.serve(nobody);
    },
    asked: (path: string, method = "GET"): number => asked.filter((one) => one === `${method} ${path}`).length,
    misbehave: (path: string, how: Misbehaviour): void => void faults.set(path, faultOf(how)),
    /** Nothing is answered there until the function it gives is called; from then on all is well. */
    hold(path: string): () => void {
      const waiting: (() => void)[] = [];
      faults.set(path, (_response, goOn) => void waiting.push(goOn));
      return () => {
        faults.delete(path);
        for (const goOn of waiting.splice(0)) goOn();
      };
    },
    behave: (path: string): void => void faults.delete(path),
    async stop(): Promise<void> {
      await new Promise((resolve) => {
        server.close(resolve);
        server.closeAllConnections();
      });
    },
  };
}

function apiOf({ world, echo }: Served, apiKey: string) {
  const more = webhookHandlers(world, createHooks({}));
  return createApi({ world, apiKey, now: Date.now, echo, onSent: () => undefined, more });
}

function pathOf(request: IncomingMessage): string {
  const { pathname } = new URL(request.url ?? "/", "http://vendor");
  return decodeURIComponent(pathname).replace("/api/v1/", "");
}

const mebibyte = 1024 * 1024;

function faultOf(how: Misbehaviour): Fault {
  switch (how) {
    case "gone":
      return (response) => sendError(response, 404, "resource_not_found");
    case "broken":
      return (response) => sendError(response, 500, "unexpected_error");
    case "disconnected":
      return (response) => sendError(response, 401, "disconnected_account");
    case "page":
      return (response) => void response.writeHead(200, { "content-type": "text/html" }).end("<h1>Sign in</h1>");
    case "short":
      return (response) => sendStart(response, mebibyte);
    case "huge":
      return (response) => sendStart(response, 1024 * mebibyte);
    case "dead":
      return (response) => response.destroy();
  }
}

function sendError(response: ServerResponse, status: number, type: string): void {
  const body = { status, type: `errors/${type}`, title: type };
  response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
}

/** The first bytes of a picture, and then the end of the connection. */
function sendStart(response: ServerResponse, promisedBytes: number): void {
  response.writeHead(200, { "content-type": "image/jpeg", "content-length": promisedBytes });
  response.write(Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16]), () => response.destroy());
}
