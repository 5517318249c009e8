/** A chat that was never seen before: its name, who is in it, and its last messages. All of it is history and counts as read. */
import { db } from "../db";
import { env } from "../env";
import { keepAnswers } from "../ingest/keep-answer";
import { isChat, toChatBody } from "../postpress/api/chat";
import { fetchAll, fetchPage } from "../postpress/api/pages";
import { askVendorJson } from "../postpress/client";
import { apiChatWord } from "../postpress/outcome";
import type { Errand, Turn } from "./errands";
import { keepMessages } from "./keep-messages";

const patienceMs = 20_000;

/** @throws VendorError */
export async function fetchFirstSight({ accountExternalId, chatExternalId }: Errand, provider: string): Promise<Turn> {
  const askedAt = new Date();
  const path = ["chats", chatExternalId];
  const chat = await askVendorJson({ path, signal: AbortSignal.timeout(patienceMs) });
  if (!isChat(chat, chatExternalId, accountExternalId)) return { outcome: "failed", found: 0 };
  const attendees = await fetchAll({ path: [...path, "attendees"] });
  const body = toChatBody({ provider, chat, attendees });
  await keepAnswers(db(), askedAt, [
    { event: apiChatWord, body, accountExternalId, chatExternalId, messageExternalId: null },
  ]);
  const limit = String(env().HISTORY_MESSAGES);
  const { items } = await fetchPage({ path: [...path, "messages"], query: { limit } });
  const about = { askedAt, accountExternalId, chatExternalId, provider };
  return { outcome: "done", found: await keepMessages({ ...about, items, isMissed: false }) };
}
