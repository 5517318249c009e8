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
  return codesOf(error).some(
    (word) =>
      passingCodes.includes(word) ||
      systemCodes.includes(word) ||
      adapterKinds.includes(word) ||
      (/^[0-9A-Z]{5}$/.test(word) && passingStates.some((state) => word.startsWith(state))),
  );
}

/** The codes that the error, its causes and the driver's own error carry, outermost first. */
export function codesOf(error: unknown, depth = 0): string[] {
  if (typeof error !== "object" || error === null || depth > 4) return [];
  const fields = new Map<string, unknown>(Object.entries(error));
  const own = ["code", "originalCode", "kind"]
    .map((name) => fields.get(name))
    .filter((word) => typeof word === "string");
  const inner = [fields.get("meta"), fields.get("driverAdapterError"), causeOf(error)];
  return [...own, ...inner.flatMap((one) => codesOf(one, depth + 1))];
}

/** A cause is often not enumerable. */
function causeOf(error: object): unknown {
  return "cause" in error ? error.cause : undefined;
}

/** Two transactions got into each other's way; tried again at once it may well go through. */
export function isConflict(error: unknown): boolean {
  const conflicts = ["40001", "40P01", "P2034", "TransactionWriteConflict"];
  return codesOf(error).some((code) => conflicts.includes(code));
}

/** What may be logged of an error: never its text, which can hold values of a row. */
export function describeError(error: unknown): { name: string; codes: string[] } {
  const name = error instanceof Error ? error.name : "unknown";
  return { name, codes: [...new Set(codesOf(error))] };
}
