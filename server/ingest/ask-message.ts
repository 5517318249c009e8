/**
 * Asks the vendor's API about one message that we have, at most once a minute, and keeps what it tells. A vendor that is away, slow or
 * wrong changes nothing; who asked hears which it was.
 */
import { z } from "zod";
import type { Asked } from "@/domain/inbox";
import type { PrismaClient } from "../generated/client";
import { log } from "../log";
import { parseAnswerSubject, toAnswerBody } from "../postpress/api-message";
import { askVendorText, isVendorConfigured, VendorError } from "../postpress/client";
import { apiMessageWord } from "../postpress/outcome";
import { keepAnswers } from "./keep-answer";

const restMs = 60_000;
const patienceMs = 10_000;
const mostRemembered = 1_000;

const asked = new Map<string, number>();

const known = z.array(
  z.object({
    provider: z.string(),
    accountExternalId: z.string(),
    chatExternalId: z.string(),
    messageExternalId: z.string(),
  }),
);
type Known = z.infer<typeof known>[number];

type About = { chatId: string; messageId: string; now: number };

/** Null when there is no such message. @throws what the database throws */
export async function askMessage(db: PrismaClient, { chatId, messageId, now }: About): Promise<Asked | null> {
  const found = await db.$queryRaw`
    SELECT a."provider", a."externalId" AS "accountExternalId", c."externalId" AS "chatExternalId", m."externalId" AS "messageExternalId"
    FROM "Message" m JOIN "Chat" c ON c."id" = m."chatId" JOIN "Account" a ON a."id" = c."accountId"
    WHERE m."chatId" = ${chatId}::uuid AND m."id" = ${messageId}::uuid AND m."isVisible"`;
  const [message] = known.parse(found);
  if (message === undefined) return null;
  if (!isVendorConfigured()) return "not-configured";
  if (!isDue(messageId, now)) return "recent";
  return ask(db, message, new Date(now));
}

/** Once a minute in this process; the oldest are forgotten first. */
function isDue(messageId: string, now: number): boolean {
  if (now - (asked.get(messageId) ?? -Infinity) < restMs) return false;
  asked.delete(messageId);
  asked.set(messageId, now);
  const oldest = asked.keys().next();
  if (asked.size > mostRemembered && !oldest.done) asked.delete(oldest.value);
  return true;
}

async function ask(db: PrismaClient, message: Known, askedAt: Date): Promise<Asked> {
  const { provider, ...ids } = message;
  try {
    const path = ["messages", ids.messageExternalId];
    const { text, value } = await askVendorText({ path, signal: AbortSignal.timeout(patienceMs) });
    if (!isAbout(value, message)) {
      log.warn(
        { messageId: ids.messageExternalId },
        "the vendor answered with something else than the message asked for",
      );
      return "silent";
    }
    await keepAnswers(db, askedAt, [{ ...ids, event: apiMessageWord, body: toAnswerBody(text, provider) }]);
    return "told";
  } catch (error) {
    if (!(error instanceof VendorError)) throw error;
    log.info(
      { reason: error.reason, status: error.told?.status ?? null },
      "the vendor could not be asked about a message",
    );
    return "silent";
  }
}

function isAbout(value: unknown, { accountExternalId, chatExternalId, messageExternalId }: Known): boolean {
  const subject = parseAnswerSubject(value);
  return (
    subject?.id === messageExternalId && subject.account_id === accountExternalId && subject.chat_id === chatExternalId
  );
}
