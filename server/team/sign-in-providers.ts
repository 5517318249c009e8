/**
 * The ways to sign in: by password always, elsewhere when the variables of that way are set. Whoever signs in elsewhere must have
 * verified the e-mail address of a user there; nobody becomes a user by it.
 */
import type { AuthOptions } from "next-auth";
import credentials from "next-auth/providers/credentials";
import github, { type GithubProfile } from "next-auth/providers/github";
import google from "next-auth/providers/google";
import type { OAuthConfig } from "next-auth/providers/oauth";
import { z } from "zod";
import { env } from "../env";
import { causeOf, log } from "../log";
import { clientAddress } from "./client-address";
import { HashQueueFull } from "./passwords";
import { TooManyAttempts } from "./sign-in-throttle";
import { findUserByPassword } from "./users";

type Provider = AuthOptions["providers"][number];

/** For the sign-in page: the id posts to `/api/auth/signin/{id}`. */
export function listSignInWays(): { id: string; name: string }[] {
  return providersElsewhere().map(({ id, name }) => ({ id, name }));
}

export function signInProviders(): Provider[] {
  return [byPassword(), ...providersElsewhere()];
}

const tried = z.object({ email: z.string().max(320), password: z.string().max(1024) });

/** What `authorize` throws ends as `error=` in an address, so it throws nothing but our own words. */
function byPassword(): Provider {
  return credentials({
    name: "Password",
    credentials: { email: {}, password: {} },
    async authorize(given, request) {
      const parsed = tried.safeParse(given);
      if (!parsed.success) return null;
      const headers = new Headers();
      for (const [name, value] of Object.entries(request.headers ?? {})) headers.set(name, String(value));
      return findUserByPassword({ ...parsed.data, address: clientAddress(headers) }).catch((error: unknown) => {
        if (error instanceof TooManyAttempts) throw error;
        if (error instanceof HashQueueFull) throw new TooManyAttempts(5);
        log.error(causeOf(error), "a sign-in could not be checked");
        throw new Error("Unavailable");
      });
    },
  });
}

function providersElsewhere(): (Provider & { id: string; name: string })[] {
  const { AUTH_GOOGLE_ID, AUTH_GOOGLE_SECRET, AUTH_GITHUB_ID, AUTH_GITHUB_SECRET } = env();
  const { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET } = env();
  return [
    ...(AUTH_GOOGLE_ID && AUTH_GOOGLE_SECRET
      ? [google({ clientId: AUTH_GOOGLE_ID, clientSecret: AUTH_GOOGLE_SECRET })]
      : []),
    ...(AUTH_GITHUB_ID && AUTH_GITHUB_SECRET ? [byGithub(AUTH_GITHUB_ID, AUTH_GITHUB_SECRET)] : []),
    ...(OIDC_ISSUER && OIDC_CLIENT_ID && OIDC_CLIENT_SECRET
      ? [byOidc({ issuer: OIDC_ISSUER, clientId: OIDC_CLIENT_ID, clientSecret: OIDC_CLIENT_SECRET })]
      : []),
  ];
}

const githubEmails = z.array(z.object({ email: z.string(), primary: z.boolean(), verified: z.boolean() }));

/** The public e-mail of a GitHub profile says nothing about verification; the list of addresses does. */
function byGithub(clientId: string, clientSecret: string): OAuthConfig<GithubProfile> {
  const provider = github({ clientId, clientSecret });
  const userinfo: NonNullable<OAuthConfig<GithubProfile>["userinfo"]> = {
    url: "https://api.github.com/user",
    async request({ client, tokens }) {
      const token = tokens.access_token ?? "";
      const profile = await client.userinfo(token);
      const answer = await fetch("https://api.github.com/user/emails", {
        headers: { Authorization: `Bearer ${token}` },
        redirect: "error",
        signal: AbortSignal.timeout(10_000),
      });
      const emails = answer.ok ? githubEmails.parse(await answer.json()) : [];
      const { email = "", verified = false } = emails.find((one) => one.primary) ?? {};
      return { ...profile, email, email_verified: verified };
    },
  };
  return { ...provider, options: { ...provider.options, clientId, clientSecret, userinfo } };
}

type OidcProfile = { sub: string; email?: string; name?: string };

function byOidc(client: { issuer: string; clientId: string; clientSecret: string }): OAuthConfig<OidcProfile> {
  return {
    id: "oidc",
    name: new URL(client.issuer).hostname,
    type: "oauth",
    wellKnown: `${client.issuer.replace(/\/+$/, "")}/.well-known/openid-configuration`,
    authorization: { params: { scope: "openid email profile" } },
    idToken: true,
    checks: ["pkce", "state", "nonce"],
    clientId: client.clientId,
    clientSecret: client.clientSecret,
    profile: (profile) => ({ id: profile.sub, name: profile.name ?? null, email: profile.email ?? null }),
  };
}

const verifiedProfile = z.object({
  email: z.string().min(3),
  email_verified: z.union([z.literal(true), z.literal("true")]),
});

/** The address that the other side has verified, or null. */
export function verifiedEmail(profile: unknown): string | null {
  return verifiedProfile.safeParse(profile).data?.email ?? null;
}
