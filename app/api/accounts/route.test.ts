import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { db } from "@/server/db";
import { addAccount, addChat, addMessage, addUser, signIn } from "@/server/example-rows";
import { startExampleVendor, type ExampleVendor } from "@/server/example-vendor";
import { accountIdOf } from "@/server/ingest/ids";
import { stopServers } from "@/server/loopback";
import { POST as check } from "./check/route";
import { POST as connected } from "./connected/route";
import { POST as link } from "./link/route";
import { GET } from "./route";
import { GET as activity } from "./activity/route";
import { DELETE as remove } from "./[id]/route";
import { PUT as look } from "./[id]/look/route";
import { POST as restart } from "./[id]/restart/route";

let vendor: ExampleVendor;
let cookie: string;
/** what the vendor was sent, by path */
let bodies: Map<string, Record<string, unknown>>;

beforeAll(async () => {
  vendor = await startExampleVendor();
  Object.assign(process.env, vendor.variables);
  cookie = await signIn(await addUser({ role: "owner" }));
});
beforeEach(async () => {
  bodies = new Map();
  await db().$executeRaw`TRUNCATE "Account", "Delivery", "AccountLink", "AccountLook" CASCADE`;
  vendor.answers("hosted/accounts/link", (request, response) => {
    let text = "";
    request.on("data", (chunk: Buffer) => (text += chunk.toString()));
    request.on("end", () => {
      bodies.set("link", JSON.parse(text) as Record<string, unknown>);
      response.writeHead(201, { "content-type": "application/json" });
      response.end(JSON.stringify({ object: "HostedAuthUrl", url: "https://account.example/sign-in" }));
    });
  });
});
afterAll(async () => {
  await db().$disconnect();
  await stopServers();
});

const address = "http://localhost:3000/api/accounts";
const headers = () => ({ cookie, origin: "http://localhost:3000", "content-type": "application/json" });
const request = (method: string, body: unknown = {}) =>
  new Request(address, { method, headers: headers(), ...(method !== "GET" && { body: JSON.stringify(body) }) });
const at = (id: string) => ({ params: Promise.resolve({ id }) });
const nowhere = { params: Promise.resolve({}) };
const listed = async () => ((await (await GET(request("GET"), nowhere)).json()) as { items: unknown[] }).items;

function tells(id: string, parts: object = {}) {
  const told = { object: "Account", id, name: "Tandem Desk", type: "WHATSAPP", created_at: "2026-01-01T00:00:00.000Z" };
  const params = { connection_params: { im: { phone_number: "15550100" } }, sources: [{ id, status: "OK" }] };
  const account = { ...told, ...params, ...parts };
  vendor.answers(`accounts/${id}`, { type: "application/json", bytes: JSON.stringify(account) });
  return account;
}
const lists = (...items: object[]) =>
  vendor.answers("accounts", { type: "application/json", bytes: JSON.stringify({ items, cursor: null }) });

describe("how accounts are", () => {
  it("is settled by the API, which also tells of accounts that nothing was delivered of, and of those that are gone", async () => {
    const known = `wa-${randomUUID()}`;
    const names = [{ value: "Desk", at: "2026-02-01T00:00:00.000Z", sequence: 1 }];
    await addAccount({ id: accountIdOf(known), externalId: known, state: "reconnect", name: "Desk", names });
    await addAccount({ id: accountIdOf("gone-1"), externalId: "gone-1", state: "ok" });
    await addAccount({ externalId: "sample", isTest: true, state: "unknown" });
    lists(
      tells(known),
      tells("li-new", { type: "LINKEDIN", connection_params: { im: { id: "ACoAA" } }, name: "Mara" }),
    );
    expect((await check(request("POST"), nowhere)).status).toBe(200);
    expect(await listed()).toMatchObject([
      { externalId: "li-new", provider: "LINKEDIN", name: "Mara", identity: "ACoAA", state: "ok", lastEventAt: null },
      { externalId: "gone-1", state: "deleted" },
      { externalId: "sample", state: "unknown" },
      { externalId: known, state: "ok", rawState: "OK", name: "Desk", identity: "+15550100" },
    ]);
    const kept = await db().delivery.findMany({ where: { event: "api.account" } });
    expect(kept.map(({ state }) => state)).toEqual(["applied", "applied", "applied"]);
    await check(request("POST"), nowhere);
    expect(await db().delivery.count()).toBe(3);
  });

  it("stays as it was when the vendor cannot be asked, and says so", async () => {
    await addAccount({ state: "ok" });
    vendor.refuses("accounts", 401, "invalid_credentials");
    const answer = await check(request("POST"), nowhere);
    expect([answer.status, await answer.json()]).toMatchObject([502, { title: "postpress does not accept the key." }]);
    expect(await listed()).toMatchObject([{ state: "ok" }]);
  });

  it("comes with the messages of a day, on average of seven", async () => {
    const account = await addAccount();
    const chat = await addChat(account);
    for (let place = 0; place < 14; place += 1)
      await addMessage(chat, { sentAt: new Date(Date.now() - place * 60_000) });
    await addMessage(chat, { sentAt: new Date(Date.now() - 8 * 86_400_000) });
    const answer = await activity(request("GET"), nowhere);
    expect(await answer.json()).toEqual({ items: [{ accountId: account, messagesPerDay: 2, gap: null }] });
  });
});

describe("how an account looks", () => {
  it("is the team's: a short name in place of its own, and a colour", async () => {
    const id = await addAccount({ name: "Tandem & Co Rental" });
    const wanted = { colour: "teal", shortName: " Rental " };
    expect(await (await look(request("PUT", wanted), at(id))).json()).toEqual({ colour: "teal", shortName: "Rental" });
    expect(await listed()).toMatchObject([{ name: "Rental", ownName: "Tandem & Co Rental", colour: "teal" }]);
    await look(request("PUT", { colour: null, shortName: "" }), at(id));
    expect(await listed()).toMatchObject([{ name: "Tandem & Co Rental", colour: null, shortName: null }]);
  });

  it("is refused for what is no colour, for a long name, and for an account that is not there", async () => {
    const id = await addAccount();
    expect((await look(request("PUT", { colour: "mauve", shortName: null }), at(id))).status).toBe(400);
    expect((await look(request("PUT", { colour: null, shortName: "x".repeat(25) }), at(id))).status).toBe(400);
    expect((await look(request("PUT", { colour: null, shortName: null }), at(randomUUID()))).status).toBe(404);
    expect((await look(request("PUT", { colour: null, shortName: null }), at("nothing"))).status).toBe(404);
  });
});

const told = (body: unknown) =>
  connected(new Request(`${address}/connected`, { method: "POST", body: JSON.stringify(body) }));

describe("connecting", () => {
  async function makeLink(wanted: object): Promise<string> {
    const answer = await link(request("POST", wanted), nowhere);
    expect(await answer.json()).toMatchObject({ url: "https://account.example/sign-in" });
    return String(bodies.get("link")?.name);
  }

  it("asks for a link with a name of its own, of which only the digest is kept", async () => {
    const name = await makeLink({ type: "create", provider: "LINKEDIN" });
    expect(bodies.get("link")).toMatchObject({
      ...{ type: "create", providers: ["LINKEDIN"], api_url: vendor.url },
      notify_url: "http://localhost:3000/api/accounts/connected",
      success_redirect_url: "http://localhost:3000/settings/accounts?signIn=done",
    });
    expect(name.length).toBeGreaterThanOrEqual(32);
    expect(await makeLink({ type: "create" })).not.toBe(name);
    expect(bodies.get("link")).toMatchObject({ providers: "*" });
    expect(JSON.stringify(await db().accountLink.findMany())).not.toContain(name);
  });

  it("believes what it is told once, and only what the account itself says", async () => {
    const name = await makeLink({ type: "create" });
    tells("wa-fresh", { sources: [{ status: "CONNECTING" }] });
    const first = await told({ status: "CREATION_SUCCESS", account_id: "wa-fresh", name });
    expect([first.status, await first.json()]).toEqual([200, { status: "connected" }]);
    expect(await listed()).toMatchObject([{ externalId: "wa-fresh", state: "connecting" }]);
    expect((await told({ status: "CREATION_SUCCESS", account_id: "wa-fresh", name })).status).toBe(404);
  });

  it("knows no other name, none that is too old, and no account that the vendor does not have", async () => {
    expect((await told({ status: "CREATION_SUCCESS", account_id: "wa-x", name: "guessed" })).status).toBe(404);
    const old = await makeLink({ type: "create" });
    await db().accountLink.updateMany({ data: { expiresAt: new Date(Date.now() - 1000) } });
    expect((await told({ status: "CREATION_SUCCESS", account_id: "wa-x", name: old })).status).toBe(404);
    const name = await makeLink({ type: "create" });
    expect((await told({ status: "CREATION_SUCCESS", account_id: "wa-nowhere", name })).status).toBe(404);
    expect(await listed()).toEqual([]);
    for (const body of ["", [], { status: "RECONNECTED" }]) expect((await told(body)).status).toBe(400);
  });

  it("connects again that account alone for which the link was made", async () => {
    const id = await addAccount({ id: accountIdOf("wa-mine"), externalId: "wa-mine", state: "reconnect" });
    const name = await makeLink({ type: "reconnect", accountId: id });
    expect(bodies.get("link")).toMatchObject({
      type: "reconnect",
      reconnect_account: "wa-mine",
      providers: ["WHATSAPP"],
    });
    tells("wa-mine");
    tells("wa-other");
    expect((await told({ status: "RECONNECTED", account_id: "wa-other", name })).status).toBe(404);
    const again = await makeLink({ type: "reconnect", accountId: id });
    expect((await told({ status: "RECONNECTED", account_id: "wa-mine", name: again })).status).toBe(200);
    expect(await listed()).toMatchObject([{ externalId: "wa-mine", state: "ok" }]);
  });

  it("may be told again when the account could not be read back", async () => {
    const name = await makeLink({ type: "create" });
    vendor.refuses("accounts/wa-slow", 500, "unexpected_error");
    const first = await told({ status: "CREATION_SUCCESS", account_id: "wa-slow", name });
    expect([first.status, first.headers.get("retry-after")]).toEqual([503, "5"]);
    tells("wa-slow");
    expect((await told({ status: "CREATION_SUCCESS", account_id: "wa-slow", name })).status).toBe(200);
  });

  it("that failed changes nothing, and uses the name up", async () => {
    const name = await makeLink({ type: "create" });
    expect(await (await told({ status: "CREATION_FAIL", account_id: null, name })).json()).toEqual({
      status: "failed",
    });
    expect((await told({ status: "CREATION_SUCCESS", account_id: "wa-x", name })).status).toBe(404);
  });
});

describe("an account at the vendor", () => {
  it("is restarted, and read back", async () => {
    const id = await addAccount({ id: accountIdOf("wa-1"), externalId: "wa-1", state: "error" });
    tells("wa-1");
    vendor.answers("accounts/wa-1/restart", { type: "application/json", bytes: "{}" });
    expect((await restart(request("POST"), at(id))).status).toBe(200);
    expect(vendor.asked).toContain("POST /api/v1/accounts/wa-1/restart");
    expect(await listed()).toMatchObject([{ state: "ok" }]);
  });

  it("is removed there, while its chats stay here", async () => {
    const id = await addAccount({ id: accountIdOf("wa-2"), externalId: "wa-2", state: "ok" });
    const chat = await addChat(id);
    await addMessage(chat);
    vendor.refuses("accounts/wa-2", 404, "resource_not_found");
    expect((await remove(request("DELETE"), at(id))).status).toBe(200);
    expect(vendor.asked).toContain("DELETE /api/v1/accounts/wa-2");
    expect(await listed()).toMatchObject([{ state: "deleted" }]);
    expect(await db().message.count({ where: { chatId: chat } })).toBe(1);
  });

  it("that is not there is 404", async () => {
    expect((await restart(request("POST"), at(randomUUID()))).status).toBe(404);
    expect((await remove(request("DELETE"), at("x"))).status).toBe(404);
    expect((await link(request("POST", { type: "reconnect", accountId: randomUUID() }), nowhere)).status).toBe(404);
    expect((await link(request("POST", { type: "reconnect" }), nowhere)).status).toBe(400);
  });
});
