import { expect, test } from "vitest";
import { loadOlderWords, olderWords } from "./older-messages";

test.each([
  [{ found: 50, state: "more" }, null],
  [{ found: 0, state: "syncing" }, "postpress is fetching older messages from LinkedIn. Try again in a minute."],
  [{ found: 0, state: "complete" }, "This is where the chat begins at LinkedIn."],
  [{ found: 0, state: "more" }, "Nothing older was found just now."],
] as const)("%j is told as %j", (told, words) => {
  expect(olderWords(told, "LINKEDIN")).toBe(words);
});

test("the button names the network", () => {
  expect(loadOlderWords("TWITTER")).toBe("Load older from X");
});
