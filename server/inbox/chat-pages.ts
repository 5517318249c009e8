/**
 * Which chats a page of the list holds, and in which order: each walks one partial index (see the migrations), whatever the list is
 * narrowed by. What hangs on the chats is chat-rows.ts.
 */
import { z } from "zod";
import { views, type View } from "@/domain/inbox-address";
import { parsePlace } from "@/domain/list-place";
import { Prisma } from "../generated/client";
import { chatsOf, chatsOfInboxes, chatsStatement } from "./chat-rows";
import { cursorText, foreignCursor, instant, pageLimit } from "./cursor";
import { inboxesOf, oneInbox } from "./inboxes";

/** What `GET /api/chats` understands. Parameters of views that do not exist yet are refused, not ignored. */
export const chatsQuery = z
  .strictObject({
    view: z.enum(views).default("all"),
    provider: z
      .string()
      .regex(/^\w{1,64}$/)
      .optional(),
    accountId: z.guid().optional(),
    folder: z.string().min(1).max(200).optional(),
    unread: z.literal("true").optional(),
    cursor: cursorText.optional(),
    limit: pageLimit,
  })
  .refine(({ folder, accountId }) => folder === undefined || accountId !== undefined, {
    path: ["folder"],
    message: "A folder is one of an account: name its accountId too.",
  });
export type ChatsQuery = z.infer<typeof chatsQuery>;

const orders: Record<View, Prisma.Sql> = {
  all: Prisma.sql`c."lastActivityAt" DESC, c."id" DESC`,
  waiting: Prisma.sql`c."waitingSince", c."id"`,
};

const heldBy: Record<View, Prisma.Sql> = {
  all: Prisma.sql`c."lastActivityAt" IS NOT NULL`,
  waiting: Prisma.sql`c."waitingSince" IS NOT NULL`,
};

/** One row more than is shown tells whether there is more. @throws Refusal 400 for a cursor of another list */
export function pageStatement(query: ChatsQuery): Prisma.Sql {
  const { view, cursor, limit } = query;
  const order = orders[view];
  const which = Prisma.sql`${inView(view, query)} AND ${cursor === undefined ? Prisma.sql`true` : after(view, cursor)}`;
  const selection = { which, order, limit: limit + 1 };
  const inboxes = inboxesWithin(query);
  const chats = inboxes === null ? chatsOf(selection) : chatsOfInboxes(inboxes, selection);
  return chatsStatement(chats, order);
}

const countedAtMost = 1_000;

/** The first page, and beside it what each view holds: one row at least, without a chat when the page is empty. */
export function firstPageStatement(query: ChatsQuery): Prisma.Sql {
  const count = (view: View) => Prisma.sql`SELECT count(*)::int FROM (${someChats(view, query)}) c`;
  return Prisma.sql`
    SELECT n."waiting", n."all", c.*
    FROM (SELECT (${count("waiting")}) AS "waiting", (${count("all")}) AS "all") n
    LEFT JOIN (${pageStatement(query)}) c ON true ORDER BY ${orders[query.view]}`;
}

/** In the order of their index, or the planner may prefer to look through the table for them. */
function someChats(view: View, query: ChatsQuery): Prisma.Sql {
  const which = inView(view, query);
  const inboxes = inboxesWithin(query);
  const inOrder = Prisma.sql`ORDER BY ${orders[view]} LIMIT ${countedAtMost}`;
  if (inboxes === null) return Prisma.sql`SELECT 1 FROM "Chat" c WHERE ${which} ${inOrder}`;
  return Prisma.sql`
    WITH RECURSIVE "inbox" AS (${inboxes})
    SELECT 1 FROM "inbox" i CROSS JOIN LATERAL (
      SELECT 1 FROM "Chat" c WHERE c."accountId" = i."accountId" AND c."folder" = i."folder" AND ${which} ${inOrder}
    ) c LIMIT ${countedAtMost}`;
}

function inView(view: View, { unread }: ChatsQuery): Prisma.Sql {
  return unread === undefined ? heldBy[view] : Prisma.sql`${heldBy[view]} AND c."unreadCount" > 0`;
}

/** Null for all of them. */
function inboxesWithin({ provider, accountId, folder }: ChatsQuery): Prisma.Sql | null {
  const conditions: Prisma.Sql[] = [];
  if (accountId !== undefined) conditions.push(Prisma.sql`a."id" = ${accountId}::uuid`);
  if (provider !== undefined) conditions.push(Prisma.sql`a."provider" = ${provider}`);
  if (conditions.length === 0) return null;
  const which = Prisma.join(conditions, " AND ");
  return folder === undefined ? inboxesOf(which) : oneInbox(which, folder);
}

function after(view: View, cursor: string): Prisma.Sql {
  const place = parsePlace(cursor);
  if (place?.view !== view || !instant.safeParse(place.at).success || !z.guid().safeParse(place.id).success)
    throw foreignCursor();
  const { at, id } = place;
  if (view === "waiting") return Prisma.sql`(c."waitingSince", c."id") > (${at}::timestamptz, ${id}::uuid)`;
  return Prisma.sql`(c."lastActivityAt", c."id") < (${at}::timestamptz, ${id}::uuid)`;
}
