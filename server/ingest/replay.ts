/**
 * Reads a kept delivery again and folds it once more, with the sequence of its first arrival: what was understood before changes
 * nothing, what is understood only now takes its place. The team's read marks are untouched.
 */
import type { PrismaClient } from "../generated/client";
import { applyOne, takeAgain } from "./applier";

/** False when there is no such delivery. @throws what the database throws */
export async function replayDelivery(db: PrismaClient, id: bigint): Promise<boolean> {
  const applied = await applyOne(db, (tx) => takeAgain(tx, id), id);
  return applied.taken > 0;
}

/** Puts every delivery back into the queue, oldest first, for appliers to fold anew. Returns how many. */
export async function replayAll(db: PrismaClient): Promise<number> {
  return db.$executeRaw`UPDATE "Delivery" SET "state" = 'kept' WHERE "state" <> 'kept'`;
}
