import { expect, test } from "vitest";
import { apply } from "./apply";
import type { InboxEvent } from "./events";
import * as cast from "./examples";
import { chatKey, emptyInbox } from "./state";
import { summarise } from "./summary";

const tell = (...events: readonly InboxEvent[]) => events.reduce(apply, emptyInbox);

function accountAfter(...events: readonly InboxEvent[]) {
  const found = tell(...events).accounts.get(cast.whatsapp.externalId);
  if (!found) throw new Error("the story has no account");
  return found;
}

test("of what a status said and what the API told, the one kept last counts, in whatever order they are applied", () => {
  const changed = cast.accountChanged({ sequence: 300 });
  const asked = cast.accountFetched({ sequence: 301 });
  expect(accountAfter(changed, asked).state).toBe("ok");
  expect(accountAfter(asked, changed).state).toBe("ok");
  expect(accountAfter(asked, { ...changed, sequence: 302 }).state).toBe("reconnect");
});

test("an answer without a state leaves the state as it was", () => {
  expect(accountAfter(cast.accountChanged(), cast.accountFetched({ state: null, rawState: null })).state).toBe(
    "reconnect",
  );
});

test("what was asked for is no sign of life of an account", () => {
  expect(accountAfter(cast.accountFetched()).lastEventAt).toBeNull();
  const { lastEventAt } = accountAfter(cast.messageReceived());
  expect(accountAfter(cast.messageReceived(), cast.accountFetched()).lastEventAt).toBe(lastEventAt);
});

test("a chat that was only asked for is known, and shows no message", () => {
  const chat = tell(cast.chatFetched()).chats.get(chatKey(cast.whatsapp.externalId, cast.anasChat.externalId));
  expect(chat?.members.size).toBeGreaterThan(0);
  expect(chat && summarise(chat, 0)).toMatchObject({ unreadCount: 0, lastActivityAt: null });
});
