import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Role } from "@/domain/permissions";
import { db } from "@/server/db";
import { addAccount, addChat, addMessage, addUser, signIn } from "@/server/example-rows";
import { POST as ask } from "../ask/route";
import { GET } from "./route";

let chat: string;
let message: string;

beforeAll(async () => {
  const account = await addAccount({ externalId: "wa-desk" });
  chat = await addChat(account);
  message = await addMessage(chat, { externalId: "msg-1", text: "Is it free?" });
  const body = Buffer.from(JSON.stringify({ event: "message_received", account_id: "wa-desk", message_id: "msg-1" }));
  const about = { accountExternalId: "wa-desk", messageExternalId: "msg-1" };
  await db().delivery.create({ data: { body, sha256: Buffer.alloc(32), state: "quarantined", ...about } });
});
afterAll(async () => {
  await db().$disconnect();
});

const of = (id: string, messageId: string) => ({ params: Promise.resolve({ id, messageId }) });
const cookieOf = async (role: Role) => signIn(await addUser({ role }));

const read = (cookie: string, messageId = message, id = chat) =>
  GET(new Request("http://localhost:3000/api/chats/x/messages/y/history", { headers: { cookie } }), of(id, messageId));

function post(cookie: string, messageId = message) {
  const headers = { cookie, origin: "http://localhost:3000", "content-type": "application/json" };
  const request = new Request("http://localhost:3000/api/chats/x/messages/y/ask", {
    method: "POST",
    headers,
    body: "{}",
  });
  return ask(request, of(chat, messageId));
}

describe("the history of a message", () => {
  it("is for nobody who is signed out", async () => {
    expect((await read("")).status).toBe(401);
    expect((await post("")).status).toBe(401);
  });

  it("is not there for an unknown or malformed id", async () => {
    const cookie = await cookieOf("owner");
    for (const id of ["00000000-0000-4000-8000-000000000000", "nonsense", "%00", "../messages"]) {
      expect((await read(cookie, id)).status).toBe(404);
      expect((await read(cookie, message, id)).status).toBe(404);
      expect((await post(cookie, id)).status).toBe(404);
    }
  });

  it("holds the deliveries for owners and admins, and none for agents and viewers", async () => {
    for (const role of ["owner", "admin"] as const) {
      const response = await read(await cookieOf(role));
      expect(response.headers.get("etag")).not.toBeNull();
      const { deliveries, lines } = (await response.json()) as { deliveries: unknown[]; lines: unknown[] };
      expect([role, deliveries.length, lines.length]).toEqual([role, 1, 3]);
    }
    for (const role of ["agent", "viewer"] as const) {
      const text = await (await read(await cookieOf(role))).text();
      expect(text).not.toContain("message_received");
      expect(JSON.parse(text)).toMatchObject({ deliveries: [], lines: [{ kind: "written" }, { kind: "kept" }] });
    }
  });

  it("cannot ask the vendor without a key, and says so", async () => {
    const response = await post(await cookieOf("agent"));
    expect([response.status, await response.json()]).toEqual([200, { asked: "not-configured" }]);
  });
});
