/**
 * For tests of what asks the vendor: its API on a free port, with what each path answers told by the test. Nothing in the product imports
 * this.
 */
import type { RequestListener, ServerResponse } from "node:http";
import { startServer } from "./loopback";

export type ExampleVendor = {
  url: string;
  /** by which the server finds it; to be set before anything reads the environment */
  variables: Record<string, string>;
  /** what was asked, as it came over the wire: "GET /api/v1/…" */
  asked: string[];
  /** at a path below /api/v1, encoded as it comes */
  answers: (path: string, answer: RequestListener | { type: string; bytes: Uint8Array | string }) => void;
  refuses: (path: string, status: number, type: string) => void;
};

export async function startExampleVendor(): Promise<ExampleVendor> {
  const apiKey = "key-of-the-tests";
  const asked: string[] = [];
  const known = new Map<string, RequestListener>();
  const url = await startServer((request, response) => {
    asked.push(`${request.method ?? ""} ${request.url ?? ""}`);
    if (request.headers["x-api-key"] !== apiKey) sendError(response, 401, "missing_credentials");
    else (known.get(request.url ?? "") ?? nothing)(request, response);
  });
  return {
    variables: { POSTPRESS_API_URL: url, POSTPRESS_API_KEY: apiKey },
    url,
    asked,
    answers: (path, answer) =>
      void known.set(
        `/api/v1/${path}`,
        typeof answer === "function" ? answer : (_, response) => sendBytes(response, answer),
      ),
    refuses: (path, status, type) =>
      void known.set(`/api/v1/${path}`, (_, response) => {
        sendError(response, status, type);
      }),
  };
}

const nothing: RequestListener = (_, response) => {
  sendError(response, 404, "resource_not_found");
};

function sendBytes(response: ServerResponse, { type, bytes }: { type: string; bytes: Uint8Array | string }): void {
  response.writeHead(200, { "content-type": type, "content-length": Buffer.byteLength(bytes) }).end(bytes);
}

function sendError(response: ServerResponse, status: number, type: string): void {
  const body = { status, type: `errors/${type}`, title: type };
  response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
}
