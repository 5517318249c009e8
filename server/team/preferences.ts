/** What a user has set for themselves: a few fields by name in one column. What is not set, or no longer understood, is as by default. */
import { z } from "zod";
import { defaultPreferences, densities, type Preferences } from "@/domain/preferences";
import { db } from "../db";

const fields = { hasLetterKeys: z.boolean(), density: z.enum(densities) } satisfies Record<
  keyof Preferences,
  z.ZodType
>;

/** Any of them; what is not named stays as it is. */
export const preferencesChange = z.strictObject(fields).partial();

const keptPreferences: z.ZodType<Preferences> = z.object({
  hasLetterKeys: fields.hasLetterKeys.catch(defaultPreferences.hasLetterKeys),
  density: fields.density.catch(defaultPreferences.density),
});

const rows = z.array(z.object({ preferences: keptPreferences }));

/** @throws when there is no such user */
export async function getPreferences(userId: string): Promise<Preferences> {
  const { preferences } = await db().user.findUniqueOrThrow({ where: { id: userId }, select: { preferences: true } });
  return keptPreferences.parse(preferences);
}

/** Answers all of them. Two changes at once both stay, unless they are about the same one. */
export async function putPreferences(userId: string, change: z.infer<typeof preferencesChange>): Promise<Preferences> {
  const changed = await db().$queryRaw`
    UPDATE "User" SET "preferences" = "preferences" || ${JSON.stringify(change)}::jsonb WHERE "id" = ${userId}::uuid
    RETURNING "preferences"`;
  return rows.parse(changed)[0]?.preferences ?? defaultPreferences;
}
