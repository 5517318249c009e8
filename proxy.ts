/**
 * Before a page: a policy with a fresh nonce, the token of its forms, and for whoever is plainly signed out the way to the sign-in page.
 * A convenience, never a lock: each page and route checks for itself.
 */
import { randomBytes } from "node:crypto";
import { NextResponse, type NextRequest } from "next/server";
import { contentSecurityPolicy } from "@/server/page-policy";
import { cookieName, cookieOptions, formToken, readClaims } from "@/server/team/session-cookie";

const publicPages = new Set(["/login", "/setup"]);

export async function proxy(request: NextRequest): Promise<NextResponse> {
  const { pathname, search } = request.nextUrl;
  const cookies = request.headers.get("cookie") ?? "";
  if (!publicPages.has(pathname) && !(await readClaims(cookies))) {
    const login = new URL("/login", request.url);
    if (pathname !== "/" || search !== "") login.searchParams.set("callbackUrl", `${pathname}${search}`);
    return NextResponse.redirect(login);
  }
  return page(request, `${pathname}${search}`, formToken(cookies));
}

function page(request: NextRequest, path: string, form: ReturnType<typeof formToken>): NextResponse {
  const nonce = randomBytes(16).toString("base64");
  const policy = contentSecurityPolicy(nonce, process.env.NODE_ENV === "development");
  const headers = new Headers(request.headers);
  headers.set("Content-Security-Policy", policy); // Next takes the nonce of its scripts from here
  headers.set("x-nonce", nonce);
  headers.set("x-postroom-csrf", form.token);
  headers.set("x-postroom-path", path);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set("Content-Security-Policy", policy);
  if (form.newCookie) response.cookies.set(cookieName("csrf-token"), form.newCookie, cookieOptions());
  return response;
}

/** Pages only: bodies of matched requests are cut at 10 MB, and files need neither a session nor a policy. */
export const config = {
  matcher: ["/((?!api/|_next/static|_next/image|favicon|icon|apple-icon|manifest|robots.txt|emoji/|sw.js).*)"],
};
