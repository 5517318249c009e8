import { randomUUID } from "node:crypto";
import { existsSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeEach, describe, expect, it, vi } from "vitest";
import { stopServers } from "../loopback";
import type { Blob, BlobStore } from "./blob";
import { credentials, startExampleBucket } from "./example-bucket";
import { createFolderStore } from "./folder-store";
import { receiveFile, TooLarge } from "./incoming";
import { createS3Store } from "./s3-store";
import { StoreError } from "./store-error";

const folder = process.env.POSTROOM_DATA!;
const incoming = join(folder, "blobs", "incoming");
const bytes = Buffer.alloc(300_000, "0123456789");

afterAll(async () => {
  await stopServers();
  rmSync(folder, { recursive: true, force: true });
});

// eslint-disable-next-line @typescript-eslint/require-await -- a stream is asynchronous, whatever it streams
async function* chunks(...parts: Uint8Array[]): AsyncGenerator<Uint8Array> {
  yield* parts;
}

async function put(store: BlobStore, key: string, content: Buffer): Promise<void> {
  const file = await receiveFile(chunks(content.subarray(0, 1000), content.subarray(1000)), content.length);
  await store.keep(key, file).catch((error: unknown) => {
    rmSync(file.path);
    throw error;
  });
}

const s3At = (address: string) => createS3Store(`${address}/bucket/inbox/?region=eu-central-1`);

async function read(blob: Blob | null, start = 0, end = (blob?.sizeBytes ?? 0) - 1): Promise<Buffer> {
  const parts = [];
  for await (const part of blob!.read({ start, end })) parts.push(part);
  return Buffer.concat(parts);
}

describe.each([
  ["a folder", () => Promise.resolve(createFolderStore(folder))],
  ["a bucket", async () => s3At((await startExampleBucket()).address)],
])("%s", (_, open) => {
  let store: BlobStore;
  beforeEach(async () => {
    store = await open();
  });

  it("gives back what it keeps, whole and in part, with what it begins with", async () => {
    await put(store, "attachments/ab/abc", bytes);
    const blob = await store.open("attachments/ab/abc");
    expect(blob).toMatchObject({ sizeBytes: bytes.length, etag: expect.stringMatching(/^"[\w-]+"$/) });
    expect(Buffer.from(blob!.firstBytes).equals(bytes.subarray(0, 512))).toBe(true);
    expect((await read(blob)).equals(bytes)).toBe(true);
    expect((await read(blob, 7, 7)).toString()).toBe("7");
    expect((await read(blob, 65_530, 131_079)).equals(bytes.subarray(65_530, 131_080))).toBe(true);
  });

  it("leaves nothing where files came in", async () => {
    await put(store, "attachments/ab/left", bytes);
    expect(readdirSync(incoming)).toEqual([]);
  });

  it("has nothing under other names, nor after it was removed; removing twice is fine", async () => {
    expect(await store.open("attachments/ab/none")).toBeNull();
    await put(store, "attachments/ab/removed", bytes);
    await store.remove("attachments/ab/removed");
    await store.remove("attachments/ab/removed");
    expect(await store.open("attachments/ab/removed")).toBeNull();
  });

  it("replaces what was there, under another tag, and never mixes the two", async () => {
    await put(store, "pictures/ab/changed", bytes);
    const before = await store.open("pictures/ab/changed");
    await put(store, "pictures/ab/changed", Buffer.alloc(bytes.length, "x"));
    const after = await store.open("pictures/ab/changed");
    expect(after!.etag).not.toBe(before!.etag);
    await expect(read(before)).rejects.toBeInstanceOf(StoreError);
    expect((await read(after, 0, 2)).toString()).toBe("xxx");
  });

  it("knows how small a small file is", async () => {
    await put(store, "attachments/ab/small", Buffer.from("a"));
    const blob = await store.open("attachments/ab/small");
    expect([blob!.sizeBytes, Buffer.from(blob!.firstBytes).toString()]).toEqual([1, "a"]);
  });
});

describe("a bucket", () => {
  it("is asked below its path, in its region, by a signature that holds", async () => {
    const { objects, address } = await startExampleBucket();
    const store = s3At(address);
    await put(store, "attachments/ab/abc", bytes);
    expect([...objects.keys()]).toEqual(["/bucket/inbox/attachments/ab/abc"]);
    const elsewhere = createS3Store(`${address}/bucket/inbox`);
    await expect(elsewhere.open("attachments/ab/abc")).rejects.toMatchObject({ code: "S3_403" });
    const stranger = createS3Store(`${address.replace(credentials.key, "AKIAOTHER")}/bucket?region=eu-central-1`);
    await expect(put(stranger, "a", bytes)).rejects.toMatchObject({ code: "S3_403" });
  });

  it("that fails, or is away, is a trouble of the store with its code", async () => {
    const { address, trouble } = await startExampleBucket();
    const store = s3At(address);
    await put(store, "attachments/ab/abc", bytes);
    const blob = await store.open("attachments/ab/abc");
    trouble.answer = (_request, response) => void response.writeHead(500).end();
    await expect(store.open("attachments/ab/abc")).rejects.toMatchObject({ code: "S3_500" });
    await expect(store.remove("attachments/ab/abc")).rejects.toMatchObject({ code: "S3_500" });
    trouble.answer = (_request, response) => {
      response.writeHead(206, { "content-length": bytes.length }).write("012", () => response.destroy());
    };
    await expect(read(blob)).rejects.toMatchObject({ code: "CUT" });
    trouble.answer = (_request, response) => void response.writeHead(307, { location: "http://127.0.0.1:1/" }).end();
    await expect(store.open("attachments/ab/abc")).rejects.toMatchObject({ code: "S3_307" });
    await stopServers();
    await expect(store.open("attachments/ab/abc")).rejects.toMatchObject({ code: "NO_CONNECTION" });
  });
});

describe("a file that comes in", () => {
  it("is gone when it is too large or breaks off", async () => {
    await expect(receiveFile(chunks(bytes, bytes), bytes.length + 1)).rejects.toBeInstanceOf(TooLarge);
    async function* breaking(): AsyncGenerator<Uint8Array> {
      yield* chunks(bytes);
      throw new Error("cut");
    }
    await expect(receiveFile(breaking(), 1e9)).rejects.toThrow("cut");
    expect(readdirSync(incoming)).toEqual([]);
  });

  it("may be exactly as large as allowed, and the folder may have been emptied before", async () => {
    rmSync(join(folder, "blobs"), { recursive: true });
    const file = await receiveFile(chunks(bytes), bytes.length);
    expect(readFileSync(file.path).equals(bytes)).toBe(true);
    rmSync(file.path);
  });

  it("that a killed process left behind is cleared by the next one", async () => {
    const [old, recent] = [join(incoming, randomUUID()), join(incoming, randomUUID())];
    for (const path of [old, recent]) writeFileSync(path, "half");
    const longAgo = new Date(Date.now() - 2 * 60 * 60_000);
    utimesSync(old, longAgo, longAgo);
    vi.resetModules();
    const next = await import("./incoming");
    rmSync((await next.receiveFile(chunks(bytes), bytes.length)).path);
    expect([existsSync(old), existsSync(recent)]).toEqual([false, true]);
  });
});
