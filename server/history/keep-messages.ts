/** Messages that the vendor listed, kept as far as they say something that we do not have. Oldest first, so that ties end as they began. */
import { z } from "zod";
import { db } from "../db";
import { chatIdOf, messageIdOf } from "../ingest/ids";
import { keepAnswers, type Answer } from "../ingest/keep-answer";
import { isFurther, parseAnswerSubject, parseProgress, toAnswerBody, type Progress } from "../postpress/api-message";
import { apiMessageWord } from "../postpress/outcome";

export type Listed = {
  askedAt: Date;
  accountExternalId: string;
  /** null where messages of any chat may be among them */
  chatExternalId: string | null;
  /** the account's, whose habits decide how texts are read */
  provider: string;
  /** newest first, as the vendor lists them */
  items: readonly unknown[];
  /** what we do not have is news, and what went further is told again; else it is history */
  isMissed: boolean;
};

type Told = { item: unknown; chat: string; chatId: string; message: string; key: string };

/** Returns how many messages are new to us. @throws what the database throws */
export async function keepMessages(listed: Listed): Promise<number> {
  const told = listed.items.flatMap((item) => toTold(item, listed)).reverse();
  const known = await findKnown(told);
  const fresh = told.filter(({ key }) => !known.has(key));
  const further = listed.isMissed ? told.filter((one) => isFurther(parseProgress(one.item), known.get(one.key))) : [];
  const answers = (all: readonly Told[], isMissed: boolean) => all.map((one) => toAnswer(one, listed, isMissed));
  await keepAnswers(db(), listed.askedAt, [...answers(fresh, listed.isMissed), ...answers(further, false)]);
  return fresh.length;
}

/** What belongs elsewhere, or cannot be told apart, is left out. */
function toTold(item: unknown, { accountExternalId, chatExternalId }: Listed): Told[] {
  const { id, account_id, chat_id } = parseAnswerSubject(item) ?? {};
  if (!id || !chat_id || account_id !== accountExternalId) return [];
  if (chatExternalId !== null && chat_id !== chatExternalId) return [];
  const chatId = chatIdOf(accountExternalId, chat_id);
  return [{ item, chat: chat_id, chatId, message: id, key: messageIdOf(chatId, id) }];
}

function toAnswer({ item, chat, message }: Told, listed: Listed, isMissed: boolean): Answer {
  return {
    event: apiMessageWord,
    body: toAnswerBody(JSON.stringify(item), listed.provider, isMissed),
    accountExternalId: listed.accountExternalId,
    chatExternalId: chat,
    messageExternalId: message,
  };
}

const rows = z.array(
  z.object({
    id: z.string(),
    isEdited: z.boolean(),
    isDeleted: z.boolean(),
    isDelivered: z.boolean(),
    isRead: z.boolean(),
  }),
);

/** Those of which we have a body of their own, by our id, with how far they got. */
async function findKnown(told: readonly Told[]): Promise<ReadonlyMap<string, Progress>> {
  if (told.length === 0) return new Map();
  const found = await db().$queryRaw`
    SELECT m."id", m."editedAt" IS NOT NULL OR m."bodyRank" = 4 AS "isEdited", m."deletedAt" IS NOT NULL AS "isDeleted",
      m."isDelivered" OR m."deliveredAt" IS NOT NULL AS "isDelivered", m."isRead" OR m."readAt" IS NOT NULL AS "isRead"
    FROM unnest(${told.map(({ chatId }) => chatId)}::uuid[], ${told.map(({ key }) => key)}::uuid[]) AS wanted("chatId", "id")
    JOIN "Message" m ON m."chatId" = wanted."chatId" AND m."id" = wanted."id" WHERE m."bodyRank" >= 2`;
  return new Map(rows.parse(found).map(({ id, ...progress }) => [id, progress]));
}
