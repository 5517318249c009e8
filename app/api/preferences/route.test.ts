import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { defaultPreferences } from "@/domain/preferences";
import { db } from "@/server/db";
import { addUser, signIn } from "@/server/example-rows";
import { GET, PUT } from "./route";

let userId: string;
let cookie: string;

beforeEach(async () => {
  userId = await addUser();
  cookie = await signIn(userId);
});
afterAll(async () => {
  await db().$disconnect();
});

const none = { params: Promise.resolve({}) };
const address = "http://localhost:3000/api/preferences";
const get = async (as = cookie): Promise<unknown> =>
  (await GET(new Request(address, { headers: { cookie: as } }), none)).json();

function put(body: unknown): Promise<Response> {
  const headers = { cookie, origin: "http://localhost:3000", "content-type": "application/json" };
  return PUT(new Request(address, { method: "PUT", headers, body: JSON.stringify(body) }), none);
}

describe("preferences", () => {
  it("are the defaults until something is set, and nothing is written down for that", async () => {
    expect(await get()).toEqual(defaultPreferences);
    expect(await db().user.findUnique({ where: { id: userId }, select: { preferences: true } })).toEqual({
      preferences: {},
    });
  });

  it("change one by one, and each user has their own", async () => {
    expect(await (await put({ density: "compact" })).json()).toEqual({ ...defaultPreferences, density: "compact" });
    expect(await (await put({ hasLetterKeys: false })).json()).toEqual({ hasLetterKeys: false, density: "compact" });
    expect(await get()).toEqual({ hasLetterKeys: false, density: "compact" });
    expect(await get(await signIn(await addUser()))).toEqual(defaultPreferences);
  });

  it("are refused by name where they are unknown or make no sense, and then nothing changes", async () => {
    for (const body of [{ role: "owner" }, { density: "huge" }, { hasLetterKeys: "no", density: "compact" }, [], null])
      expect([body, (await put(body)).status]).toEqual([body, 400]);
    const { problems } = (await (await put({ density: "huge" })).json()) as { problems: { path: string }[] };
    expect(problems.map(({ path }) => path)).toEqual(["density"]);
    expect(await get()).toEqual(defaultPreferences);
  });

  it("that an older version wrote and nobody understands any more count as not set", async () => {
    const preferences = { density: "cosy", hasLetterKeys: false, mood: "blue" };
    await db().user.update({ where: { id: userId }, data: { preferences } });
    expect(await get()).toEqual({ ...defaultPreferences, hasLetterKeys: false });
  });
});
