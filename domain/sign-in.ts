/** What the sign-in page says when it did not work, and where it may lead back to. */

/** The codes in `/login?error=`. A wrong user and a wrong password are one. */
export const signInErrors = ["CredentialsSignin", "TooManyAttempts", "AccessDenied", "Unavailable", "Failed"] as const;
export type SignInError = (typeof signInErrors)[number];

export function parseSignInError(code: string): SignInError {
  return signInErrors.find((known) => known === code) ?? "Failed";
}

/** `waitSeconds` goes with TooManyAttempts. */
export function signInMessage(error: SignInError, waitSeconds: number): string {
  switch (error) {
    case "CredentialsSignin":
      return "E-mail or password is wrong.";
    case "TooManyAttempts":
      return `Too many attempts. Try again in ${waitWords(waitSeconds)}.`;
    case "AccessDenied":
      return "Nobody with that verified e-mail address works here yet. Ask an admin to add you.";
    case "Unavailable":
      return "Sign-in is not possible right now. Try again in a moment.";
    case "Failed":
      return "Sign-in did not work. Try again.";
  }
}

function waitWords(seconds: number): string {
  if (seconds <= 60) return `${Math.max(1, seconds)} ${seconds === 1 ? "second" : "seconds"}`;
  return `${Math.ceil(seconds / 60)} minutes`;
}

/** A path of this origin to return to, whatever somebody put into a link; "/" for anything else. */
export function returnPath(callbackUrl: string | null, origin: string): string {
  if (callbackUrl === null || !URL.canParse(callbackUrl, origin)) return "/";
  const url = new URL(callbackUrl, origin);
  if (url.origin !== new URL(origin).origin || url.pathname.startsWith("/api/") || url.pathname === "/login")
    return "/";
  return `/${`${url.pathname}${url.search}`.replace(/^[/\\]+/, "")}`;
}
