/**
 * Where a download lands before it is known to be whole and fit to be kept: a file of a name that we made up, counted while it is
 * written, and gone again unless a store takes it over.
 */
import { randomUUID } from "node:crypto";
import { statSync } from "node:fs";
import { mkdir, open, readdir, rm } from "node:fs/promises";
import { join, resolve } from "node:path";
import { env } from "../env";
import type { IncomingFile } from "./blob";
import { tellingBytes } from "./media-type";
import { storeError } from "./store-error";

/** More came than may. */
export class TooLarge extends Error {}

/** what a killed process left behind is older than any download takes */
const abandonedMs = 60 * 60_000;

/** Written, synced and closed. What `chunks` throws comes through, and leaves no file. @throws TooLarge, StoreError */
export async function receiveFile(chunks: AsyncIterable<Uint8Array>, mostBytes: number): Promise<IncomingFile> {
  const path = join(await openFolder(), randomUUID());
  const file = await open(path, "wx", 0o600).catch(failStore);
  try {
    let sizeBytes = 0;
    for await (const chunk of chunks) {
      sizeBytes += chunk.byteLength;
      if (sizeBytes > mostBytes) throw new TooLarge();
      await file.appendFile(chunk).catch(failStore);
    }
    await file.sync().catch(failStore);
    await file.close();
    return { path, sizeBytes };
  } catch (error) {
    await file.close();
    await rm(path, { force: true });
    throw error;
  }
}

export async function readFirstBytes({ path }: IncomingFile): Promise<Uint8Array> {
  const file = await open(path, "r").catch(failStore);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(tellingBytes), 0, tellingBytes, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

function failStore(error: unknown): never {
  throw storeError(error);
}

let isCleared = false;

/** Made where it is missing, for whoever empties the data folder; cleared of what was abandoned once a process. */
async function openFolder(): Promise<string> {
  const path = join(resolve(env().POSTROOM_DATA), "blobs", "incoming");
  await mkdir(path, { recursive: true, mode: 0o700 }).catch(failStore);
  if (!isCleared) {
    isCleared = true;
    for (const name of await readdir(path)) await removeAbandoned(join(path, name));
  }
  return path;
}

async function removeAbandoned(path: string): Promise<void> {
  const found = statSync(path, { throwIfNoEntry: false }); // another process may clear the same folder
  if (found && Date.now() - found.mtimeMs > abandonedMs) await rm(path, { force: true });
}
