/**
 * For tests: what Postroom needs of S3, on a free port. Objects under a bucket, whole or in part, for whoever signs; the signature is
 * calculated once more from what came over the wire. Nothing in the product imports this.
 */
import { createHash, createHmac, randomUUID } from "node:crypto";
import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import { buffer } from "node:stream/consumers";
import { startServer } from "../loopback";

export const credentials = { key: "AKIAEXAMPLE", secret: "wJalr/XUtn+FEMI@K7" };
const region = "eu-central-1";

type Objects = Map<string, { content: Buffer; etag: string }>;
type Handler = (objects: Objects, request: IncomingMessage, response: ServerResponse) => void;

/** `address` is for S3_URL, without a path; `trouble.answer` answers in place of the bucket. */
export async function startExampleBucket() {
  const objects: Objects = new Map();
  const trouble: { answer: RequestListener | null } = { answer: null };
  const url = await startServer((request, response) => {
    if (trouble.answer) trouble.answer(request, response);
    else if (!isSignedWell(request)) response.writeHead(403).end();
    else (handlers[request.method ?? ""] ?? refuse)(objects, request, response);
  });
  const address = url.replace("//", `//${credentials.key}:${encodeURIComponent(credentials.secret)}@`);
  return { address, objects, trouble };
}

const refuse: Handler = (_objects, _request, response) => {
  response.writeHead(405).end();
};

const handlers: Partial<Record<string, Handler>> = {
  PUT: (objects, request, response) => {
    if (request.headers["content-length"] === undefined) response.writeHead(411).end();
    else
      void buffer(request).then((content) => {
        objects.set(request.url ?? "", { content, etag: `"${randomUUID()}"` });
        response.writeHead(200).end();
      });
  },
  DELETE: (objects, request, response) => {
    objects.delete(request.url ?? "");
    response.writeHead(204).end();
  },
  GET: (objects, request, response) => {
    const found = objects.get(request.url ?? "");
    const wanted = request.headers["if-match"];
    if (!found) response.writeHead(404).end("<Error><Code>NoSuchKey</Code></Error>");
    else if (wanted !== undefined && wanted !== found.etag) response.writeHead(412).end();
    else sendPart(found, request.headers.range ?? "", response);
  },
};

function sendPart({ content, etag }: { content: Buffer; etag: string }, range: string, response: ServerResponse): void {
  const [, start = "0", end = "0"] = /^bytes=(\d+)-(\d+)$/.exec(range) ?? [];
  const part = content.subarray(Number(start), Number(end) + 1);
  const headers = {
    etag,
    "last-modified": "Mon, 02 Mar 2026 08:00:00 GMT",
    "content-range": `bytes ${start}-${String(Number(start) + part.length - 1)}/${String(content.length)}`,
    "content-length": part.length,
  };
  response.writeHead(206, headers).end(part);
}

const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");
const hmac = (key: string | Buffer, text: string) => createHmac("sha256", key).update(text).digest();
const form =
  /^AWS4-HMAC-SHA256 Credential=(\S+?)\/(\d{8})\/(\S+?)\/s3\/aws4_request, SignedHeaders=(\S+), Signature=(\w+)$/;

function isSignedWell({ headers, method = "", url = "" }: IncomingMessage): boolean {
  const [, id, date, signedRegion, names = "", signature] = form.exec(headers.authorization ?? "") ?? [];
  if (id !== credentials.key || signedRegion !== region || date === undefined) return false;
  const signed = names.split(";").map((name) => `${name}:${String(headers[name])}\n`);
  const canonical = [method, url, "", signed.join(""), names, String(headers["x-amz-content-sha256"])].join("\n");
  const scope = `${date}/${region}/s3/aws4_request`;
  const text = ["AWS4-HMAC-SHA256", String(headers["x-amz-date"]), scope, sha256(canonical)].join("\n");
  const key = hmac(hmac(hmac(hmac(`AWS4${credentials.secret}`, date), region), "s3"), "aws4_request");
  return names.split(";").includes("host") && hmac(key, text).toString("hex") === signature;
}
