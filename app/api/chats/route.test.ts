import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { db } from "@/server/db";
import { addAccount, addChat, addMessage, addUser, signIn } from "@/server/example-rows";
import { GET as getMessages } from "./[id]/messages/route";
import { PUT as putMark } from "./[id]/read-mark/route";
import { GET as getChat } from "./[id]/route";
import { GET } from "./route";

let cookie: string;
let chat: string;
let message: string;

beforeAll(async () => {
  cookie = await signIn(await addUser());
  chat = await addChat(await addAccount());
  message = await addMessage(chat, { text: "Is it free?" });
});
afterAll(async () => {
  await db().$disconnect();
});

type Init = { method?: string; headers?: Record<string, string>; body?: string };
const request = (path: string, init: Init = {}) =>
  new Request(`http://localhost:3000${path}`, { ...init, headers: { cookie, ...init.headers } });
const none = { params: Promise.resolve({}) };
const of = (id: string) => ({ params: Promise.resolve({ id }) });
const strangers = ["00000000-0000-4000-8000-000000000000", "nonsense", "%00", "../chats"];

describe("GET /api/chats", () => {
  it("answers the list with an ETag, and 304 to who has it", async () => {
    const response = await GET(request("/api/chats"), none);
    expect(response.status).toBe(200);
    expect(response.headers.get("cache-control")).toBe("private, no-cache");
    expect(await response.json()).toMatchObject({ items: [{ id: chat, unreadCount: 1 }], nextCursor: null });
    const etag = response.headers.get("etag") ?? "";
    expect(etag).toMatch(/^W\/"[\w-]{27}"$/);
    for (const known of [etag, `"other", ${etag}`, etag.slice(2), "*"]) {
      const again = await GET(request("/api/chats", { headers: { "if-none-match": known } }), none);
      expect([again.status, await again.text(), again.headers.get("etag")]).toEqual([304, "", etag]);
    }
    expect((await GET(request("/api/chats", { headers: { "if-none-match": '"other"' } }), none)).status).toBe(200);
  });

  it("names each parameter that it cannot honour", async () => {
    const response = await GET(request("/api/chats?view=mine&limit=201&accountId=x&provider=%00&unread=1"), none);
    expect(response.status).toBe(400);
    const { type, problems } = (await response.json()) as { type: string; problems: { path: string }[] };
    expect(type).toBe("urn:postroom:problem:invalid");
    expect(problems.map(({ path }) => path).sort()).toEqual(["accountId", "limit", "provider", "unread", "view"]);
    for (const query of ["folder=INBOX", "q=tandem", "cursor=nonsense", "cursor=W10", "limit=0"]) {
      expect((await GET(request(`/api/chats?${query}`), none)).status).toBe(400);
    }
  });
});

describe("one chat", () => {
  it("is a 404 for an unknown or malformed id, whatever is asked of it", async () => {
    for (const id of strangers) {
      const body = JSON.stringify({ messageId: null });
      const headers = { origin: "http://localhost:3000", "content-type": "application/json" };
      expect((await getChat(request("/api/chats/x"), of(id))).status).toBe(404);
      expect((await getMessages(request("/api/chats/x/messages"), of(id))).status).toBe(404);
      expect((await putMark(request("/api/chats/x/read-mark", { method: "PUT", headers, body }), of(id))).status).toBe(
        404,
      );
    }
  });

  it("answers itself and its messages", async () => {
    expect(await (await getChat(request("/api/chats/x"), of(chat))).json()).toMatchObject({ id: chat, attendees: [] });
    const page = await getMessages(request("/api/chats/x/messages?limit=1"), of(chat));
    expect(page.headers.get("etag")).not.toBeNull();
    expect(await page.json()).toMatchObject({
      items: [{ id: message, text: "Is it free?" }],
      before: null,
      after: null,
    });
  });

  it("answers its messages around what is unread, around a time, and between two places", async () => {
    const ask = (query: string) => getMessages(request(`/api/chats/x/messages?${query}`), of(chat));
    expect(await (await ask("around=unread")).json()).toMatchObject({
      items: [{ id: message }],
      unread: { firstId: message, count: 1 },
    });
    for (const query of ["at=2026-03-02T08:00:00.000Z", "from=0001-01-01T00:00:00.000Z+"]) {
      expect(await (await ask(query)).json()).toMatchObject({ items: [{ id: message }], unread: null });
    }
    const refused = ["at=yesterday", "from=nonsense", "to=2026-03-02T08:00:00.000Z+a", "at=&before="];
    for (const query of refused) expect([query, (await ask(query)).status]).toEqual([query, 400]);
  });
});

describe("PUT read-mark", () => {
  const put = (body: string) => {
    const headers = { origin: "http://localhost:3000", "content-type": "application/json; charset=utf-8" };
    return putMark(request("/api/chats/x/read-mark", { method: "PUT", headers, body }), of(chat));
  };

  it("answers the chat as it is then, and keeps no copy", async () => {
    const read = await put(JSON.stringify({ messageId: message }));
    expect(read.headers.get("cache-control")).toBe("no-store");
    expect(await read.json()).toMatchObject({ id: chat, unreadCount: 0, readThroughMessageId: message });
    expect(await (await put(JSON.stringify({ messageId: null }))).json()).toMatchObject({ unreadCount: 1 });
  });

  it("refuses bodies that are not what it needs", async () => {
    for (const body of ["", "{", "[]", "{}", '{"messageId":1}', '{"messageId":null,"more":1}']) {
      expect([body, (await put(body)).status]).toEqual([body, 400]);
    }
    expect((await put(JSON.stringify({ messageId: "x".repeat(70_000) }))).status).toBe(413);
    expect((await put(JSON.stringify({ messageId: "00000000-0000-4000-8000-000000000000" }))).status).toBe(404);
  });
});
