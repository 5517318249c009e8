/**
 * Says whether a failure of the database may pass by itself (then the work is tried again) or belongs to the work itself (then it
 * is set aside). Decided by SQLSTATE and Prisma's codes, never by text.
 */

/** Classes of SQLSTATE: connection, transaction rollback, resources, operator intervention, system; and a lock not had in time. */
const passingStates = ["08", "40", "53", "57", "58", "55P03", "25006", "25P02"];
/** Prisma: cannot reach, timed out, closed, no connection from the pool, conflict; P2028 is a transaction that could not go on. */
const passingCodes = ["P1001", "P1002", "P1008", "P1017", "P2024", "P2028", "P2034"];
const systemCodes = ["ECONNREFUSED", "ECONNRESET", "EPIPE", "ENOTFOUND", "ETIMEDOUT", "EAI_AGAIN", "ENOENT"];
const adapterKinds = [
  "ConnectionClosed",
  "DatabaseNotReachable",
  "SocketTimeout",
  "TransactionWriteConflict",
  "TooManyConnections",
];

export function mayPass(error: unknown): boolean {
  const words = wordsOf(error, 0);
  return words.some(
    (word) =>
      passingCodes.includes(word) ||
      systemCodes.includes(word) ||
      adapterKinds.includes(word) ||
      (/^[0-9A-Z]{5}$/.test(word) && passingStates.some((state) => word.startsWith(state))),
  );
}

/** Every code that the error, its causes and the driver's own error carry. */
function wordsOf(error: unknown, depth: number): string[] {
  if (typeof error !== "object" || error === null || depth > 4) return [];
  const { code, originalCode, kind, cause, meta, driverAdapterError } = error as Record<string, unknown>;
  const own = [code, originalCode, kind].filter((word) => typeof word === "string");
  return [...own, ...[cause, meta, driverAdapterError].flatMap((inner) => wordsOf(inner, depth + 1))];
}
