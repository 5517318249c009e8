import { encode } from "next-auth/jwt";
import { afterAll, expect, it } from "vitest";
import { db } from "../db";
import { env } from "../env";
import { addUser, signIn } from "../example-rows";
import { cookieName, formToken, parseCookies } from "./session-cookie";
import { endSession, findSession } from "./sessions";

afterAll(async () => {
  await db().$disconnect();
});

async function somebody() {
  const id = await addUser({ role: "admin" });
  const cookie = await signIn(id);
  const session = await findSession(cookie);
  return { id, cookie, signInId: session?.signInId ?? "" };
}

it("is found while it counts", async () => {
  const { id, cookie, signInId } = await somebody();
  expect(await findSession(`other=1; ${cookie}`)).toMatchObject({ signInId, user: { id, role: "admin" } });
});

it("is nobody's without a cookie, with a foreign signature, or with another user's sign-in", async () => {
  const { id, cookie, signInId } = await somebody();
  const other = await addUser();
  const forge = async (token: object, secret = env().NEXTAUTH_SECRET) =>
    `${cookieName("session-token")}=${await encode({ token: { ...token }, secret })}`;
  const forged = [
    "",
    `${cookie}x`,
    await forge({ sub: id, signInId }, "another secret of thirty-two characters"),
    await forge({ sub: other, signInId }),
    await forge({ sub: id }),
    await forge({ sub: "nonsense", signInId: "nonsense" }),
  ];
  for (const header of forged) expect(await findSession(header)).toBeNull();
  expect(await findSession(cookie)).not.toBeNull();
});

it("ends with the sign-in, with the user, and with the session version", async () => {
  const first = await somebody();
  await endSession(first.signInId);
  expect(await findSession(first.cookie)).toBeNull();
  const second = await somebody();
  await db().user.update({ where: { id: second.id }, data: { disabledAt: new Date() } });
  expect(await findSession(second.cookie)).toBeNull();
  const third = await somebody();
  await db().user.update({ where: { id: third.id }, data: { sessionVersion: { increment: 1 } } });
  expect(await findSession(third.cookie)).toBeNull();
});

it("ends after 12 idle hours and after 7 days, by the clock of the database", async () => {
  const { cookie, signInId } = await somebody();
  const age = (column: "lastSeenAt" | "createdAt", hours: number) => {
    const at = new Date(Date.now() - hours * 3_600_000);
    return db().signIn.update({ where: { id: signInId }, data: { [column]: at } });
  };
  await age("lastSeenAt", 11.9);
  expect(await findSession(cookie)).not.toBeNull();
  const { lastSeenAt } = await db().signIn.findUniqueOrThrow({ where: { id: signInId } });
  expect(Date.now() - lastSeenAt.getTime()).toBeLessThan(60_000);
  await age("lastSeenAt", 12.1);
  expect(await findSession(cookie)).toBeNull();
  await age("lastSeenAt", 0);
  await age("createdAt", 7 * 24 + 0.1);
  expect(await findSession(cookie)).toBeNull();
});

it("has a form token that stays while its cookie is ours", () => {
  const first = formToken("");
  expect(first.newCookie).not.toBeNull();
  const kept = `${cookieName("csrf-token")}=${encodeURIComponent(first.newCookie ?? "")}`;
  expect(formToken(kept)).toEqual({ token: first.token, newCookie: null });
  expect(formToken(kept.replace(/.$/, (last) => (last === "0" ? "1" : "0"))).newCookie).not.toBeNull();
});

it("reads cookies as browsers send them", () => {
  expect([...parseCookies("a=1; b=x%7Cy=z; a=2; c=%E0")]).toEqual([
    ["a", "1"],
    ["b", "x|y=z"],
    ["c", "%E0"],
  ]);
});
