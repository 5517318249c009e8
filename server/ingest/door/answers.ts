/** What the door can answer, and nothing else: no redirect, no cookie, and never a word of what was sent. */
import type { Problem } from "../../postpress/body";

export type Answer = { status: number; headers: Record<string, string>; body: string };

type Refused = { status: number; type: string; title: string; detail?: string; problems?: Problem[] };

function answer(status: number, headers: Record<string, string>, body: string): Answer {
  const length = String(Buffer.byteLength(body));
  return { status, headers: { ...headers, "Cache-Control": "no-store", "Content-Length": length }, body };
}

function refuse({ type, ...details }: Refused, headers: Record<string, string> = {}): Answer {
  const body = JSON.stringify({ type: `urn:postroom:problem:${type}`, ...details });
  return answer(details.status, { "Content-Type": "application/problem+json", ...headers }, body);
}

export const kept = answer(200, { "Content-Type": "application/json" }, '{"kept":true}');

/** Kept all the same: what was cut in transit is sent again whole. */
export function notAnObject(problem: Problem): Answer {
  const title = "The body is not a JSON object.";
  const detail = "It is kept, and shown to admins. If it was cut in transit, send it again whole.";
  return refuse({ status: 400, type: "not-an-object", title, detail, problems: [problem] });
}

/** Nothing is kept, and nobody is left to read this. */
export const cut = refuse({ status: 400, type: "cut", title: "The body ended before it was complete." });
export const unauthorized = refuse({
  status: 401,
  type: "wrong-secret",
  title: "The webhook secret is missing or wrong.",
});
export const methodNotAllowed = refuse(
  { status: 405, type: "method-not-allowed", title: "Deliveries are posted." },
  { Allow: "POST" },
);
export const tooSlow = refuse({ status: 408, type: "too-slow", title: "The body was not complete within 10 seconds." });
export const tooLarge = refuse({ status: 413, type: "too-large", title: "The body is larger than 1 MiB." });
export const encoded = refuse({ status: 415, type: "encoded", title: "Send the body without a content encoding." });
export const tooManyFailures = refuse(
  { status: 429, type: "too-many-failures", title: "Too many requests without the webhook secret." },
  { "Retry-After": "60" },
);
export const unavailable = refuse(
  { status: 503, type: "unavailable", title: "The delivery could not be kept right now. Send it again." },
  { "Retry-After": "5" },
);
