/**
 * Connecting an account through the vendor's own page: a link a click, with a one-time name of which only the digest is kept. What the
 * vendor tells afterwards counts once, within the hour, and only as far as the account itself can be read back.
 */
import { createHash, randomBytes } from "node:crypto";
import { z } from "zod";
import { db } from "../db";
import { env } from "../env";
import { notFound, readText, Refusal } from "../http";
import { log } from "../log";
import { askForLink, parseSignIn, type SignInTold } from "../postpress/api/links";
import { isVendorConfigured, VendorError } from "../postpress/client";
import { requireAccount } from "./known-account";
import { readAccount } from "./read-accounts";
import { asked } from "./refusals";

const lifeMs = 60 * 60_000;

export const linkWanted = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("create"), provider: z.string().max(64).nullable().default(null) }),
  z.strictObject({ type: z.literal("reconnect"), accountId: z.guid() }),
]);

const digestOf = (name: string) => createHash("sha256").update(name).digest();

/** @throws Refusal 404 for an account that is not there, or what the vendor says */
export async function createLink(
  wanted: z.infer<typeof linkWanted>,
  userId: string,
): Promise<{ url: string; expiresAt: string }> {
  const account = wanted.type === "reconnect" ? await requireAccount(wanted.accountId) : null;
  const { publicUrl, POSTPRESS_API_URL = "" } = env();
  const name = randomBytes(24).toString("base64url");
  const expiresAt = new Date(Date.now() + lifeMs);
  if (isVendorConfigured()) await keep({ name, expiresAt, kind: wanted.type, userId }, account?.externalId ?? null);
  const url = await asked(() =>
    askForLink({
      ...{ name, expiresAt, accountId: account?.externalId ?? null },
      provider: account?.provider ?? (wanted.type === "create" ? wanted.provider : null),
      apiUrl: originOf(POSTPRESS_API_URL),
      notifyUrl: `${publicUrl}/api/accounts/connected`,
      returnUrl: `${publicUrl}/settings/accounts`,
    }),
  );
  return { url, expiresAt: expiresAt.toISOString() };
}

const originOf = (address: string) => (URL.canParse(address) ? new URL(address).origin : address);

type Kept = { name: string; expiresAt: Date; kind: string; userId: string };

/** Names that can no longer be used make room. */
async function keep({ name, ...link }: Kept, accountExternalId: string | null): Promise<void> {
  await db().$transaction([
    db().accountLink.deleteMany({ where: { expiresAt: { lt: new Date(Date.now() - lifeMs) } } }),
    db().accountLink.create({ data: { ...link, digest: digestOf(name), accountExternalId } }),
  ]);
}

/**
 * The vendor says that somebody has signed in. Nothing it says is believed but that the account should be looked at.
 * @throws Refusal 400, 404 for a name that is unknown, used or too old, 503 when the account could not be read back: then it may say so again
 */
export async function takeSignIn(request: Request): Promise<{ status: "connected" | "failed" }> {
  const told = parseSignIn(await readText(request));
  if (told === null) throw new Refusal({ status: 400, type: "malformed", title: "This is not about a sign-in." });
  const link = await claim(told.name);
  if (told.hasFailed || told.accountId === null) {
    log.warn({ kind: link.kind }, "an account could not be connected");
    return { status: "failed" };
  }
  if (link.accountExternalId !== null && link.accountExternalId !== told.accountId) throw notFound();
  await readBack(told.accountId, told);
  log.info({ kind: link.kind, accountId: told.accountId }, "an account was connected");
  return { status: "connected" };
}

type Claimed = { kind: string; accountExternalId: string | null };

async function claim(name: string): Promise<Claimed> {
  const [link] = await db().$queryRaw<Claimed[]>`
    UPDATE "AccountLink" SET "usedAt" = now()
    WHERE "digest" = ${digestOf(name)} AND "usedAt" IS NULL AND "expiresAt" > now() RETURNING "kind", "accountExternalId"`;
  if (link === undefined) throw notFound();
  return link;
}

async function readBack(accountId: string, { name }: SignInTold): Promise<void> {
  try {
    if (await readAccount(accountId)) return;
  } catch (error) {
    if (!(error instanceof VendorError)) throw error;
    await db().accountLink.update({ where: { digest: digestOf(name) }, data: { usedAt: null } });
    const title = "The account could not be read back.";
    throw new Refusal({ status: 503, type: "unavailable", title, retryAfterSeconds: 5 });
  }
  throw notFound();
}
