/**
 * Asks the vendor how accounts are, which settles what deliveries have said. What it tells is kept like a delivery; what says nothing
 * that we do not know is not kept at all.
 */
import type { InboxEvent } from "@/domain/events";
import { db } from "../db";
import { accountIdOf } from "../ingest/ids";
import { keepAnswers, type Answer } from "../ingest/keep-answer";
import { parseAccountId, toAccountBody } from "../postpress/api/account";
import { fetchAll } from "../postpress/api/pages";
import { askVendorJson } from "../postpress/client";
import { apiAccountWord } from "../postpress/outcome";
import { toEvent } from "../postpress/to-event";
import { isGone } from "./refusals";

const patienceMs = 20_000;

/** Every account: those that the vendor lists, and those of ours that it does not. @throws VendorError */
export async function readAccounts(): Promise<void> {
  const askedAt = new Date();
  const listed = await fetchAll({ path: ["accounts"] });
  const told = listed.flatMap((one) => {
    const id = parseAccountId(one);
    return id === null ? [] : [{ id, told: one }];
  });
  const known = new Set(told.map(({ id }) => id));
  const unlisted = await db().account.findMany({
    where: { isTest: false, externalId: { notIn: [...known] }, state: { not: "deleted" } },
    select: { externalId: true },
    orderBy: { externalId: "asc" },
  });
  for (const { externalId } of unlisted) told.push({ id: externalId, told: await fetchAccount(externalId) });
  await keepNews(askedAt, told);
}

/** One account, by the vendor's id. False when the vendor has none such. @throws VendorError */
export async function readAccount(externalId: string): Promise<boolean> {
  const askedAt = new Date();
  const told = await fetchAccount(externalId);
  if (told !== null || (await isKnown(externalId))) await keepNews(askedAt, [{ id: externalId, told }]);
  return told !== null;
}

async function isKnown(externalId: string): Promise<boolean> {
  return (await db().account.count({ where: { externalId } })) > 0;
}

/** Null when the vendor has none such. */
async function fetchAccount(externalId: string): Promise<unknown> {
  try {
    const told = await askVendorJson({ path: ["accounts", externalId], signal: AbortSignal.timeout(patienceMs) });
    return parseAccountId(told) === externalId ? told : null;
  } catch (error) {
    if (isGone(error)) return null;
    throw error;
  }
}

type Told = { id: string; told: unknown };

async function keepNews(askedAt: Date, all: readonly Told[]): Promise<void> {
  const rows = await db().account.findMany({
    where: { id: { in: all.map(({ id }) => accountIdOf(id)) } },
    select: { externalId: true, state: true, aliases: true, name: true, provider: true },
  });
  const known = new Map(rows.map((row) => [row.externalId, row]));
  const news = all.map(toAnswer).filter((answer) => saysMore(answer, known.get(answer.accountExternalId)));
  await keepAnswers(db(), askedAt, news);
}

function toAnswer({ id, told }: Told): Answer {
  const body = toAccountBody(id, told);
  return { event: apiAccountWord, body, accountExternalId: id, chatExternalId: null, messageExternalId: null };
}

type Known = { state: string; aliases: string[]; name: string | null; provider: string };

/** What cannot be read is kept too: an admin should see it. */
function saysMore({ body }: Answer, known: Known | undefined): boolean {
  if (known === undefined) return true;
  const read = toEvent({
    sequence: 1,
    receivedAt: new Date(0).toISOString(),
    body: Buffer.from(body),
    contentType: null,
  });
  return read.outcome !== "event" || differs(read.event, known);
}

function differs(event: InboxEvent, known: Known): boolean {
  if (event.type !== "account.fetched") return true;
  const { userId, phoneNumber, provider } = event.account;
  const isNewId = [userId, phoneNumber].some((id) => id !== null && !known.aliases.includes(id));
  const isNewState = event.state !== null && event.state !== known.state;
  const isFirstName = event.name !== null && known.name === null;
  return isNewId || isNewState || isFirstName || (provider !== null && provider !== known.provider);
}
