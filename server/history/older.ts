/**
 * Pages further back than what we have, for somebody who has come to a chat's beginning. Where the vendor's own copy ends it is asked to
 * fetch more from the network, once; what then still is not there, is nowhere.
 */
import { z } from "zod";
import type { OlderTold } from "@/domain/older-messages";
import { asked, notConfigured } from "../accounts/refusals";
import { db } from "../db";
import { Prisma } from "../generated/client";
import { notFound } from "../http";
import { fetchPage, type Page } from "../postpress/api/pages";
import { fetchSync } from "../postpress/api/sync";
import { isVendorConfigured } from "../postpress/client";
import { keepMessages } from "./keep-messages";

const perPage = 50;
const mostPages = 4;

const rows = z.array(
  z.object({
    chatExternalId: z.string(),
    accountExternalId: z.string(),
    provider: z.string(),
    isTest: z.boolean(),
    firstAt: z.coerce.date().nullable(),
    state: z.string().nullable(),
  }),
);
type Known = z.infer<typeof rows>[number];

/** What was found is applied when this returns. @throws Refusal 404, 501 without an API, or what the vendor says */
export async function loadOlder(chatId: string): Promise<OlderTold> {
  if (!z.guid().safeParse(chatId).success) throw notFound();
  const [chat] = rows.parse(await db().$queryRaw(chatStatement(chatId)));
  if (chat === undefined || chat.isTest) throw notFound();
  if (!isVendorConfigured()) throw notConfigured();
  return asked(async () => {
    const found = await readBack(chat);
    if (found > 0) return { found, state: "more" };
    const state = await askNetwork(chat);
    const more = state === "complete" ? await readBack(chat) : 0;
    const told: OlderTold = { found: more, state: more > 0 ? "more" : state };
    await remember(chat, told.state);
    return told;
  });
}

function chatStatement(chatId: string): Prisma.Sql {
  return Prisma.sql`
    SELECT c."externalId" AS "chatExternalId", a."externalId" AS "accountExternalId", a."provider", a."isTest", e."state", (
      SELECT m."sentAt" FROM "Message" m WHERE m."chatId" = c."id" AND m."isVisible" ORDER BY m."sentAt", m."externalId" LIMIT 1
    ) AS "firstAt"
    FROM "Chat" c JOIN "Account" a ON a."id" = c."accountId"
    LEFT JOIN "Errand" e ON e."kind" = 'older' AND e."accountExternalId" = a."externalId" AND e."chatExternalId" = c."externalId"
    WHERE c."id" = ${chatId}::uuid AND c."lastActivityAt" IS NOT NULL`;
}

/** Of equal times some may be missing, so the first one known is asked for once more. Pages that hold nothing new are passed over. */
async function readBack({ chatExternalId, accountExternalId, provider, firstAt }: Known): Promise<number> {
  const before = new Date((firstAt ?? new Date()).getTime() + 1).toISOString();
  let cursor: string | null = null;
  for (let pages = 0; pages < mostPages; pages += 1) {
    const askedAt = new Date();
    const query = { before, limit: String(perPage) };
    const page: Page = await fetchPage({ path: ["chats", chatExternalId, "messages"], query, cursor });
    const about = { askedAt, accountExternalId, chatExternalId, provider };
    const found = await keepMessages({ ...about, items: page.items, isMissed: false });
    cursor = page.cursor;
    if (found > 0 || cursor === null) return found;
  }
  return 0;
}

/** Asking again after it is done would start it anew, so it is not asked twice. */
async function askNetwork({ chatExternalId, state }: Known): Promise<OlderTold["state"]> {
  if (state === "done") return "complete";
  const sync = await fetchSync(chatExternalId);
  return sync === "running" ? "syncing" : "complete";
}

/** As an errand that is done when there is nothing older, and waits while the vendor fetches. */
async function remember({ chatExternalId, accountExternalId }: Known, told: OlderTold["state"]): Promise<void> {
  const key = { kind: "older", accountExternalId, chatExternalId };
  const state = told === "complete" ? "done" : "waiting";
  const where = { kind_accountExternalId_chatExternalId: key };
  await db().errand.upsert({ where, create: { ...key, state }, update: { state } });
}
