/**
 * Brings one file from the vendor into the store: asked for by the vendor's ids out of our tables, counted on the way, looked at before it
 * is kept. What comes is either the whole file or a Failure.
 */
import type { IncomingHttpHeaders } from "node:http";
import { rm } from "node:fs/promises";
import { log } from "../log";
import { askVendor, chunksOf, type VendorAnswer } from "../postpress/client";
import type { IncomingFile } from "./blob";
import { blobStore } from "./blob-store";
import { Failure, toFailure } from "./failure";
import { readFirstBytes, receiveFile, TooLarge } from "./incoming";

/** a file of 25 MiB over a line of two megabits a second; whoever drips for longer than this is ended */
const wholeMs = 3 * 60_000;

export type Wanted = {
  /** under which it is kept */
  key: string;
  /** below the vendor's /api/v1 */
  path: readonly string[];
  mostBytes: number;
  /** whether such bytes, called that by the vendor, may be what was promised */
  isFit: (firstBytes: Uint8Array, contentType: string) => boolean;
};

/** @throws Failure, StoreError */
export async function fetchBlob(wanted: Wanted, signal: AbortSignal): Promise<void> {
  const patience = AbortSignal.timeout(wholeMs);
  try {
    const answer = await askVendor({ path: wanted.path, signal: AbortSignal.any([signal, patience]) });
    const file = await receive(answer, wanted.mostBytes);
    await keepIfFit(file, wanted, answer.headers["content-type"] ?? "");
  } catch (error) {
    const failure = patience.aborted ? new Failure("vendor-slow") : toFailure(error);
    if (failure instanceof Failure && !signal.aborted) write(failure, wanted);
    throw failure;
  }
}

/** That something is not there, as most people's pictures are not, is nothing to look at. */
function write({ word, told }: Failure, { key }: Wanted): void {
  log[word === "attachment-gone" ? "debug" : "warn"]({ key, word, ...told }, "a file could not be fetched");
}

async function receive({ headers, body }: VendorAnswer, mostBytes: number): Promise<IncomingFile> {
  const refused = Number(headers["content-length"] ?? 0) > mostBytes ? new TooLarge() : refusalOfCoding(headers);
  if (refused) {
    body.destroy();
    throw refused;
  }
  return receiveFile(chunksOf(body), mostBytes);
}

/** Asked for as they are, the bytes of a packed file would be kept as the file itself. */
function refusalOfCoding({ "content-encoding": coding = "identity" }: IncomingHttpHeaders): Failure | null {
  return coding === "identity" ? null : new Failure("vendor-failed");
}

async function keepIfFit(file: IncomingFile, { key, isFit }: Wanted, contentType: string): Promise<void> {
  try {
    if (file.sizeBytes === 0 || !isFit(await readFirstBytes(file), contentType)) throw new Failure("vendor-failed");
    await blobStore().keep(key, file);
  } catch (error) {
    await rm(file.path, { force: true });
    throw error;
  }
}
