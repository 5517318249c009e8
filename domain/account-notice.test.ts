import { expect, test } from "vitest";
import { ailmentOf } from "./account-health";
import { accountNotice } from "./account-notice";
import { accountOf } from "./wire-examples";

const now = "2026-03-04T08:15:00.000Z";

test("an account that receives has nothing to say, whatever it is doing", () => {
  for (const state of ["ok", "connecting", "unknown"] as const) {
    expect(ailmentOf(accountOf({ state }))).toBeNull();
    expect(accountNotice(accountOf({ state }), now)).toBeNull();
  }
});

test.each([
  ["reconnect", /^WhatsApp has signed Tandem Desk out/, /Reconnect/],
  ["error", /^postpress cannot reach Tandem Desk at WhatsApp/, /postpress/],
  ["stopped", /^Tandem Desk has been stopped/, /Start it again/],
  ["deleted", /^Tandem Desk was removed/, /connect it anew/],
] as const)("an account in the state %s says what happened, what is safe and what to do", (state, happened, next) => {
  const notice = accountNotice(accountOf({ state, isQuiet: true }), now);
  expect(notice).toMatchObject({
    happened: expect.stringMatching(happened),
    next: expect.stringMatching(next),
  });
  expect(notice?.safe).toMatch(/here\.$/);
});

test("a quiet account says since when", () => {
  const notice = accountNotice(accountOf({ isQuiet: true }), now);
  expect(notice?.happened).toContain("nothing has arrived for 2 d");
  expect(accountNotice(accountOf({ isQuiet: true, lastEventAt: null }), now)?.happened).toContain("for a while");
});
