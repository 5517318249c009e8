/**
 * Signing in and out with next-auth, kept behind this file: what it may do, and its answers in our words. Whether a session counts is
 * team/sessions.ts; what a page or route asks is `requireUser` here and `withUser` in http.ts.
 */
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import NextAuth, { type AuthOptions } from "next-auth";
import { isAdmin, type TeamMember } from "@/domain/permissions";
import { returnPath } from "@/domain/sign-in";
import { env } from "./env";
import { log } from "./log";
import { callNextAuth, nextAuthHandler } from "./next-auth-call";
import { cookieName, cookieOptions, sessionLifeSeconds } from "./team/session-cookie";
import { endSession, findSession, startSession } from "./team/sessions";
import { signInProviders, verifiedEmail } from "./team/sign-in-providers";
import { findUserByEmail } from "./team/users";

function authOptions(): AuthOptions {
  const cookie = (name: Parameters<typeof cookieName>[0]) => ({ name: cookieName(name), options: cookieOptions() });
  return {
    providers: signInProviders(),
    secret: env().NEXTAUTH_SECRET,
    session: { strategy: "jwt", maxAge: sessionLifeSeconds },
    jwt: { maxAge: sessionLifeSeconds },
    pages: { signIn: "/login", error: "/login", signOut: "/" },
    cookies: {
      sessionToken: cookie("session-token"),
      callbackUrl: cookie("callback-url"),
      csrfToken: cookie("csrf-token"),
    },
    callbacks: {
      signIn: async ({ account, profile }) => {
        if (account?.type === "credentials") return true;
        const email = verifiedEmail(profile);
        return email !== null && (await findUserByEmail(email)) !== null;
      },
      redirect: ({ url, baseUrl }) => `${baseUrl}${returnPath(url, baseUrl)}`,
      jwt: async ({ token, user, account, profile }) => {
        if (!account) return token;
        const email = account.type === "credentials" ? user.email : verifiedEmail(profile);
        const known = await findUserByEmail(email ?? "");
        const signInId = known && (await startSession(known.id));
        if (!known || !signInId) throw new Error("AccessDenied");
        return { sub: known.id, signInId };
      },
    },
    events: {
      signOut: async ({ token }) => {
        if (typeof token.signInId === "string") await endSession(token.signInId);
      },
    },
    logger: {
      error: (code) => log.warn({ code }, "next-auth refused a request"),
      warn: (code) => log.debug({ code }, "next-auth warns"),
      debug: () => undefined,
    },
  };
}

/** What next-auth does for us; the rest of it (session, _log …) is not there. */
const actions = new Map([
  ["GET", ["signin", "csrf", "providers", "callback", "error"]],
  ["POST", ["signin", "signout", "callback"]],
]);

/** `/api/auth/{segments}`. Failures lead back to the sign-in page with a code of domain/sign-in.ts. */
export async function answerAuth(request: Request): Promise<Response> {
  const segments = new URL(request.url).pathname.split("/").slice(3);
  const action = segments[0] ?? "";
  if (!actions.get(request.method)?.includes(action)) return new Response(null, { status: 404 });
  return callNextAuth(request, segments, nextAuthHandler.parse(NextAuth(authOptions())));
}

/** For pages: who is signed in; whoever is not goes to the sign-in page and returns from there. */
export async function requireUser(): Promise<TeamMember> {
  const request = await headers();
  const session = await findSession(request.get("cookie") ?? "");
  if (session) return session.user;
  redirect(`/login?callbackUrl=${encodeURIComponent(request.get("x-postroom-path") ?? "/")}`);
}

/** For pages of owners and admins; others go to the inbox. */
export async function requireAdmin(): Promise<TeamMember> {
  const user = await requireUser();
  if (!isAdmin(user)) redirect("/");
  return user;
}

/** For pages that also greet whoever is not signed in. */
export async function findUser(): Promise<TeamMember | null> {
  const session = await findSession((await headers()).get("cookie") ?? "");
  return session?.user ?? null;
}
