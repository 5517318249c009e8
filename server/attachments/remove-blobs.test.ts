import { rmSync } from "node:fs";
import { afterAll, expect, it } from "vitest";
import { db } from "../db";
import { addAccount, addAttachment, addAttendee, addChat, addMessage } from "../example-rows";
import { clearTestEvents } from "../inbox/test-event";
import { attachmentKey, pictureKey } from "./blob-keys";
import { blobStore } from "./blob-store";
import { receiveFile } from "./incoming";

afterAll(async () => {
  await db().$disconnect();
  rmSync(process.env.POSTROOM_DATA!, { recursive: true, force: true });
});

// eslint-disable-next-line @typescript-eslint/require-await -- a stream is asynchronous, whatever it streams
async function* bytes(): AsyncGenerator<Uint8Array> {
  yield Buffer.from("bytes");
}

/** An account with one of each thing that has bytes, all of them in the store; gives their keys. */
async function accountWithBlobs(isTest: boolean): Promise<string[]> {
  const account = await addAccount({ isTest });
  const ana = await addAttendee(account);
  const chatId = await addChat(account, { people: [ana], isGroup: true });
  const place = { chatId, messageId: await addMessage(chatId) };
  await addAttachment(place);
  const { id } = await db().attachment.findFirstOrThrow({ where: place });
  const keys = [attachmentKey(id), pictureKey(ana), pictureKey(chatId)];
  for (const key of keys) await blobStore().keep(key, await receiveFile(bytes(), 100));
  return keys;
}

const kept = (keys: string[]) => Promise.all(keys.map(async (key) => (await blobStore().open(key)) !== null));

it("clearing test accounts takes their attachments and pictures along, and no others", async () => {
  const [test, real] = [await accountWithBlobs(true), await accountWithBlobs(false)];
  expect([await kept(test), await kept(real)]).toEqual([Array(3).fill(true), Array(3).fill(true)]);
  await clearTestEvents();
  expect([await kept(test), await kept(real)]).toEqual([Array(3).fill(false), Array(3).fill(true)]);
});
