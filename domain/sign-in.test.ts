import { expect, it } from "vitest";
import { parseSignInError, returnPath, signInMessage } from "./sign-in";

const origin = "https://desk.example";

it("leads back to a page of this origin, with its query", () => {
  expect(returnPath("/?chat=1&unread=true", origin)).toBe("/?chat=1&unread=true");
  expect(returnPath("https://desk.example/settings", origin)).toBe("/settings");
});

it("never leads elsewhere, whatever the link says", () => {
  const hostile = [
    "https://evil.example/",
    "//evil.example",
    "\\\\evil.example",
    "javascript:alert(1)",
    "http://[",
    "/login",
    "/api/chats",
  ];
  for (const target of [...hostile, "https://desk.example@evil.example", null])
    expect(returnPath(target, origin)).toBe("/");
  expect(returnPath("/%2F%2Fevil.example//x", origin)).toBe("/%2F%2Fevil.example//x");
  expect(returnPath("https://desk.example//evil.example", origin)).toBe("/evil.example");
});

it("names the wait, and has one message for a wrong user and a wrong password", () => {
  expect(signInMessage("TooManyAttempts", 1)).toContain("1 second.");
  expect(signInMessage("TooManyAttempts", 754)).toContain("13 minutes.");
  expect(signInMessage("CredentialsSignin", 0)).toBe("E-mail or password is wrong.");
  expect(parseSignInError("OAuthCallback")).toBe("Failed");
  expect(parseSignInError("AccessDenied")).toBe("AccessDenied");
});
