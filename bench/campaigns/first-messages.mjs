/** R5: ten first messages at once into a chat that does not exist yet, over two processes: one chat, ten messages. */
import { demandEqual } from "./demand.mjs";
import { toPayload } from "./known-traffic.mjs";
import { checkLedger, checkLog, untilApplied } from "./ledger-check.mjs";

const width = 10;

export const campaign = {
  id: "R5",
  title: "race of first messages",
  quick: { rounds: 20 },
  full: { rounds: 200 },
  run,
};

async function run(stage, { rounds }) {
  const database = await stage.database();
  const products = [await stage.product(database), await stage.product(database)];
  const senders = products.map((product) => stage.sender(product.target, { delaysMs: [] }));
  for (let round = 0; round < rounds; round += 1)
    await Promise.all(firstMessages(round).map((payload, place) => senders[place % 2].send(payload)));
  await untilApplied(database);
  const shares = await Promise.all(
    senders.map(async ({ ledger }) => (await checkLedger(database, ledger.entries())).acked),
  );
  demandEqual(shares, [rounds * 5, rounds * 5], "deliveries of each process");
  const chats = await database.query(`
    SELECT c."externalId", c."unreadCount", count(m.*)::int AS "messages" FROM "Chat" c LEFT JOIN "Message" m ON m."chatId" = c."id"
    GROUP BY c."id"`);
  demandEqual(chats.length, rounds, "chats");
  const wrong = chats.filter(({ messages, unreadCount }) => messages !== width || unreadCount !== width);
  demandEqual(wrong, [], "chats without ten messages, all unread");
  for (const product of products) checkLog(product);
  return `${rounds} new chats, ${width} messages at once into each, over 2 processes: each one chat with ${width} messages`;
}

function firstMessages(round) {
  const chat = `r5-chat-${round}`;
  return Array.from({ length: width }, (_, number) =>
    toPayload("message_received", { prefix: "r5", chat, id: `${chat}-${number}`, number }),
  );
}
