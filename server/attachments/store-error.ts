/** The place where files are kept cannot be used: a full disk, a bucket that is away. Ours to mend, and never the vendor's fault. */
export class StoreError extends Error {
  constructor(readonly code: string) {
    super(`the store of attachments: ${code}`);
  }
}

/** Turns what the file system throws into a StoreError with its code. */
export function storeError(error: unknown): unknown {
  if (error instanceof Error && "code" in error && typeof error.code === "string") return new StoreError(error.code);
  return error;
}
