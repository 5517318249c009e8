/**
 * Before a page: a policy with a fresh nonce, the token of its forms, and for whoever is signed out the way to the sign-in page. What
 * a page cannot say by itself is said here: 410 for a closed set-up link, 503 while the database is away. A convenience, never a lock:
 * each page and route checks for itself.
 */
import { randomBytes } from "node:crypto";
import { NextResponse, type NextRequest } from "next/server";
import { causeOf, log } from "@/server/log";
import { contentSecurityPolicy } from "@/server/page-policy";
import { cookieName, cookieOptions, formToken } from "@/server/team/session-cookie";
import { findSession } from "@/server/team/sessions";
import { findSetupLink } from "@/server/team/setup";

const publicPages = new Set(["/login", "/setup"]);

export async function proxy(request: NextRequest): Promise<NextResponse> {
  try {
    const { pathname, search } = request.nextUrl;
    const session = await findSession(request.headers.get("cookie") ?? "");
    if (session || publicPages.has(pathname)) return withPolicy(request, await statusOf(request));
    const login = new URL("/login", request.url);
    if (pathname !== "/" || search !== "") login.searchParams.set("callbackUrl", `${pathname}${search}`);
    return NextResponse.redirect(login);
  } catch (error) {
    log.error(causeOf(error), "a page could not be prepared");
    return away();
  }
}

async function statusOf({ nextUrl }: NextRequest): Promise<number> {
  if (nextUrl.pathname !== "/setup") return 200;
  const link = await findSetupLink(nextUrl.searchParams.get("token") ?? "");
  return link === "used" || link === "expired" ? 410 : 200;
}

function withPolicy(request: NextRequest, status: number): NextResponse {
  const { pathname, search } = request.nextUrl;
  const nonce = randomBytes(16).toString("base64");
  const policy = contentSecurityPolicy(nonce, process.env.NODE_ENV === "development");
  const form = formToken(request.headers.get("cookie") ?? "");
  const headers = new Headers(request.headers);
  headers.set("Content-Security-Policy", policy); // Next takes the nonce of its scripts from here
  headers.set("x-nonce", nonce);
  headers.set("x-postroom-csrf", form.token);
  headers.set("x-postroom-path", `${pathname}${search}`);
  const response = NextResponse.next({ request: { headers }, status });
  response.headers.set("Content-Security-Policy", policy);
  if (form.newCookie) response.cookies.set(cookieName("csrf-token"), form.newCookie, cookieOptions());
  return response;
}

/** Whoever is signed in stays so: this is no sign-in page. Browsers come back by themselves. */
function away(): NextResponse {
  const text = "Postroom cannot reach its database right now. Nothing is lost; this page tries again by itself.";
  const headers = { "Retry-After": "5", Refresh: "5", "Cache-Control": "no-store", "Content-Type": "text/plain" };
  return new NextResponse(text, { status: 503, headers });
}

/** Pages only: bodies of matched requests are cut at 10 MB, and files need neither a session nor a policy. */
export const config = {
  matcher: ["/((?!api/|_next/static|_next/image|favicon|icon|apple-icon|manifest|robots.txt|emoji/|sw.js).*)"],
};
