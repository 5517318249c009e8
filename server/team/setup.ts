/**
 * The one-time link that makes the first user: open while there is no user, and only with its token. The start script writes the
 * token's digest; nobody keeps the token itself.
 */
import { createHash } from "node:crypto";
import { z } from "zod";
import { db } from "../db";
import { Refusal } from "../http";
import { passwordProblem } from "./passwords";
import { createFirstUser, normalEmail } from "./users";

export type SetupLink = "open" | "used" | "expired" | "unknown";

export const setupBody = z.strictObject({
  token: z.string().min(1).max(200),
  name: z.string().trim().min(1).max(100),
  email: z.email().max(254),
  password: z.string().max(1024),
});

/** Used means that there is a user, however they came about. */
export async function findSetupLink(token: string): Promise<SetupLink> {
  if ((await db().user.count()) > 0) return "used";
  const link = await db().setupToken.findUnique({ where: { digest: digestOf(token) } });
  if (!link) return "unknown";
  if (link.usedAt) return "used";
  return link.expiresAt > new Date() ? "open" : "expired";
}

/** @throws Refusal 410 for a link that was used or has expired, 404 for one that never was */
export async function requireOpenSetup(token: string): Promise<void> {
  const link = await findSetupLink(token);
  if (link === "open") return;
  const detail = "Each start of Postroom prints a new link while there is no user.";
  if (link === "unknown")
    throw new Refusal({ status: 404, type: "not-found", title: "This set-up link is unknown.", detail });
  if (link === "expired")
    throw new Refusal({ status: 410, type: "gone", title: "This set-up link has expired.", detail });
  throw new Refusal({ status: 410, type: "gone", title: "Postroom is set up already.", detail: "Sign in instead." });
}

/** Makes the owner and closes the link. Returns the new user's id. @throws Refusal */
export async function setUp(body: z.infer<typeof setupBody>): Promise<string> {
  await requireOpenSetup(body.token);
  const mistake = passwordProblem(body.password, body.email);
  if (mistake) throw refusedPassword(mistake, "password");
  const userId = await createFirstUser({ ...body, email: normalEmail(body.email) }, digestOf(body.token));
  if (userId) return userId;
  throw new Refusal({ status: 410, type: "gone", title: "Postroom is set up already.", detail: "Sign in instead." });
}

export function refusedPassword(message: string, path: string): Refusal {
  const title = "Some fields need a correction.";
  return new Refusal({ status: 400, type: "invalid", title, problems: [{ path, message }] });
}

function digestOf(token: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(createHash("sha256").update(token).digest());
}
