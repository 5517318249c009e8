/** What a store keeps and what may be asked of it, whichever it is. It knows bytes under names of ours and nothing else about them. */
import type { ByteRange } from "./byte-range";

/** Bytes that were kept. They are opened when the reading begins, and let go when it ends or is given up. */
export type Blob = {
  sizeBytes: number;
  /** strong: other bytes have another one */
  etag: string;
  storedAt: Date;
  /** the first `tellingBytes`, or all if there are fewer */
  firstBytes: Uint8Array;
  /** fails with a StoreError when the bytes were replaced meanwhile */
  read: (range: ByteRange) => AsyncGenerator<Uint8Array>;
};

/** A file of ours on the way into the store. */
export type IncomingFile = { path: string; sizeBytes: number };

/** Keys are made by us, of lower-case letters, digits, "-" and "/". */
export type BlobStore = {
  /** null when there is none */
  open: (key: string, signal?: AbortSignal) => Promise<Blob | null>;
  /** takes the file over, whole or not at all; what was under the key is replaced */
  keep: (key: string, file: IncomingFile) => Promise<void>;
  /** nothing to remove is fine */
  remove: (key: string) => Promise<void>;
};
