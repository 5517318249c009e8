import { createHash, scryptSync } from "node:crypto";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { db } from "../db";
import { addUser, signIn } from "../example-rows";
import { findSession } from "./sessions";
import { findSetupLink, setUp } from "./setup";
import { changePassword, createFirstUser, findUserByEmail, findUserByPassword } from "./users";

const password = "blue tandem rides far";
// kept with the least work, so that these tests are about people and not about scrypt
const key = scryptSync(password, Buffer.alloc(18), 32, { N: 2, r: 8, p: 1 }).toString("base64url");
const passwordHash = `scrypt$2$8$1$${"A".repeat(24)}$${key}`;

beforeEach(async () => {
  await db().user.deleteMany();
  await db().setupToken.deleteMany();
  await db().signInFailure.deleteMany();
});
afterAll(async () => {
  await db().$disconnect();
});

const ines = "ines@tandem.example";
const tryIn = (email: string, tried: string, address = "192.0.2.1") =>
  findUserByPassword({ email, password: tried, address });

describe("signing in by password", () => {
  it("finds the user whatever the case of the address, and nobody for anything wrong", async () => {
    const id = await addUser({ email: ines, passwordHash });
    expect(await tryIn(" Ines@Tandem.example ", password)).toMatchObject({ id, email: ines });
    expect(await tryIn(ines, "wrong")).toBeNull();
    expect(await tryIn("nobody@tandem.example", password)).toBeNull();
  });

  it("is closed to those who are disabled or have no password", async () => {
    const id = await addUser({ email: ines, passwordHash });
    await addUser({ email: "omar@tandem.example" });
    await db().user.update({ where: { id }, data: { disabledAt: new Date() } });
    expect(await tryIn(ines, password)).toBeNull();
    expect(await tryIn("omar@tandem.example", "")).toBeNull();
    expect(await findUserByEmail(ines)).toBeNull();
  });

  it("starts afresh after the right password, and counts what was wrong", async () => {
    await addUser({ email: ines, passwordHash });
    await tryIn(ines, "wrong");
    expect(await db().signInFailure.count()).toBe(2);
    await tryIn(ines, password);
    expect(await db().signInFailure.count()).toBe(1);
  });
});

describe("a new password", () => {
  it("asks for the current one and ends every other session", async () => {
    const id = await addUser({ email: ines, passwordHash });
    const [here, elsewhere] = [await signIn(id), await signIn(id)];
    const signInId = (await findSession(here))?.signInId ?? "";
    const change = { userId: id, signInId, next: "green tandem rides on", address: "192.0.2.1" };
    expect(await changePassword({ ...change, current: "wrong" })).toBe(false);
    expect(await findSession(elsewhere)).not.toBeNull();
    expect(await changePassword({ ...change, current: password })).toBe(true);
    expect(await findSession(elsewhere)).toBeNull();
    expect(await findSession(here)).not.toBeNull();
    expect(await tryIn(ines, password)).toBeNull();
    expect(await tryIn(ines, "green tandem rides on")).not.toBeNull();
  });
});

describe("the first user", () => {
  const body = { token: "the-token", name: "Ines Moreau", email: "Ines@Tandem.example", password };
  const addToken = (expiresAt = new Date(Date.now() + 60_000)) => {
    const digest = new Uint8Array(createHash("sha256").update(body.token).digest());
    return db().setupToken.create({ data: { digest, expiresAt } });
  };

  it("is an owner made by the link, which then is used", async () => {
    expect(await findSetupLink(body.token)).toBe("unknown");
    await addToken();
    expect(await findSetupLink(body.token)).toBe("open");
    await setUp(body);
    expect(await db().user.findFirst()).toMatchObject({ email: ines, name: "Ines Moreau", role: "owner" });
    expect(await findSetupLink(body.token)).toBe("used");
    await expect(setUp(body)).rejects.toMatchObject({ details: { status: 410 } });
    await db().user.deleteMany();
    expect(await findSetupLink(body.token)).toBe("used");
  });

  it("is one, however many ask at once", async () => {
    await addToken();
    const outcomes = await Promise.allSettled([
      setUp(body),
      setUp(body),
      setUp({ ...body, email: "omar@tandem.example" }),
    ]);
    expect(outcomes.filter((one) => one.status === "fulfilled")).toHaveLength(1);
    expect(await db().user.count()).toBe(1);
    expect(await createFirstUser({ email: "yuki@tandem.example", name: "Yuki", password })).toBeNull();
  });

  it("is not made by an expired or unknown link, nor with a password that is guessed first", async () => {
    await expect(setUp(body)).rejects.toMatchObject({ details: { status: 404 } });
    await addToken(new Date(Date.now() - 1000));
    await expect(setUp(body)).rejects.toMatchObject({ details: { status: 410 } });
    await db().setupToken.deleteMany();
    await addToken();
    await expect(setUp({ ...body, password: "password1234" })).rejects.toMatchObject({ details: { status: 400 } });
    expect(await db().user.count()).toBe(0);
    expect(await findSetupLink(body.token)).toBe("open");
  });
});
