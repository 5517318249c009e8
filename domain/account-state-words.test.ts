import { describe, expect, test } from "vitest";
import { accountStanding, gapWords, trafficWords } from "./account-state-words";
import { accountOf } from "./wire-examples";

const now = "2026-03-04T08:15:00.000Z";

describe("an account's standing", () => {
  test.each([
    ["ok", "Connected", null],
    ["connecting", "Connecting", null],
    ["reconnect", "Signed out", "reconnect"],
    ["error", "Not reachable", "restart"],
    ["stopped", "Stopped", "restart"],
    ["deleted", "Removed", null],
  ] as const)("in the state %s says %s", (state, label, action) => {
    expect(accountStanding(accountOf({ state }), now)).toMatchObject({ label, action });
  });

  test("says what to do next wherever nothing arrives", () => {
    for (const state of ["reconnect", "error", "stopped", "deleted"] as const) {
      const standing = accountStanding(accountOf({ state }), now);
      expect(standing.look).toBe("bad");
      expect(standing.next).toMatch(/econnect|estart|connect it anew/);
    }
  });

  test("flags one that is quieter than its own rhythm, with since when", () => {
    const standing = accountStanding(accountOf({ isQuiet: true }), now);
    expect(standing).toMatchObject({ look: "bad", label: "Quiet for 2 d", action: "reconnect" });
    expect(standing.next).toContain("quieter than its own rhythm");
  });

  test("shows a state that is new to us as it is, and calls it no fault", () => {
    expect(accountStanding(accountOf({ state: "unknown", rawState: "HIBERNATING" }), now)).toEqual({
      look: "waiting",
      label: "postpress says HIBERNATING",
      next: null,
      action: null,
    });
    expect(accountStanding(accountOf({ state: "unknown", rawState: null }), now).label).toBe("Not known yet");
  });
});

test.each([
  [0, "no message in a week"],
  [1 / 7, "1 message a week"],
  [5 / 7, "5 messages a week"],
  [12.4, "12 messages a day"],
])("%d messages a day are told as %s", (messagesPerDay, words) => {
  expect(trafficWords(messagesPerDay)).toBe(words);
});

test.each([
  ["waiting", 0, "Comparing with postpress…"],
  ["waiting", 1, "Comparing with postpress… 1 message so far."],
  ["done", 0, "Compared with postpress: nothing was missing."],
  ["done", 12, "Compared with postpress: 12 messages found and filled in."],
  ["failed", 0, "postpress could not be compared with."],
] as const)("a look for what was missed, %s with %d, says %s", (state, found, words) => {
  expect(gapWords({ state, found, since: now, endedAt: null })).toBe(words);
});
