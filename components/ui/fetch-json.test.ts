import { afterEach, expect, test, vi } from "vitest";
import { fetchJson, sendJson } from "./fetch-json";
import { ProblemError } from "./problem-error";

const asked: Request[] = [];

/** The network, answer by answer. */
function answerWith(...answers: (Response | Error)[]): void {
  asked.length = 0;
  vi.stubGlobal("fetch", (url: string, init: RequestInit) => {
    asked.push(new Request(new URL(url, "http://localhost"), init));
    const answer = answers.shift();
    return answer instanceof Response
      ? Promise.resolve(answer)
      : Promise.reject(answer ?? new Error("asked too often"));
  });
}

const json = (body: unknown, init?: ResponseInit) => new Response(JSON.stringify(body), init);
const refusal = (promise: Promise<unknown>) =>
  promise.then(
    () => null,
    (error: unknown) => error,
  );

afterEach(() => {
  vi.unstubAllGlobals();
});

test("an unchanged answer is asked for by its tag and stays the very same object", async () => {
  answerWith(json({ items: [1] }, { headers: { etag: 'W/"1"' } }), new Response(null, { status: 304 }));
  const first = await fetchJson("/api/unchanged");
  expect(await fetchJson("/api/unchanged")).toBe(first);
  expect(asked.map(({ headers }) => headers.get("if-none-match"))).toEqual([null, 'W/"1"']);
});

test("an answer without a tag is not kept", async () => {
  answerWith(json({ count: 1 }), json({ count: 2 }));
  await fetchJson("/api/untagged");
  expect(await fetchJson("/api/untagged")).toEqual({ count: 2 });
  expect(asked[1]?.headers.has("if-none-match")).toBe(false);
});

test("what is read at changing addresses is kept under one name, and only for the address it came from", async () => {
  const tagged = (tag: string) => json({ tag }, { headers: { etag: tag } });
  answerWith(tagged("1"), tagged("2"), new Response(null, { status: 304 }), tagged("3"));
  await fetchJson("/api/span?from=a", "span");
  const second = await fetchJson("/api/span?from=b", "span");
  expect(await fetchJson("/api/span?from=b", "span")).toBe(second);
  await fetchJson("/api/span?from=a", "span");
  expect(asked.map(({ headers }) => headers.get("if-none-match"))).toEqual([null, null, "2", null]);
});

test("what is read once is not kept", async () => {
  answerWith(json({}, { headers: { etag: "1" } }), json({}, { headers: { etag: "1" } }));
  await fetchJson("/api/once", null);
  await fetchJson("/api/once");
  expect(asked[1]?.headers.has("if-none-match")).toBe(false);
});

test("a problem is told in the server's words, field by field", async () => {
  const problems = [{ path: "email", message: "is no address" }];
  const body = { title: "Some fields need a correction.", detail: "See below.", problems };
  answerWith(json(body, { status: 400, headers: { "content-type": "application/problem+json" } }));
  const error = await refusal(sendJson("POST", "/api/setup", {}));
  expect(error).toBeInstanceOf(ProblemError);
  expect(error).toMatchObject({ status: 400, title: body.title, more: { detail: "See below.", problems } });
});

test("a page of somebody in between is a problem too, and so is no answer at all", async () => {
  answerWith(new Response("<h1>Bad gateway</h1>", { status: 502 }), new TypeError("failed to fetch"));
  expect(await refusal(fetchJson("/api/chats"))).toMatchObject({ status: 502, title: "The server answered 502" });
  expect(await refusal(fetchJson("/api/chats"))).toMatchObject({ status: 0, title: "The server cannot be reached" });
});
