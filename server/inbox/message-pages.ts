/**
 * Which messages a page of a conversation holds, in the order shown: provider time, then the vendor's id by bytes. Each page is one or
 * two walks along one index; what hangs on the messages is message-rows.ts.
 */
import { z } from "zod";
import { beginning } from "@/domain/message-place";
import { Prisma } from "../generated/client";
import { Refusal } from "../http";
import { instant, pageLimit } from "./cursor";

export type Place = readonly [sentAt: string, externalId: string];

const timeLength = beginning.length - 1;
const isInstant = (text: string) => instant.safeParse(text.slice(0, timeLength)).success;

/** A place as text (domain/message-place.ts), taken apart for SQL. */
const place = z
  .string()
  .regex(/^[^ ]{24} [^\u0000]{0,2048}$/su, "This is no cursor of a conversation.")
  .refine(isInstant, "This is no cursor of a conversation.")
  .transform((text): Place => [text.slice(0, timeLength), text.slice(timeLength + 1)]);

/**
 * `before` and `after` are cursors, `around` is a message's id or "unread", `at` a time; at most one of them. `from` with `to` is a span,
 * both ends included, up to the end without `to`.
 */
export const messagesQuery = z
  .strictObject({
    before: place.optional(),
    after: place.optional(),
    from: place.optional(),
    to: place.optional(),
    around: z.string().max(64).optional(),
    at: instant.optional(),
    limit: pageLimit,
  })
  .refine(({ to, from }) => to === undefined || from !== undefined, { path: ["to"], message: "Say from where." });
export type MessagesQuery = z.infer<typeof messagesQuery>;

export type Page = {
  sql: Prisma.Sql;
  /** how many of each half are shown, given how many there are */
  share: (older: number, newer: number) => { older: number; newer: number };
  /** what is known before anything is read: there is more on the side that the page was asked from */
  hasBefore: boolean;
  hasAfter: boolean;
  /** the ends of a span, which it has whatever stands there by now */
  span?: { from: string; to: string | null };
};

/** Each half is read with one row more than is shown: it tells whether there is more. `target` is the place to show around. */
export function messagesPage(chatId: string, query: MessagesQuery, target: Place | null): Page {
  refuseTwo(query);
  const { before, after, from, to, limit } = query;
  if (after !== undefined) return newerPage(newerHalf(chatId, beyond(after), limit + 1), limit);
  if (from !== undefined) return spanPage(chatId, { from, to, limit });
  if (target) return pageAround(chatId, target, limit);
  const bound = before === undefined ? Prisma.sql`true` : below(before);
  const share = (older: number) => ({ older: Math.min(older, limit), newer: 0 });
  return { sql: olderHalf(chatId, bound, limit + 1), share, hasBefore: false, hasAfter: before !== undefined };
}

function newerPage(sql: Prisma.Sql, limit: number): Page {
  const share = (_older: number, newer: number) => ({ older: 0, newer: Math.min(newer, limit) });
  return { sql, share, hasBefore: true, hasAfter: false };
}

function spanPage(chatId: string, { from, to, limit }: { from: Place; to: Place | undefined; limit: number }): Page {
  const bound = to === undefined ? since(from) : Prisma.sql`${since(from)} AND ${upTo(to)}`;
  const span = { from: from.join(" "), to: to?.join(" ") ?? null };
  const page = newerPage(newerHalf(chatId, bound, limit + 1), limit);
  return { ...page, hasBefore: span.from !== beginning, hasAfter: to !== undefined, span };
}

/** Half on either side; where one side has less, the other fills the page. */
function pageAround(chatId: string, target: Place, limit: number): Page {
  const older = olderHalf(chatId, upTo(target), limit + 1);
  const newer = newerHalf(chatId, beyond(target), limit + 1);
  const share = (olderCount: number, newerCount: number) => {
    const shownNewer = Math.min(newerCount, Math.max(Math.floor(limit / 2), limit - olderCount));
    return { older: Math.min(olderCount, limit - shownNewer), newer: shownNewer };
  };
  return { sql: Prisma.sql`(${older}) UNION ALL (${newer})`, share, hasBefore: false, hasAfter: false };
}

function refuseTwo({ before, after, from, around, at }: MessagesQuery): void {
  if ([before, after, from, around, at].filter((one) => one !== undefined).length <= 1) return;
  const problems = [{ path: "around", message: "Use one of before, after, from, around and at." }];
  throw new Refusal({ status: 400, type: "invalid", title: "Some fields need a correction.", problems });
}

const below = ([at, id]: Place) => Prisma.sql`(m."sentAt", m."externalId") < (${at}::timestamptz, ${id})`;
const upTo = ([at, id]: Place) => Prisma.sql`(m."sentAt", m."externalId") <= (${at}::timestamptz, ${id})`;
const since = ([at, id]: Place) => Prisma.sql`(m."sentAt", m."externalId") >= (${at}::timestamptz, ${id})`;
const beyond = ([at, id]: Place) => Prisma.sql`(m."sentAt", m."externalId") > (${at}::timestamptz, ${id})`;

function olderHalf(chatId: string, bound: Prisma.Sql, limit: number): Prisma.Sql {
  return Prisma.sql`SELECT 'older' AS "half", m.* FROM "Message" m WHERE m."chatId" = ${chatId}::uuid AND m."isVisible" AND ${bound}
    ORDER BY m."sentAt" DESC, m."externalId" DESC LIMIT ${limit}`;
}

function newerHalf(chatId: string, bound: Prisma.Sql, limit: number): Prisma.Sql {
  return Prisma.sql`SELECT 'newer' AS "half", m.* FROM "Message" m WHERE m."chatId" = ${chatId}::uuid AND m."isVisible" AND ${bound}
    ORDER BY m."sentAt", m."externalId" LIMIT ${limit}`;
}
