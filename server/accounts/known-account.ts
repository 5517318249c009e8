/** An account by our id, as routes need it. */
import { z } from "zod";
import { db } from "../db";
import { notFound } from "../http";

export type KnownAccount = { id: string; externalId: string; provider: string; isTest: boolean };

/** @throws Refusal 404 */
export async function requireAccount(id: string): Promise<KnownAccount> {
  if (!z.guid().safeParse(id).success) throw notFound();
  const select = { id: true, externalId: true, provider: true, isTest: true };
  const account = await db().account.findUnique({ where: { id }, select });
  if (account === null) throw notFound();
  return account;
}
