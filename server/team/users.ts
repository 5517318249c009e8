/** The people who sign in: who somebody is by password or e-mail, the first user, and a change of password. */
import { db } from "../db";
import { env, EnvError } from "../env";
import { log } from "../log";
import { hashPassword, isPassword, passwordProblem } from "./passwords";
import { giveBack, takeAttempt } from "./sign-in-throttle";

export type KnownUser = { id: string; email: string; name: string };

export function normalEmail(email: string): string {
  return email.trim().toLowerCase();
}

/** Null for a wrong password, a stranger and a disabled user alike, after the same time. @throws TooManyAttempts, HashQueueFull */
export async function findUserByPassword(tried: {
  email: string;
  password: string;
  address: string;
}): Promise<KnownUser | null> {
  const email = normalEmail(tried.email);
  const attempt = await takeAttempt(email, tried.address);
  const user = await findUserByEmail(email);
  if (!(await isPassword(tried.password, user?.passwordHash ?? null)) || !user) return null;
  await giveBack(attempt);
  const { id, name } = user;
  return { id, email, name };
}

/** Who signs in elsewhere must be a user here already. */
export async function findUserByEmail(email: string): Promise<(KnownUser & { passwordHash: string | null }) | null> {
  const select = { id: true, email: true, name: true, passwordHash: true };
  return db().user.findFirst({ where: { email: normalEmail(email), disabledAt: null }, select });
}

/** Ends every other session of the user; the one that asks goes on. False when the current password is wrong. @throws TooManyAttempts */
export async function changePassword(change: {
  userId: string;
  signInId: string;
  current: string;
  next: string;
  address: string;
}): Promise<boolean> {
  const { userId, signInId } = change;
  const { email } = await db().user.findUniqueOrThrow({ where: { id: userId }, select: { email: true } });
  if (!(await findUserByPassword({ email, password: change.current, address: change.address }))) return false;
  const passwordHash = await hashPassword(change.next);
  await db().$transaction(async (transaction) => {
    const { sessionVersion } = await transaction.user.update({
      where: { id: userId },
      data: { passwordHash, sessionVersion: { increment: 1 } },
      select: { sessionVersion: true },
    });
    await transaction.$executeRaw`
      UPDATE "SignIn" SET "endedAt" = now()
      WHERE "userId" = ${userId}::uuid AND "id" <> ${signInId}::uuid AND "endedAt" IS NULL`;
    await transaction.signIn.update({ where: { id: signInId }, data: { sessionVersion } });
  });
  return true;
}

/** Called once at the start of a server: makes the owner of BOOTSTRAP_ADMIN_* while there is no user. @throws EnvError */
export async function bootstrapAdmin(): Promise<void> {
  const { BOOTSTRAP_ADMIN_EMAIL: email, BOOTSTRAP_ADMIN_PASSWORD: password } = env();
  if (!email || !password || (await db().user.count()) > 0) return;
  const mistake = passwordProblem(password, email);
  if (mistake) throw new EnvError(`BOOTSTRAP_ADMIN_PASSWORD cannot be used. ${mistake}`);
  await createFirstUser({ email, name: email.split("@")[0] ?? email, password });
  log.info("the first user was made from BOOTSTRAP_ADMIN_EMAIL");
}

/** False when there is a user already: two at once make one. `token`: the digest of the set-up link that is used up by it. */
export async function createFirstUser(
  first: { email: string; name: string; password: string },
  token: Uint8Array<ArrayBuffer> | null = null,
): Promise<string | null> {
  const passwordHash = await hashPassword(first.password);
  return db().$transaction(async (transaction) => {
    await transaction.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('postroom first user', 0))`;
    if ((await transaction.user.count()) > 0) return null;
    if (token) {
      const open = { digest: token, usedAt: null, expiresAt: { gt: new Date() } };
      const { count } = await transaction.setupToken.updateMany({ where: open, data: { usedAt: new Date() } });
      if (count === 0) return null;
    }
    const email = normalEmail(first.email);
    const user = await transaction.user.create({ data: { email, name: first.name, passwordHash, role: "owner" } });
    return user.id;
  });
}
