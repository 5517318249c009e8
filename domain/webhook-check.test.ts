import { expect, test } from "vitest";
import { findingWords, isRight, messageEvents, type WebhookFinding } from "./webhook-check";

const right: WebhookFinding = {
  source: "messaging",
  count: 1,
  isEnabled: true,
  missing: [],
  header: "right",
  contentType: "right",
};

test("a webhook with all six events, our header and JSON is right", () => {
  expect(isRight(right)).toBe(true);
  expect(findingWords(right)).toEqual({ name: "Messages", state: "6 of 6 events subscribed", problems: [] });
});

test("what the vendor does not tell is no fault", () => {
  expect(isRight({ ...right, header: "unknown", contentType: "unknown" })).toBe(true);
});

test.each([
  [{ missing: ["message_read"] }, "5 of 6 events subscribed", /message_read/],
  [{ isEnabled: false }, "6 of 6 events subscribed", /switched off/],
  [{ header: "wrong" }, "6 of 6 events subscribed", /refused here/],
  [{ contentType: "wrong" }, "6 of 6 events subscribed", /JSON/],
] as const)("%j is wrong, and says why", (told, state, problem) => {
  const finding: WebhookFinding = { ...right, ...told, missing: "missing" in told ? [...told.missing] : [] };
  expect(isRight(finding)).toBe(false);
  expect(findingWords(finding)).toMatchObject({ state, problems: [expect.stringMatching(problem)] });
});

test("one that is not there is not registered", () => {
  const none: WebhookFinding = { ...right, count: 0, missing: [...messageEvents] };
  expect(isRight(none)).toBe(false);
  expect(findingWords(none)).toMatchObject({ state: "Not registered", problems: [] });
  expect(findingWords({ ...right, source: "account_status" }).state).toBe("Registered");
});
