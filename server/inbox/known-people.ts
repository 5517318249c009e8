/**
 * People of chats by their aliases: who is mentioned, and who is meant where the vendor told a provider's id and nothing else. One
 * statement for a whole page, and none where nobody has to be looked up.
 */
import { z } from "zod";
import { byAlias, type KnownPeople } from "@/domain/same-person";
import { db } from "../db";

const member = z.object({
  chatId: z.string(),
  attendeeId: z.string(),
  name: z.string().nullable(),
  aliases: z.array(z.string()),
  isSelf: z.boolean(),
});

const nobody: KnownPeople = new Map();

/** By chat. Of people under one alias the one first seen comes first. */
export async function selectKnownPeople(
  chatIds: readonly string[],
  aliases: readonly string[],
): Promise<(chatId: string) => KnownPeople> {
  if (aliases.length === 0) return () => nobody;
  const found = await db().$queryRaw`
    SELECT ca."chatId", t."id" AS "attendeeId", t."name", t."aliases", t."isSelf" OR t."aliases" && a."aliases" AS "isSelf"
    FROM "ChatAttendee" ca JOIN "Attendee" t ON t."id" = ca."attendeeId" JOIN "Account" a ON a."id" = t."accountId"
    WHERE ca."chatId" = ANY(${[...chatIds]}::uuid[]) AND t."aliases" && ${[...aliases]}::text[]
    ORDER BY ca."sequence", t."id"`;
  const members = z.array(member).parse(found);
  const known = new Map(chatIds.map((id) => [id, byAlias(members.filter(({ chatId }) => chatId === id))]));
  return (chatId) => known.get(chatId) ?? nobody;
}
