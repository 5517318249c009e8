import { rmSync, statSync, utimesSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { GET as GET_OF_CHAT } from "@/app/api/chats/[id]/picture/route";
import { db } from "@/server/db";
import { addAccount, addAttendee, addChat, addMessage, addUser, signIn } from "@/server/example-rows";
import { startExampleVendor, type ExampleVendor } from "@/server/example-vendor";
import { stopServers } from "@/server/loopback";
import { GET } from "./route";

const png = Buffer.from("\x89PNG\r\n\x1a\nportrait", "latin1");
const newer = Buffer.from("\x89PNG\r\n\x1a\na newer portrait", "latin1");
const folder = process.env.POSTROOM_DATA!;
const unknown = "00000000-0000-4000-8000-000000000000";
const dayMs = 24 * 60 * 60_000;

let vendor: ExampleVendor;
let cookie: string;
let account: string;
let ana: string;

beforeAll(async () => {
  vendor = await startExampleVendor();
  Object.assign(process.env, vendor.variables);
  cookie = await signIn(await addUser());
});
beforeEach(async () => {
  await db().account.deleteMany();
  account = await addAccount();
  ana = await addAttendee(account, { name: "Ana Ribeiro" });
  await addMessage(await addChat(account, { people: [ana] }));
  vendor.asked.length = 0;
});
afterAll(async () => {
  await stopServers();
  await db().$disconnect();
  rmSync(folder, { recursive: true, force: true });
});

function ask(id: string, handler = GET) {
  const request = new Request(`http://localhost:3000/api/attendees/${id}/picture`, { headers: { cookie } });
  return handler(request, { params: Promise.resolve({ id }) });
}

const pathOf = (externalId: string) => `chat_attendees/${externalId}/picture`;
const has = (id: string, bytes: Uint8Array | string = png) =>
  vendor.answers(pathOf(`attendee-${id}`), { type: "image/png", bytes });
const fileOf = (id: string) => join(folder, "blobs", "pictures", id.slice(0, 2), id);

/** As if it had been fetched that long ago. */
function age(id: string, ms: number) {
  const at = new Date(statSync(fileOf(id)).mtimeMs - ms);
  utimesSync(fileOf(id), at, at);
}

const textOf = async (response: Response) => Buffer.from(await response.arrayBuffer()).toString("latin1");

describe("the picture of a person", () => {
  it("is for who is signed in, and nothing for a stranger to it", async () => {
    has(ana);
    const signedOut = await GET(new Request("http://localhost:3000/api/attendees/x/picture"), {
      params: Promise.resolve({ id: ana }),
    });
    expect(signedOut.status).toBe(401);
    const unlisted = await addAttendee(await addAccount());
    for (const id of [unknown, "nonsense", unlisted]) expect([id, (await ask(id)).status]).toEqual([id, 404]);
    expect(vendor.asked).toEqual([]);
  });

  it("comes from the vendor once, and the browser need not ask again for an hour", async () => {
    has(ana);
    const response = await ask(ana);
    expect(response.headers.get("content-type")).toBe("image/png");
    expect(response.headers.get("cache-control")).toBe("private, max-age=3600");
    expect(response.headers.get("etag")).not.toBeNull();
    expect(await textOf(response)).toBe(png.toString("latin1"));
    await ask(ana);
    expect(vendor.asked).toEqual([`GET /api/v1/${pathOf(`attendee-${ana}`)}`]);
  });

  it("is asked for again after a day, and the old one is shown meanwhile", async () => {
    has(ana);
    await ask(ana);
    age(ana, dayMs - 60_000);
    await ask(ana);
    expect(vendor.asked).toHaveLength(1);
    has(ana, newer);
    age(ana, 120_000);
    expect(await textOf(await ask(ana))).toBe(png.toString("latin1"));
    await expect.poll(async () => textOf(await ask(ana))).toBe(newer.toString("latin1"));
    expect(vendor.asked).toHaveLength(2);
  });

  it("stays when the vendor cannot be asked again, and goes when there is none any more", async () => {
    const ben = await addAttendee(account);
    for (const id of [ana, ben]) {
      has(id);
      await ask(id);
      age(id, 2 * dayMs);
    }
    vendor.refuses(pathOf(`attendee-${ana}`), 500, "unexpected_error");
    vendor.refuses(pathOf(`attendee-${ben}`), 404, "resource_not_found");
    expect([(await ask(ana)).status, (await ask(ben)).status]).toEqual([200, 200]);
    await expect.poll(async () => (await ask(ben)).status).toBe(404);
    await expect.poll(() => vendor.asked.length).toBe(4);
    expect((await ask(ana)).status).toBe(200);
  });

  it("is missing for an hour when there is none, for the browser as for us", async () => {
    const first = await ask(ana);
    expect([first.status, first.headers.get("cache-control")]).toEqual([404, "private, max-age=3600"]);
    expect((await first.json()).type).toBe("urn:postroom:problem:no-picture");
    has(ana);
    expect((await ask(ana)).status).toBe(404);
    expect(vendor.asked).toHaveLength(1);
  });

  it("is a picture of the four kinds and not too large, or a failure", async () => {
    const page = "<!doctype html>";
    for (const bytes of ["<svg/>", page, "%PDF-1.7", "OggS", Buffer.concat([png, Buffer.alloc(5 * 1024 * 1024)])]) {
      const id = await addAttendee(account);
      has(id, bytes);
      const response = await ask(id);
      expect([bytes.length, response.status, response.headers.get("cache-control")]).toEqual([
        bytes.length,
        502,
        "no-store",
      ]);
    }
  });
});

describe("the picture of a group", () => {
  it("is asked for by the chat's id, and a chat of two has none", async () => {
    const group = await addChat(account, { isGroup: true });
    const two = await addChat(account);
    for (const id of [group, two]) {
      await addMessage(id);
      vendor.answers(pathOf(`chat-${id}`), { type: "image/png", bytes: png });
    }
    expect(await textOf(await ask(group, GET_OF_CHAT))).toBe(png.toString("latin1"));
    expect((await ask(two, GET_OF_CHAT)).status).toBe(404);
    expect(vendor.asked).toEqual([`GET /api/v1/${pathOf(`chat-${group}`)}`]);
  });
});
