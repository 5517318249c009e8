/** What a person asks the vendor about a message by opening its history. */
import { z } from "zod";
import type { Asked } from "@/domain/inbox";
import { db } from "../db";
import { notFound } from "../http";
import { askMessage } from "../ingest/ask-message";

/** What it told is applied when this returns. @throws Refusal 404 */
export async function askAboutMessage(chatId: string, messageId: string): Promise<Asked> {
  for (const id of [chatId, messageId]) if (!z.guid().safeParse(id).success) throw notFound();
  const asked = await askMessage(db(), { chatId, messageId, now: Date.now() });
  if (asked === null) throw notFound();
  return asked;
}
