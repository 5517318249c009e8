/**
 * The names of our cookies, and what the session's cookie says. Needs no database, so that the proxy can use it; whether the
 * session still counts is decided by sessions.ts.
 */
import { createHash, randomBytes, timingSafeEqual } from "node:crypto";
import { decode, encode } from "next-auth/jwt";
import { z } from "zod";
import { env } from "../env";

export const sessionLifeSeconds = 7 * 24 * 60 * 60;

const claims = z.object({ sub: z.guid(), signInId: z.guid() });
export type SessionClaims = z.infer<typeof claims>;

export function isHttps(): boolean {
  return env().publicUrl.startsWith("https://");
}

/** Plain names on http only: browsers take `__Host-` on https alone, and then for this very host. */
export function cookieName(name: "session-token" | "callback-url" | "csrf-token"): string {
  return `${isHttps() ? "__Host-" : ""}next-auth.${name}`;
}

export const cookieOptions = () => ({ httpOnly: true, sameSite: "lax" as const, path: "/", secure: isHttps() });

/** The cookies of a request's `Cookie` header; the first of a name counts. */
export function parseCookies(header: string): Map<string, string> {
  const cookies = new Map<string, string>();
  for (const pair of header.split(";")) {
    const [name = "", ...value] = pair.split("=");
    if (!cookies.has(name.trim())) cookies.set(name.trim(), decoded(value.join("=").trim()));
  }
  return cookies;
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch (error) {
    if (error instanceof URIError) return value;
    throw error;
  }
}

/** What the cookie claims, when we signed it and it has not expired; null for anything else. */
export async function readClaims(cookieHeader: string): Promise<SessionClaims | null> {
  const token = parseCookies(cookieHeader).get(cookieName("session-token"));
  if (!token) return null;
  const payload = await decode({ token, secret: env().NEXTAUTH_SECRET }).catch(() => null);
  return claims.safeParse(payload).data ?? null;
}

/** The form's token of a visitor: next-auth compares it with its cookie, `token|sha256(token + secret)`. */
export function formToken(cookieHeader: string): { token: string; newCookie: string | null } {
  const [token = "", digest = ""] = (parseCookies(cookieHeader).get(cookieName("csrf-token")) ?? "").split("|");
  if (token !== "" && isEqual(digest, digestOf(token))) return { token, newCookie: null };
  const fresh = randomBytes(32).toString("hex");
  return { token: fresh, newCookie: `${fresh}|${digestOf(fresh)}` };
}

function digestOf(token: string): string {
  return createHash("sha256").update(`${token}${env().NEXTAUTH_SECRET}`).digest("hex");
}

function isEqual(one: string, other: string): boolean {
  const digest = (text: string) => createHash("sha256").update(text).digest();
  return timingSafeEqual(digest(one), digest(other));
}

/** The `Set-Cookie` of somebody whom we sign in ourselves. */
export async function sessionCookie(session: SessionClaims): Promise<string> {
  const token = await encode({ token: session, secret: env().NEXTAUTH_SECRET, maxAge: sessionLifeSeconds });
  const attributes = `Path=/; Max-Age=${sessionLifeSeconds}; HttpOnly; SameSite=Lax${isHttps() ? "; Secure" : ""}`;
  return `${cookieName("session-token")}=${token}; ${attributes}`;
}
