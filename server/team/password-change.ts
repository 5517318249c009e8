/** A change of one's own password, as its route asks for it. */
import { z } from "zod";
import { Refusal } from "../http";
import { clientAddress } from "./client-address";
import { HashQueueFull, passwordProblem } from "./passwords";
import type { Session } from "./sessions";
import { refusedPassword } from "./setup";
import { TooManyAttempts } from "./sign-in-throttle";
import { changePassword } from "./users";

export const passwordChange = z.strictObject({
  currentPassword: z.string().max(1024),
  newPassword: z.string().max(1024),
});

/** @throws Refusal 400 naming the field, 429 after too many wrong guesses of the current one */
export async function putPassword(
  change: z.infer<typeof passwordChange>,
  { session, request }: { session: Session; request: Request },
): Promise<void> {
  const mistake = passwordProblem(change.newPassword, session.user.email);
  if (mistake) throw refusedPassword(mistake, "newPassword");
  const isChanged = await changePassword({
    userId: session.user.id,
    signInId: session.signInId,
    current: change.currentPassword,
    next: change.newPassword,
    address: clientAddress(request.headers),
  }).catch((error: unknown) => {
    if (error instanceof TooManyAttempts) throw tooMany(error.waitSeconds);
    if (error instanceof HashQueueFull) throw tooMany(5);
    throw error;
  });
  if (!isChanged) throw refusedPassword("This is not your current password.", "currentPassword");
}

function tooMany(retryAfterSeconds: number): Refusal {
  const detail = `Try again in ${retryAfterSeconds} seconds.`;
  return new Refusal({
    status: 429,
    type: "too-many-attempts",
    title: "Too many attempts.",
    detail,
    retryAfterSeconds,
  });
}
