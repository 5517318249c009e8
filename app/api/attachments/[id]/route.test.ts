import { once } from "node:events";
import { readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { db } from "@/server/db";
import { addAccount, addAttachment, addChat, addMessage, addUser, signIn } from "@/server/example-rows";
import { startExampleVendor, type ExampleVendor } from "@/server/example-vendor";
import { stopServers } from "@/server/loopback";
import { GET, HEAD } from "./route";

const jpeg = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.alloc(200_000, "photo")]);
const folder = process.env.POSTROOM_DATA!;
const unknown = "00000000-0000-4000-8000-000000000000";

let vendor: ExampleVendor;
let cookie: string;
let account: string;
let chat: string;

beforeAll(async () => {
  vendor = await startExampleVendor();
  Object.assign(process.env, vendor.variables);
  cookie = await signIn(await addUser());
});
beforeEach(async () => {
  await db().account.deleteMany();
  account = await addAccount();
  chat = await addChat(account);
  vendor.asked.length = 0;
});
afterAll(async () => {
  await stopServers();
  await db().$disconnect();
  rmSync(folder, { recursive: true, force: true });
});

type Told = NonNullable<Parameters<typeof addAttachment>[1]> & { inChat?: string; isVisible?: boolean };

/** An attachment of a message, and the path at which the vendor has it. */
async function attach({ inChat = chat, isVisible = true, ...told }: Told = {}) {
  const chatId = inChat;
  const messageId = await addMessage(chatId, { isVisible });
  await addAttachment({ chatId, messageId }, told);
  const row = await db().attachment.findFirstOrThrow({ where: { chatId, messageId } });
  const path = `messages/message-${messageId}/attachments/${encodeURIComponent(row.externalId)}`;
  return { id: row.id, path };
}

type Asking = { query?: string; headers?: Record<string, string>; signal?: AbortSignal; method?: "GET" | "HEAD" };

function ask(id: string, { query = "", headers = {}, signal, method = "GET" }: Asking = {}) {
  const url = `http://localhost:3000/api/attachments/${id}${query}`;
  const request = new Request(url, { method, headers: { cookie, ...headers }, ...(signal && { signal }) });
  return (method === "GET" ? GET : HEAD)(request, { params: Promise.resolve({ id }) });
}

async function photo(told: Told = {}) {
  const made = await attach({ name: "tandem.jpg", ...told });
  vendor.answers(made.path, { type: "image/jpeg", bytes: jpeg });
  return made;
}

const bytesOf = async (response: Response) => Buffer.from(await response.arrayBuffer());

async function problemOf(response: Response) {
  expect(response.headers.get("content-type")).toBe("application/problem+json");
  const problem = (await response.json()) as { type: string; status: number; title: string; detail?: string };
  return { ...problem, type: problem.type.replace("urn:postroom:problem:", "") };
}

describe("an attachment", () => {
  it("is for who is signed in, and nothing for a stranger to it", async () => {
    const { id } = await photo();
    const signedOut = await GET(new Request(`http://localhost:3000/api/attachments/${id}`), {
      params: Promise.resolve({ id }),
    });
    expect(signedOut.status).toBe(401);
    const unlisted = await addChat(account);
    const hidden = [await photo({ isVisible: false }), await photo({ inChat: unlisted })];
    await db().chat.update({ where: { id: unlisted }, data: { lastActivityAt: null } });
    for (const one of [unknown, "nonsense", "..", hidden[0]!.id, hidden[1]!.id]) {
      expect([one, (await ask(one)).status]).toEqual([one, 404]);
      expect([one, (await ask(one, { query: "?nonsense=1" })).status]).toEqual([one, 404]);
    }
    expect(vendor.asked).toEqual([]);
    expect((await ask(id, { query: "?nonsense=1" })).status).toBe(400);
  });

  it("comes from the vendor by the vendor's ids, and runs nothing", async () => {
    const { id, path } = await photo({ externalId: "2-MTY5==/../..", mimetype: "text/html" });
    const response = await ask(id);
    expect(response.status).toBe(200);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      "content-type": "image/jpeg",
      "content-length": String(jpeg.length),
      "content-disposition": `inline; filename="tandem.jpg"; filename*=UTF-8''tandem.jpg`,
      "x-content-type-options": "nosniff",
      "content-security-policy": "default-src 'none'; sandbox",
      "cross-origin-resource-policy": "same-origin",
      "cache-control": "private, no-cache",
      "accept-ranges": "bytes",
      etag: expect.stringMatching(/^"[\w-]+"$/),
    });
    expect((await bytesOf(response)).equals(jpeg)).toBe(true);
    expect(vendor.asked).toEqual([`GET /api/v1/${path}`]);
    expect(path).toContain("2-MTY5%3D%3D%2F..%2F..");
  });

  it("is asked for once, however often and by however many it is wanted", async () => {
    const { id } = await photo();
    const all = await Promise.all([1, 2, 3, 4, 5].map(async () => bytesOf(await ask(id))));
    for (const bytes of [...all, await bytesOf(await ask(id))]) expect(bytes.equals(jpeg)).toBe(true);
    expect(vendor.asked).toHaveLength(1);
  });

  it("is kept where nobody else can read it, under a name of ours", async () => {
    const { id } = await photo({ name: "../../evil.sh" });
    await bytesOf(await ask(id));
    const blobs = join(folder, "blobs");
    const paths = readdirSync(blobs, { recursive: true, encoding: "utf8" });
    expect(paths).toContain(`attachments/${id.slice(0, 2)}/${id}`);
    for (const path of paths) {
      const stat = statSync(join(blobs, path));
      expect([path, stat.mode & 0o777]).toEqual([path, stat.isFile() ? 0o600 : 0o700]);
    }
    expect(readdirSync(join(blobs, "incoming"))).toEqual([]);
  });

  it("need not be sent to who has it", async () => {
    const { id } = await photo();
    const etag = (await ask(id)).headers.get("etag")!;
    const known = await ask(id, { headers: { "if-none-match": `"other", ${etag}` } });
    expect([known.status, await known.text(), known.headers.get("etag")]).toEqual([304, "", etag]);
    expect((await ask(id, { headers: { "if-none-match": '"other"' } })).status).toBe(200);
  });

  it("comes in parts for who asks for parts", async () => {
    const { id } = await photo();
    const etag = (await ask(id)).headers.get("etag")!;
    const part = await ask(id, { headers: { range: "bytes=4-8", "if-range": etag } });
    expect([part.status, await part.text()]).toEqual([206, "photo"]);
    expect(part.headers.get("content-range")).toBe(`bytes 4-8/${jpeg.length}`);
    expect(part.headers.get("content-length")).toBe("5");
    const end = await ask(id, { headers: { range: "bytes=-5" } });
    expect([end.status, (await bytesOf(end)).equals(jpeg.subarray(-5))]).toEqual([206, true]);
    const beyond = await ask(id, { headers: { range: `bytes=${jpeg.length}-` } });
    expect([beyond.status, beyond.headers.get("content-range")]).toEqual([416, `bytes */${jpeg.length}`]);
    const changed = await ask(id, { headers: { range: "bytes=4-8", "if-range": '"older"' } });
    expect([changed.status, (await bytesOf(changed)).length]).toEqual([200, jpeg.length]);
  });

  it("is described to who asks for its head", async () => {
    const { id } = await photo();
    const head = await ask(id, { method: "HEAD", headers: { range: "bytes=0-1" } });
    expect([head.status, head.body, head.headers.get("content-length")]).toEqual([200, null, String(jpeg.length)]);
  });

  it("is saved instead of shown when that is asked for, and when it is not one of the ten types", async () => {
    const { id } = await photo();
    const saved = await ask(id, { query: "?download=1" });
    expect(saved.headers.get("content-disposition")).toMatch(/^attachment; filename="tandem\.jpg"/);
    expect(saved.headers.get("content-type")).toBe("image/jpeg");
    const others = [
      { kind: "image", name: "drawing.svg", mimetype: "image/svg+xml", bytes: '<svg onload="alert(1)"/>' },
      { kind: "image", name: "page.jpg", mimetype: "image/jpeg", bytes: "<?xml version='1.0'?>" },
      { kind: "file", name: "page.html", mimetype: "text/html", bytes: "<!doctype html><script>alert(1)</script>" },
      { kind: "file", name: "offer.pdf", mimetype: "application/pdf", bytes: "%PDF-1.7" },
    ];
    for (const { bytes, ...told } of others) {
      const other = await attach(told);
      vendor.answers(other.path, { type: told.mimetype, bytes });
      const response = await ask(other.id);
      expect([told.name, response.headers.get("content-type")]).toEqual([told.name, "application/octet-stream"]);
      expect(response.headers.get("content-disposition")).toMatch(/^attachment; /);
      expect(await response.text()).toBe(bytes);
    }
  });

  it("gets a name where nobody gave it one", async () => {
    const unnamed = await photo({ name: null });
    expect((await ask(unnamed.id)).headers.get("content-disposition")).toContain('filename="photo.jpg"');
    const voice = await attach({ kind: "audio", isVoiceNote: true });
    vendor.answers(voice.path, { type: "audio/ogg", bytes: "OggS and so on" });
    expect((await ask(voice.id)).headers.get("content-disposition")).toContain('filename="voice-message.ogg"');
  });
});

describe("an attachment that cannot be had", () => {
  const mebibyte = 1024 * 1024;
  const cut = (_: IncomingMessage, response: ServerResponse) =>
    void response.writeHead(200, { "content-length": 10 }).write("short", () => response.destroy());
  const endless = (_: IncomingMessage, response: ServerResponse) => {
    response.writeHead(200, { "content-type": "image/jpeg" });
    const more = () => {
      if (!response.destroyed) response.write(Buffer.alloc(mebibyte), more);
    };
    more();
  };
  const promising = (_: IncomingMessage, response: ServerResponse) =>
    void response.writeHead(200, { "content-length": 26 * mebibyte }).write("x");
  const page = { type: "text/html", bytes: "<h1>Sign in</h1>" };
  const error = { type: "text/plain", bytes: '{"error":"no"}' };
  const packed = (_: IncomingMessage, response: ServerResponse) =>
    void response.writeHead(200, { "content-encoding": "gzip" }).end("packed");

  async function failing(answer: Parameters<ExampleVendor["answers"]>[1], told: Told = {}) {
    const { id, path } = await attach(told);
    vendor.answers(path, answer);
    const response = await ask(id);
    const { type, title } = await problemOf(response);
    expect(title).toMatch(/^\w.*\.$/);
    expect(response.headers.get("cache-control")).toBe("no-store");
    return [response.status, type];
  }

  it("says why, with a word that stays: the vendor failed", async () => {
    expect(await failing(cut)).toEqual([502, "vendor-failed"]);
    expect(await failing(page)).toEqual([502, "vendor-failed"]);
    expect(await failing(error)).toEqual([502, "vendor-failed"]);
    expect(await failing(page, { kind: "file", mimetype: "application/pdf" })).toEqual([502, "vendor-failed"]);
    expect(await failing({ type: "image/jpeg", bytes: "" })).toEqual([502, "vendor-failed"]);
    expect(await failing(packed)).toEqual([502, "vendor-failed"]);
    expect(await failing((_, response) => void response.destroy())).toEqual([502, "vendor-failed"]);
    expect(await failing((_, response) => void response.writeHead(302, { location: vendor.url }).end())).toEqual([
      502,
      "vendor-failed",
    ]);
  });

  it("is too large, told beforehand or found on the way", async () => {
    expect(await failing(promising)).toEqual([502, "attachment-too-large"]);
    expect(await failing(endless)).toEqual([502, "attachment-too-large"]);
    expect(readdirSync(join(folder, "blobs", "incoming"))).toEqual([]);
  });

  it("says why in the vendor's cases", async () => {
    const cases = [
      [404, "resource_not_found", 410, "attachment-gone"],
      [410, "gone", 410, "attachment-gone"],
      [401, "disconnected_account", 502, "account-disconnected"],
      [401, "invalid_credentials", 502, "vendor-failed"],
      [500, "provider_error", 502, "vendor-failed"],
      [504, "request_timeout", 504, "vendor-slow"],
    ] as const;
    for (const [status, type, ours, word] of cases) {
      const { id, path } = await attach();
      vendor.refuses(path, status, type);
      const response = await ask(id);
      expect([type, response.status, (await problemOf(response)).type]).toEqual([type, ours, word]);
    }
  });

  it("was marked unavailable, or came without an id: the vendor is not asked", async () => {
    const unavailable = await photo({ isUnavailable: true });
    const unnamed = await photo({ externalId: "#0" });
    const [gone, never] = [await problemOf(await ask(unavailable.id)), await problemOf(await ask(unnamed.id))];
    expect([gone.status, gone.type, never.status, never.type]).toEqual([
      410,
      "attachment-gone",
      410,
      "attachment-gone",
    ]);
    expect(never.title).not.toBe(gone.title);
    expect(never.detail).toContain("WhatsApp");
    expect(vendor.asked).toEqual([]);
  });

  it("is shown all the same when it was fetched before the provider lost it", async () => {
    const { id } = await photo();
    await bytesOf(await ask(id));
    await db().attachment.updateMany({ where: { id }, data: { isUnavailable: true } });
    expect((await bytesOf(await ask(id))).equals(jpeg)).toBe(true);
  });

  it("is not asked for again at once, unless a person asks once more", async () => {
    const { id, path } = await attach();
    vendor.refuses(path, 500, "unexpected_error");
    const statuses = [await ask(id), await ask(id), await ask(id)].map(({ status }) => status);
    expect([statuses, vendor.asked.length]).toEqual([[502, 502, 502], 1]);
    vendor.answers(path, { type: "image/jpeg", bytes: jpeg });
    expect((await ask(id, { query: "?again=1" })).status).toBe(200);
    expect((await ask(id)).status).toBe(200);
    expect(vendor.asked).toHaveLength(2);
  });

  it("says that the store is ours to mend", async () => {
    const { id } = await photo();
    const blobs = join(folder, "blobs");
    rmSync(blobs, { recursive: true });
    writeFileSync(blobs, "not a folder");
    const response = await ask(id);
    rmSync(blobs);
    expect([response.status, (await problemOf(response)).type]).toEqual([503, "store-unavailable"]);
    expect(response.headers.get("retry-after")).toBe("5");
    expect((await ask(id, { query: "?again=1" })).status).toBe(200);
  });
});

describe("whoever hangs up", () => {
  it("ends the download when nobody else waits for it, and it can be begun anew", async () => {
    const { id, path } = await attach();
    const closed: Promise<unknown>[] = [];
    vendor.answers(path, (_, response) => {
      closed.push(once(response, "close"));
      response.writeHead(200, { "content-type": "image/jpeg" }).write(jpeg);
    });
    const [first, second] = [new AbortController(), new AbortController()];
    const one = ask(id, { signal: first.signal });
    const two = ask(id, { signal: second.signal });
    await expect.poll(() => closed.length).toBe(1);
    first.abort();
    expect((await one).status).toBe(499);
    vendor.answers(path, { type: "image/jpeg", bytes: jpeg });
    second.abort();
    await Promise.all([two, ...closed]);
    expect((await ask(id)).status).toBe(200);
    expect(vendor.asked).toHaveLength(2);
  });

  it("takes nothing from the others", async () => {
    const { id, path } = await attach();
    const held: (() => void)[] = [];
    let isReleased = false;
    vendor.answers(path, (_, response) => {
      const go = () => void response.writeHead(200, { "content-type": "image/jpeg" }).end(jpeg);
      if (isReleased) go();
      else held.push(go);
    });
    const first = new AbortController();
    const one = ask(id, { signal: first.signal });
    const two = ask(id);
    await expect.poll(() => held.length).toBe(1);
    first.abort();
    expect((await one).status).toBe(499);
    isReleased = true;
    for (const go of held) go();
    expect((await bytesOf(await two)).equals(jpeg)).toBe(true);
  });
});
