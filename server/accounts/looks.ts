/** How the team wants an account to look. Kept apart from the account itself, which is derived and may be wiped. */
import { z } from "zod";
import { accountColours, longestShortName, type AccountLook } from "@/domain/account-look";
import { db } from "../db";
import { requireAccount } from "./known-account";

export const accountLook = z.strictObject({
  colour: z.enum(accountColours).nullable(),
  shortName: z
    .string()
    .trim()
    .max(longestShortName, `Use at most ${String(longestShortName)} characters.`)
    .transform((name) => (name === "" ? null : name))
    .nullable(),
});

/** @throws Refusal 404 */
export async function putLook(id: string, look: AccountLook): Promise<AccountLook> {
  const { id: accountId } = await requireAccount(id);
  await db().accountLook.upsert({ where: { accountId }, create: { accountId, ...look }, update: look });
  return look;
}
