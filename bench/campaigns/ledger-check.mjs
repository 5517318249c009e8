/** The check after every campaign: what was sent, what was acknowledged, what is in the tables, and what the log says. */
import { demand, demandEqual, until } from "./demand.mjs";

/** Resolves when no delivery waits for the applier. */
export function untilApplied(database, timeoutMs = 60_000) {
  const ask = async () => {
    const [{ kept }] = await database.query(`SELECT count(*)::int AS kept FROM "Delivery" WHERE "state" = 'kept'`);
    return kept === 0;
  };
  return until(ask, { what: "the backlog's end", timeoutMs });
}

/** sent = acked ∪ given up; every acked delivery is in the database, and each of its states adds up. */
export async function checkLedger(database, entries, { mayGiveUp = false } = {}) {
  demand(entries.length > 0, "the ledger is empty");
  const ended = entries.filter(({ outcome }) => outcome === "acked" || outcome === "given up");
  demandEqual(ended.length, entries.length, "deliveries with an outcome");
  const givenUp = entries.length - entries.filter(({ outcome }) => outcome === "acked").length;
  demand(mayGiveUp || givenUp === 0, `${givenUp} deliveries were given up`);
  const acked = new Set(entries.filter(({ outcome }) => outcome === "acked").map(({ sha256 }) => sha256));
  const rows = await database.query(`SELECT encode("sha256", 'hex') AS "sha256", "state" FROM "Delivery"`);
  const kept = new Set(rows.map(({ sha256 }) => sha256));
  const lost = [...acked].filter((sha256) => !kept.has(sha256));
  demand(lost.length === 0, `${lost.length} acknowledged deliveries are not in the database`);
  return { acked: acked.size, rows: rows.length };
}

/** Each effect of known traffic exactly once. */
export async function checkEffects(database, expected) {
  const [found] = await database.query(`
    SELECT count(*)::int AS "messages",
      count(*) FILTER (WHERE "direction" = 'incoming')::int AS "incoming",
      count(*) FILTER (WHERE "deliveredAt" IS NOT NULL)::int AS "delivered",
      count(*) FILTER (WHERE "readAt" IS NOT NULL)::int AS "read",
      (SELECT count(*) FILTER (WHERE "emoji" IS NOT NULL) FROM "Reaction")::int AS "reactions",
      (SELECT count(*) FROM "Chat")::int AS "chats"
    FROM "Message" WHERE "bodyRank" >= 2`);
  demandEqual(found, expected, "effects in the tables");
  const [{ unread }] = await database.query(`SELECT coalesce(sum("unreadCount"), 0)::int AS "unread" FROM "Chat"`);
  demandEqual(unread, expected.incoming, "unread messages");
}

/** A crash nobody caught has no level: it is printed as it is. */
export function checkLog(product, { allowed = [] } = {}) {
  const lines = product.readLog().split("\n").filter(Boolean);
  const bad = lines.filter((line) => isBad(line) && !allowed.some((pattern) => pattern.test(line)));
  demand(bad.length === 0, `${bad.length} unexpected lines in the log, such as: ${bad[0]?.slice(0, 400)}`);
}

function isBad(line) {
  if (line.startsWith("{")) return JSON.parse(line).level >= 50;
  return /unhandled|uncaught|P2002|^\w*Error\b/i.test(line);
}
