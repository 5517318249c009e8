/** Chats of any length: the last message comes from the vendor, all before it are written into the tables at once. */
import { sql, type Desk } from "./desk";
import type { Vendor } from "./vendor";

type Told = {
  messages: number;
  /** how many of theirs are new to the team, the last ones */
  unread?: number;
  /** one message that answers another, by their numbers */
  quote?: { by: number; of: number };
  minutesApart?: number;
};

/** Messages are "Line 1" to the last, which came now; every fifth is ours, every fourth is long. */
export async function addLongChat(desk: Desk, vendor: Vendor, told: Told) {
  const { messages, unread = 0, quote, minutesApart = 1 } = told;
  const chat = vendor.chat({ people: ["Ana Ribeiro"] });
  await vendor.says(chat, `Line ${messages}`);
  const quoted = `{"externalId": "line-${quote?.of ?? 0}", "senderExternalId": null, "text": null}`;
  await sql(
    desk,
    `INSERT INTO "Message" ("chatId", "id", "externalId", "bodyRank", "text", "quoted", "senderId", "direction", "receivedAt",
       "arrivedSequence", "sentAt", "isVisible", "isListed", "isCounted")
     SELECT last."chatId", gen_random_uuid(), 'line-' || i, 2,
       'Line ' || i || CASE WHEN i % 4 = 0 THEN repeat(' about tandems, helmets and the bill', 1 + i % 7) ELSE '' END,
       CASE WHEN i = ${quote?.by ?? 0} THEN '${quoted}'::jsonb END, CASE WHEN i % 5 > 0 THEN last."senderId" END,
       CASE WHEN i % 5 > 0 THEN 'incoming' ELSE 'outgoing' END, at, i - ${messages}, at, true, true, true
     FROM "Message" last, generate_series(1, ${messages - 1}) i,
       LATERAL (SELECT last."sentAt" - make_interval(mins => (${messages} - i) * ${minutesApart}) AS at) t`,
  );
  await sql(
    desk,
    `UPDATE "Chat" c SET "unreadCount" = ${unread}, "readSequence" = coalesce((
       SELECT min("arrivedSequence") - 1 FROM (
         SELECT "arrivedSequence" FROM "Message" WHERE "direction" = 'incoming' ORDER BY "arrivedSequence" DESC LIMIT ${unread}) new),
       (SELECT max("arrivedSequence") FROM "Message"))`,
  );
  await sql(desk, 'ANALYZE "Message"');
  const { rows } = await sql(desk, 'SELECT "id" FROM "Chat"');
  const url = `/inbox?chat=${String(rows[0]?.id)}`;
  const idOf = async (number: number) => {
    const found = await sql(desk, `SELECT "id" FROM "Message" WHERE "externalId" = 'line-${number}'`);
    return String(found.rows[0]?.id);
  };
  return { chat, url, idOf };
}
