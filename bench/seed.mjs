/**
 * Fills a migrated, empty database with an inbox of any size, in SQL, so that reads can be measured on it:
 * `node bench/seed.mjs --messages 1000000 --chats 100000 --url postgresql://…`
 * 12 accounts on six providers; the first chat holds a tenth of all messages, or as many as told, the others share the rest; a third of the
 * messages is ours, every seventh is longer than a line, every fifth chat has something unread, every tenth is a group, every tenth message
 * has a reaction, every twentieth a file.
 */
import { parseArgs } from "node:util";
import { withClient } from "../scripts/database.mjs";

const accounts = `
  INSERT INTO "Account" ("id", "externalId", "provider", "name", "state", "lastEventAt")
  SELECT md5('account ' || i)::uuid, 'account-' || i,
    (ARRAY['LINKEDIN','WHATSAPP','INSTAGRAM','MESSENGER','TELEGRAM','TWITTER'])[1 + i % 6], 'Desk ' || i, 'ok', now()
  FROM generate_series(0, 11) i`;

const chats = `
  INSERT INTO "Chat" ("id", "accountId", "externalId", "provider", "isGroup", "title")
  SELECT md5('chat ' || i)::uuid, md5('account ' || i % 12)::uuid, 'chat-' || i,
    (ARRAY['LINKEDIN','WHATSAPP','INSTAGRAM','MESSENGER','TELEGRAM','TWITTER'])[1 + (i % 12) % 6],
    i % 10 = 0, CASE WHEN i % 10 = 0 THEN 'Group ' || i END
  FROM generate_series(0, $1::int - 1) i`;

const attendees = `
  INSERT INTO "Attendee" ("id", "accountId", "externalId", "name", "aliases", "isSelf")
  SELECT md5('attendee ' || i)::uuid, md5('account ' || i % 12)::uuid, 'attendee-' || i, 'Person ' || i, ARRAY['person-' || i], false
  FROM generate_series(0, $1::int - 1) i
  UNION ALL
  SELECT md5('self ' || i)::uuid, md5('account ' || i)::uuid, 'self-' || i, 'Desk ' || i, ARRAY['self-' || i], true
  FROM generate_series(0, 11) i`;

const members = `
  INSERT INTO "ChatAttendee" ("chatId", "attendeeId", "sequence")
  SELECT md5('chat ' || i)::uuid, md5('attendee ' || i)::uuid, 1 FROM generate_series(0, $1::int - 1) i
  UNION ALL
  SELECT md5('chat ' || i)::uuid, md5('self ' || i % 12)::uuid, 1 FROM generate_series(0, $1::int - 1) i
  UNION ALL
  SELECT md5('chat ' || i)::uuid, md5('attendee ' || (i + 12 * k) % $1::int)::uuid, 2
  FROM generate_series(0, $1::int - 1, 10) i, generate_series(1, 4) k`;

/**
 * Of $3 messages in all, $4 are those of chat 0, spread evenly among the others; times go back from now, one message every 20 seconds, so
 * that chats interleave.
 */
const messages = `
  INSERT INTO "Message" ("chatId", "id", "externalId", "bodyRank", "bodyAt", "bodySequence", "text", "senderId", "direction",
    "directionRank", "directionAt", "directionSequence", "placedAt", "receivedAt", "arrivedSequence", "sentAt", "isVisible", "isListed",
    "isCounted", "deliveredAt", "readAt")
  SELECT md5('chat ' || c)::uuid, md5('message ' || i)::uuid, 'message-' || i, 2, at, i,
    'Message ' || i || ' about ' || (ARRAY['tandems','helmets','the bill','a tour','Saturday','the key'])[1 + i % 6] || ' ' || md5(i::text)
      || CASE WHEN i % 7 = 0 THEN repeat(' Could we have the two blue ones at ten, and would a child seat fit on the second?', 1 + i % 5) ELSE '' END,
    CASE WHEN i % 3 = 0 THEN md5('self ' || c % 12)::uuid ELSE md5('attendee ' || c)::uuid END,
    CASE WHEN i % 3 = 0 THEN 'outgoing' ELSE 'incoming' END, 3, at, i, at, at, i, at, true, true, true,
    CASE WHEN i % 3 = 0 THEN at END, CASE WHEN i % 6 = 0 THEN at END
  FROM (
    SELECT i, CASE WHEN d > (i::bigint * $4::int) / $3::int THEN 0 ELSE 1 + ((i - d) * 7919) % ($2::int - 1) END AS c,
      date_trunc('milliseconds', now()) - make_interval(secs => ($3::int - i) * 20.0) AS at
    FROM generate_series($1::int, least($1::int + 199999, $3::int - 1)) i, LATERAL (SELECT ((i + 1)::bigint * $4::int) / $3::int AS d) deep) one`;

const reactions = `
  INSERT INTO "Reaction" ("chatId", "messageId", "attendeeId", "emoji", "at", "sequence")
  SELECT "chatId", "id", "senderId", '👍', "sentAt", "arrivedSequence" FROM "Message" WHERE "arrivedSequence" % 10 = 7`;

const attachments = `
  INSERT INTO "Attachment" ("chatId", "messageId", "externalId", "id", "place", "kind", "mimetype", "name", "sizeBytes", "width", "height",
    "bodyRank", "at", "sequence")
  SELECT "chatId", "id", '#0', "id", 0, 'image', 'image/jpeg', 'photo.jpg', 48213, 1080, 720, 2, "sentAt", "arrivedSequence"
  FROM "Message" WHERE "arrivedSequence" % 20 = 3`;

/** Four chats of five are read up to their end; the summaries are derived as the applier does. */
const summaries = `
  UPDATE "Chat" c SET "lastActivityAt" = d."sentAt", "lastMessageId" = d."id",
    "readSequence" = CASE WHEN d.turn = 0 THEN greatest(d."arrivedSequence" - 3, 0) ELSE d."arrivedSequence" END,
    "unreadCount" = CASE WHEN d.turn = 0 THEN d.unread ELSE 0 END, "waitingSince" = CASE WHEN d."direction" = 'incoming' THEN d."sentAt" END
  FROM (
    SELECT ch."id" AS "chatId", last.*, (hashtext(ch."externalId") & 1023) % 5 AS turn,
      (SELECT count(*)::int FROM "Message" m WHERE m."chatId" = ch."id" AND m."isCounted" AND m."direction" = 'incoming'
        AND m."arrivedSequence" > greatest(last."arrivedSequence" - 3, 0)) AS unread
    FROM "Chat" ch JOIN LATERAL (
      SELECT m."id", m."sentAt", m."arrivedSequence", m."direction" FROM "Message" m WHERE m."chatId" = ch."id" AND m."isListed"
      ORDER BY m."sentAt" DESC, m."externalId" DESC LIMIT 1) last ON true) d
  WHERE c."id" = d."chatId"`;

/** @param {{ messages: number, chats: number, deepest?: number }} size `deepest`: how many messages the first chat holds */
export async function seed(url, size) {
  const { deepest = Math.floor(size.messages / 10) } = size;
  await withClient(url, async (client) => {
    await client.query(accounts);
    for (const one of [chats, attendees, members]) await client.query(one, [size.chats]);
    for (let start = 0; start < size.messages; start += 200_000)
      await client.query(messages, [start, size.chats, size.messages, deepest]);
    for (const one of [reactions, attachments, summaries, "VACUUM (ANALYZE)"]) await client.query(one);
  });
}

if (import.meta.filename === process.argv[1]) {
  const { values } = parseArgs({
    options: {
      messages: { type: "string", default: "1000000" },
      chats: { type: "string", default: "100000" },
      url: { type: "string", default: process.env.DATABASE_URL ?? "" },
    },
  });
  await seed(values.url, { messages: Number(values.messages), chats: Number(values.chats) });
}
