/** What is cleared from the tables takes its bytes along. */
import { db } from "../db";
import { log } from "../log";
import { attachmentKey, pictureKey } from "./blob-keys";
import { blobStore } from "./blob-store";
import { StoreError } from "./store-error";

/** The keys of all that test accounts may have brought into the store; to be asked for while their rows are there. */
export async function keysOfTestAccounts(): Promise<string[]> {
  const isTest = { account: { isTest: true } };
  const [attachments, attendees, chats] = await Promise.all([
    db().attachment.findMany({ where: { message: { chat: isTest } }, select: { id: true } }),
    db().attendee.findMany({ where: isTest, select: { id: true } }),
    db().chat.findMany({ where: isTest, select: { id: true } }),
  ]);
  return [
    ...attachments.map(({ id }) => attachmentKey(id)),
    ...[...attendees, ...chats].map(({ id }) => pictureKey(id)),
  ];
}

/** What cannot be removed now stays behind as bytes that no row leads to. */
export async function removeBlobs(keys: readonly string[]): Promise<void> {
  const store = blobStore();
  try {
    for (const key of keys) await store.remove(key);
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
    log.warn({ code: error.code }, "blobs of cleared rows could not be removed");
  }
}
