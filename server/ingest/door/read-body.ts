/** Reads a body within the door's limits, from Node's stream or from the web's. Counts on the stream: a declared length may lie. */
import type { IncomingMessage } from "node:http";
import { log } from "../../log";
import type { BodyLimits, ReadBody } from "../receive";

export function readNodeBody(request: IncomingMessage, limits: BodyLimits): Promise<ReadBody> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let sizeBytes = 0;
    const end = (body: ReadBody): void => {
      clearTimeout(timer);
      request.off("data", onChunk).off("end", onEnd).off("close", onClose);
      resolve(body);
    };
    const onChunk = (chunk: Buffer): void => {
      sizeBytes += chunk.length;
      chunks.push(chunk);
      if (sizeBytes > limits.mostBytes) end({ outcome: "too-large" });
    };
    const onEnd = (): void => end({ outcome: "complete", bytes: joined(chunks) });
    const onClose = (): void => end({ outcome: "cut" });
    const timer = setTimeout(() => end({ outcome: "too-slow" }), limits.timeoutMs);
    request.on("data", onChunk).on("end", onEnd).on("close", onClose);
  });
}

export async function readWebBody(request: Request, limits: BodyLimits): Promise<ReadBody> {
  if (!request.body) return { outcome: "complete", bytes: new Uint8Array() };
  const reader = request.body.getReader();
  let timer: NodeJS.Timeout | undefined;
  const deadline = new Promise<ReadBody>((resolve) => {
    timer = setTimeout(() => resolve({ outcome: "too-slow" }), limits.timeoutMs);
  });
  const body = await Promise.race([readAll(reader, limits), deadline]);
  clearTimeout(timer);
  if (body.outcome !== "complete") leave(reader);
  return body;
}

async function readAll(reader: ReadableStreamDefaultReader<Uint8Array>, limits: BodyLimits): Promise<ReadBody> {
  const chunks: Uint8Array[] = [];
  let sizeBytes = 0;
  try {
    for (let read = await reader.read(); !read.done; read = await reader.read()) {
      sizeBytes += read.value.byteLength;
      if (sizeBytes > limits.mostBytes) return { outcome: "too-large" };
      chunks.push(read.value);
    }
  } catch (error) {
    log.debug({ err: error }, "a sender hung up");
    return { outcome: "cut" };
  }
  return { outcome: "complete", bytes: joined(chunks) };
}

function leave(reader: ReadableStreamDefaultReader<Uint8Array>): void {
  reader.cancel().catch((error: unknown) => log.debug({ err: error }, "a body could not be left"));
}

function joined(chunks: readonly Uint8Array[]): Uint8Array {
  const [first] = chunks;
  return chunks.length === 1 && first ? first : Buffer.concat(chunks);
}
