/**
 * The store in the data folder: a file for each blob, readable by us alone, under names that are made from our ids. A file appears whole
 * or not at all, because it is written and synced elsewhere in the folder and then renamed.
 */
import type { BigIntStats } from "node:fs";
import { mkdir, open, rename, rm, type FileHandle } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import type { Blob, BlobStore, IncomingFile } from "./blob";
import type { ByteRange } from "./byte-range";
import { tellingBytes } from "./media-type";
import { StoreError, storeError } from "./store-error";

const chunkBytes = 64 * 1024;

export function createFolderStore(dataFolder: string): BlobStore {
  const placeOf = (key: string) => join(resolve(dataFolder), "blobs", key);
  return {
    open: (key) => openFile(placeOf(key)),
    keep: (key, file) => moveFile(file, placeOf(key)),
    remove: (key) => removeFile(placeOf(key)),
  };
}

async function openFile(path: string): Promise<Blob | null> {
  try {
    const file = await open(path, "r");
    try {
      const stat = await file.stat({ bigint: true });
      const { buffer, bytesRead } = await file.read(Buffer.alloc(tellingBytes), 0, tellingBytes, 0);
      return toBlob(path, stat, buffer.subarray(0, bytesRead));
    } finally {
      await file.close();
    }
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
    throw storeError(error);
  }
}

function toBlob(path: string, stat: BigIntStats, firstBytes: Uint8Array): Blob {
  const etag = etagOf(stat);
  return {
    sizeBytes: Number(stat.size),
    etag,
    storedAt: new Date(Number(stat.mtimeMs)),
    firstBytes,
    read: (range) => readFile(path, etag, range),
  };
}

/** A kept file is never changed, only replaced: size and time of writing tell one from another. */
function etagOf({ size, mtimeNs }: BigIntStats): string {
  return `"${size.toString(36)}-${mtimeNs.toString(36)}"`;
}

async function* readFile(path: string, etag: string, range: ByteRange): AsyncGenerator<Uint8Array> {
  try {
    const file = await open(path, "r");
    try {
      if (etagOf(await file.stat({ bigint: true })) !== etag) throw new StoreError("REPLACED");
      yield* chunksOf(file, range);
    } finally {
      await file.close();
    }
  } catch (error) {
    throw storeError(error);
  }
}

async function* chunksOf(file: FileHandle, { start, end }: ByteRange): AsyncGenerator<Uint8Array> {
  for (let at = start; at <= end;) {
    const wanted = Math.min(chunkBytes, end + 1 - at);
    const { buffer, bytesRead } = await file.read(Buffer.alloc(wanted), 0, wanted, at);
    if (bytesRead === 0) throw new StoreError("SHORT");
    yield buffer.subarray(0, bytesRead);
    at += bytesRead;
  }
}

async function moveFile(file: IncomingFile, path: string): Promise<void> {
  try {
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    await rename(file.path, path);
  } catch (error) {
    throw storeError(error);
  }
}

async function removeFile(path: string): Promise<void> {
  try {
    await rm(path, { force: true });
  } catch (error) {
    throw storeError(error);
  }
}
