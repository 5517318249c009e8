import { ProblemError, type FieldProblem } from "@/components/ui/problem-error";

type Kept = { url: string; etag: string; body: unknown };

/** Answers with their ETag: an unchanged list stays the very same object, so that nothing is drawn again. */
const answers = new Map<string, Kept>();
const keptAnswers = 60;

function keep(name: string | null, kept: Kept | null): void {
  if (name === null) return;
  answers.delete(name);
  if (kept === null) return;
  answers.set(name, kept);
  const oldest = answers.keys().next();
  if (answers.size > keptAnswers && !oldest.done) answers.delete(oldest.value);
}

const textOf = (value: unknown) => (typeof value === "string" && value !== "" ? value : null);

function toProblems(value: unknown): FieldProblem[] {
  return Array.isArray(value) ? (value as FieldProblem[]) : [];
}

/** What an answer that is none says. */
export async function toProblem(response: Response): Promise<ProblemError> {
  const isJson = response.headers.get("content-type")?.includes("json") ?? false;
  const body: unknown = isJson ? await response.json() : null;
  const fields = new Map(typeof body === "object" && body !== null ? Object.entries(body) : []);
  const title = textOf(fields.get("title")) ?? `The server answered ${String(response.status)}`;
  return new ProblemError(response.status, title, {
    detail: textOf(fields.get("detail")),
    problems: toProblems(fields.get("problems")),
  });
}

/** @throws ProblemError of status 0 when no answer came */
export async function request(url: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(url, init);
  } catch (error) {
    if (error instanceof TypeError) throw new ProblemError(0, "The server cannot be reached");
    throw error;
  }
}

/** What is known of an address by this name, if it is still that address. */
function knownOf(url: string, name: string | null): Kept | null {
  const kept = name === null ? undefined : answers.get(name);
  return kept?.url === url ? kept : null;
}

/**
 * Reads JSON and names its type; our own routes promise it, so nothing is parsed. Unchanged since last time: the same object. The answer
 * is kept under its address unless `keptAs` says another name, for an address that changes, or null, for what is read once.
 */
export async function fetchJson<Answer>(url: string, keptAs: string | null = url): Promise<Answer> {
  const known = knownOf(url, keptAs);
  const headers = new Headers({ accept: "application/json" });
  if (known) headers.set("if-none-match", known.etag);
  const response = await request(url, { headers });
  if (response.status === 304 && known) {
    keep(keptAs, known);
    return known.body as Answer;
  }
  if (!response.ok) throw await toProblem(response);
  const body: unknown = await response.json();
  const etag = response.headers.get("etag");
  keep(keptAs, etag === null ? null : { url, etag, body });
  return body as Answer;
}

/** Sends JSON; null when the answer has no body. */
export async function sendJson<Answer>(
  method: "POST" | "PUT" | "DELETE",
  url: string,
  body?: unknown,
): Promise<Answer | null> {
  const headers = { accept: "application/json", "content-type": "application/json" };
  const response = await request(url, { method, headers, body: body === undefined ? null : JSON.stringify(body) });
  if (!response.ok) throw await toProblem(response);
  const text = await response.text();
  return text === "" ? null : (JSON.parse(text) as Answer);
}
