/**
 * The settings page's button: the vendor's sample through the real door, with the real secret. Its account is marked as a test
 * before the delivery is kept, and clearing it takes the deliveries along, so that rebuilding from the log does not bring it back.
 */
import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { keysOfTestAccounts, removeBlobs } from "../attachments/remove-blobs";
import { db } from "../db";
import { env } from "../env";
import { Refusal } from "../http";
import { answerRequest } from "../ingest/door";
import { accountIdOf, chatIdOf } from "../ingest/ids";
import { sampleAccountId, sampleChatId, sampleDelivery } from "../postpress/sample";

/** Kept when this returns; the chat shows a moment later. @throws Refusal 503 with what the door answered */
export async function sendTestEvent(): Promise<{ chatId: string }> {
  const { publicUrl, POSTPRESS_WEBHOOK_HEADER, POSTPRESS_WEBHOOK_SECRET } = env();
  await db().$executeRaw`
    INSERT INTO "Account" ("id", "externalId", "provider", "isTest")
    VALUES (${accountIdOf(sampleAccountId)}::uuid, ${sampleAccountId}, 'LINKEDIN', true)
    ON CONFLICT ("externalId") DO UPDATE SET "isTest" = true`;
  const delivery = new Request(`${publicUrl}/api/webhooks/postpress`, {
    method: "POST",
    headers: { "Content-Type": "application/json", [POSTPRESS_WEBHOOK_HEADER]: POSTPRESS_WEBHOOK_SECRET[0] ?? "" },
    body: sampleDelivery(new Date(), `test-event-${randomUUID()}`),
  });
  const { status } = await answerRequest(delivery);
  if (status === 200) return { chatId: chatIdOf(sampleAccountId, sampleChatId) };
  const detail = `The door answered ${status}, where only 200 counts.`;
  throw new Refusal({ status: 503, type: "unavailable", title: "The test event was not kept.", detail });
}

/** Removes test accounts with all that hangs on them. Nothing to clear is fine. */
export async function clearTestEvents(): Promise<void> {
  await untilRead();
  const keys = await keysOfTestAccounts();
  await db().$transaction([
    db().$executeRaw`
      WITH cleared AS (
        DELETE FROM "Delivery" WHERE "messageExternalId" IN (
          SELECT m."externalId" FROM "Account" a JOIN "Chat" c ON c."accountId" = a."id" JOIN "Message" m ON m."chatId" = c."id"
          WHERE a."isTest"
        ) AND "accountExternalId" IN (SELECT "externalId" FROM "Account" WHERE "isTest")
        RETURNING "repeatKey"
      )
      DELETE FROM "DeliveryRepeat" WHERE "repeatKey" IN (SELECT "repeatKey" FROM cleared)`,
    db().$executeRaw`DELETE FROM "Account" WHERE "isTest"`,
  ]);
  await removeBlobs(keys);
}

const patienceMs = 3_000;

/** A sample that waits for the applier is known only by its bytes: it is let in first, so that it can be found and taken along. */
async function untilRead(): Promise<void> {
  const newest = await db().delivery.aggregate({ _max: { id: true } });
  const waiting = { state: "kept", id: { lte: newest._max.id ?? 0n } };
  const until = Date.now() + patienceMs;
  while (Date.now() < until && (await db().delivery.count({ where: waiting })) > 0) await pause(50);
}
