/**
 * Where the bytes of attachments and pictures are kept, so that the vendor is asked for each only once: in the data folder, or in a bucket
 * that speaks S3. Whatever a store loses is fetched again.
 */
import { env } from "../env";
import type { BlobStore } from "./blob";
import { createFolderStore } from "./folder-store";
import { createS3Store } from "./s3-store";

/** The data folder by default, a bucket where S3_URL says so. */
export function blobStore(): BlobStore {
  const { POSTROOM_DATA, S3_URL } = env();
  return S3_URL === undefined ? createFolderStore(POSTROOM_DATA) : createS3Store(S3_URL);
}
