/**
 * Calls next-auth with a web request, in the shape of an API route: so that it needs nothing of Next around it, and its answer can be
 * turned into ours. Redirects stay on the host that was asked; failures lead to the sign-in page, an exhausted throttle is a 429.
 */
import { z } from "zod";
import { returnPath, type SignInError } from "@/domain/sign-in";
import { env } from "./env";
import { Refusal, readText } from "./http";
import { causeOf, log } from "./log";
import { cookieName, parseCookies } from "./team/session-cookie";

/** next-auth's own handler: it reads the first and writes on the second. */
type Handler = (request: object, response: object) => Promise<unknown>;
export const nextAuthHandler = z.custom<Handler>((value) => typeof value === "function");

export async function callNextAuth(request: Request, segments: readonly string[], handler: Handler): Promise<Response> {
  const { searchParams } = new URL(request.url);
  const cookies = parseCookies(request.headers.get("cookie") ?? "");
  const body = request.method === "POST" ? await readForm(request) : {};
  const wanted = body.callbackUrl ?? searchParams.get("callbackUrl") ?? cookies.get(cookieName("callback-url")) ?? null;
  const callbackUrl = returnPath(wanted, env().publicUrl);
  cookies.delete(cookieName("callback-url")); // next-auth answers 500 to one it cannot read
  const answer = new Answer();
  const call = {
    method: request.method,
    headers: Object.fromEntries(request.headers),
    cookies: Object.fromEntries(cookies),
    query: { ...Object.fromEntries(searchParams), callbackUrl, nextauth: [...segments] },
    body: { ...body, callbackUrl },
  };
  await handler(call, answer).catch((error: unknown) => {
    log.error(causeOf(error), "next-auth failed");
    answer.setHeader("Location", `/api/auth/error?error=Unavailable`);
  });
  return answer.toResponse(request.method, callbackUrl);
}

async function readForm(request: Request): Promise<Partial<Record<string, string>>> {
  const contentType = request.headers.get("content-type")?.split(";")[0]?.trim().toLowerCase();
  if (contentType === "application/x-www-form-urlencoded") {
    return Object.fromEntries(new URLSearchParams(await readText(request)));
  }
  throw new Refusal({ status: 415, type: "unsupported-media-type", title: "Send the form of the sign-in page." });
}

/** As much of an API route's response as next-auth uses. */
class Answer {
  #status = 200;
  #body = "";
  readonly #headers = new Map<string, string | string[]>();

  status(code: number): this {
    this.#status = code;
    return this;
  }

  getHeader(name: string): string | string[] | undefined {
    return this.#headers.get(name.toLowerCase());
  }

  setHeader(name: string, value: string | string[]): this {
    this.#headers.set(name.toLowerCase(), value);
    return this;
  }

  json(value: unknown): void {
    this.setHeader("Content-Type", "application/json");
    this.#body = JSON.stringify(value);
  }

  send(value: unknown): void {
    if (typeof value === "string") this.#body = value;
    else this.json(value ?? {});
  }

  end(): void {
    this.#body = "";
  }

  toResponse(method: string, callbackUrl: string): Response {
    const headers = new Headers({ "Cache-Control": "no-store" });
    for (const [name, value] of this.#headers) {
      if (name !== "cache-control") for (const one of [value].flat()) headers.append(name, one);
    }
    const location = headers.get("location");
    if (location === null) return new Response(this.#body, { status: this.#status, headers });
    return redirected(headers, { location, callbackUrl, status: method === "POST" ? 303 : 302 });
  }
}

function redirected(headers: Headers, to: { location: string; callbackUrl: string; status: number }): Response {
  const { origin } = new URL(env().publicUrl);
  const url = new URL(to.location, origin);
  if (url.origin !== origin) return new Response(null, { status: to.status, headers }); // to where one signs in elsewhere
  const code = url.searchParams.get("error") ?? (url.searchParams.has("csrf") ? "Failed" : null);
  if (code === null) {
    headers.set("Location", `${url.pathname}${url.search}`);
    return new Response(null, { status: to.status, headers });
  }
  return failed(headers, { code, callbackUrl: to.callbackUrl, status: to.status });
}

const codes = new Map<string, SignInError>([
  ["CredentialsSignin", "CredentialsSignin"],
  ["AccessDenied", "AccessDenied"],
  ["Unavailable", "Unavailable"],
]);

/** Back to the sign-in page. A browser shows it after a 429 too: `Refresh` works with every status. */
function failed(headers: Headers, how: { code: string; callbackUrl: string; status: number }): Response {
  const wait = /^too-many-attempts:(\d+)$/.exec(how.code)?.[1];
  const error = wait ? "TooManyAttempts" : (codes.get(how.code) ?? "Failed");
  const query = new URLSearchParams({ error, ...(wait && { wait }), callbackUrl: how.callbackUrl });
  const location = `/login?${query.toString()}`;
  if (!wait) {
    headers.set("Location", location);
    return new Response(null, { status: how.status, headers });
  }
  headers.delete("Location");
  headers.set("Retry-After", wait);
  headers.set("Refresh", `0; url=${location}`);
  headers.set("Content-Type", "text/plain; charset=utf-8");
  return new Response(`Too many attempts. Try again in ${wait} seconds.`, { status: 429, headers });
}
