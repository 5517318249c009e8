/**
 * The store in a bucket that speaks S3. The address holds the key and its secret, says under which path the objects lie, and in `region`
 * what is signed for: https://KEY:SECRET@s3.example.com/bucket/prefix?region=eu-central-1. Bodies are streamed both ways, never held.
 */
import { createReadStream } from "node:fs";
import { rm } from "node:fs/promises";
import type { IncomingMessage } from "node:http";
import { AwsV4Signer } from "aws4fetch";
import { OutboundError, sendRequest, type OutboundRequest } from "../outbound";
import type { Blob, BlobStore, IncomingFile } from "./blob";
import type { ByteRange } from "./byte-range";
import { HungUp } from "./hung-up";
import { tellingBytes } from "./media-type";
import { StoreError } from "./store-error";

/** a person may stop a film for a while: the bucket is then not read, and not silent */
const pauseMs = 10 * 60_000;

type Bucket = { base: string; accessKeyId: string; secretAccessKey: string; region: string };
type Told = Pick<OutboundRequest, "content" | "signal" | "idleMs"> & {
  method: string;
  headers?: Record<string, string>;
};

export function createS3Store(address: string): BlobStore {
  const bucket = toBucket(new URL(address));
  return {
    open: (key, signal) => openObject(bucket, key, signal),
    keep: (key, file) => putObject(bucket, key, file),
    remove: async (key) => {
      const answer = await ask(bucket, key, { method: "DELETE" });
      answer.destroy();
      if (!isWell(answer) && answer.statusCode !== 404) throw refusedBy(answer);
    },
  };
}

function toBucket(url: URL): Bucket {
  return {
    base: `${url.origin}${url.pathname.replace(/\/+$/, "")}`,
    accessKeyId: decodeURIComponent(url.username),
    secretAccessKey: decodeURIComponent(url.password),
    region: url.searchParams.get("region") ?? "us-east-1",
  };
}

/** @throws StoreError when nobody answers */
async function ask({ base, ...credentials }: Bucket, key: string, told: Told): Promise<IncomingMessage> {
  const { method, headers = {} } = told;
  const signed = await new AwsV4Signer({
    ...credentials,
    service: "s3",
    method,
    url: `${base}/${key}`,
    headers,
  }).sign();
  try {
    return await sendRequest(signed.url, { ...told, headers: { ...Object.fromEntries(signed.headers) } });
  } catch (error) {
    if (told.signal?.aborted === true) throw new HungUp();
    if (error instanceof OutboundError) throw new StoreError(error.isTimeout ? "TIMEOUT" : "NO_CONNECTION");
    throw error;
  }
}

const isWell = ({ statusCode = 0 }: IncomingMessage) => statusCode >= 200 && statusCode < 300;

function refusedBy(answer: IncomingMessage): StoreError {
  answer.destroy();
  return new StoreError(`S3_${String(answer.statusCode)}`);
}

/** One request tells size, tag and age, and brings the first bytes. */
async function openObject(bucket: Bucket, key: string, signal?: AbortSignal): Promise<Blob | null> {
  const headers = { range: `bytes=0-${String(tellingBytes - 1)}` };
  const answer = await ask(bucket, key, { method: "GET", headers, signal });
  if (answer.statusCode === 404) {
    answer.destroy();
    return null;
  }
  const { etag, "last-modified": modifiedAt = "", "content-range": range = "" } = answer.headers;
  const [, total] = /^bytes 0-\d+\/(\d+)$/.exec(range) ?? [];
  if (answer.statusCode !== 206 || etag === undefined || total === undefined) throw refusedBy(answer);
  const firstBytes = await readWhole(answer);
  const storedAt = new Date(modifiedAt);
  const read = (wanted: ByteRange) => readObject({ bucket, key, etag }, wanted);
  return { sizeBytes: Number(total), etag, storedAt, firstBytes, read };
}

async function readWhole(answer: IncomingMessage): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of chunksOf(answer)) chunks.push(chunk);
  return Buffer.concat(chunks);
}

type ObjectRead = { bucket: Bucket; key: string; etag: string };

async function* readObject({ bucket, key, etag }: ObjectRead, { start, end }: ByteRange): AsyncGenerator<Uint8Array> {
  const headers = { range: `bytes=${String(start)}-${String(end)}`, "if-match": etag };
  const answer = await ask(bucket, key, { method: "GET", headers, idleMs: pauseMs });
  if (answer.statusCode !== 206) throw refusedBy(answer);
  yield* chunksOf(answer);
}

/** @throws StoreError when the body is cut */
async function* chunksOf(answer: IncomingMessage): AsyncGenerator<Uint8Array> {
  try {
    for await (const chunk of answer) if (chunk instanceof Uint8Array) yield chunk;
  } catch (error) {
    if (error instanceof Error) throw new StoreError("CUT");
    throw error;
  }
}

/** The file goes when it has arrived; when it has not, whoever brought it removes it. */
async function putObject(bucket: Bucket, key: string, file: IncomingFile): Promise<void> {
  const headers = { "content-length": String(file.sizeBytes), "content-type": "application/octet-stream" };
  const answer = await ask(bucket, key, { method: "PUT", headers, content: createReadStream(file.path) });
  if (!isWell(answer)) throw refusedBy(answer);
  answer.resume();
  await rm(file.path, { force: true });
}
