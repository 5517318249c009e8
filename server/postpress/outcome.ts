/**
 * What reading a delivery comes to, and what it is about: the vendor's own words and ids as far as they can be read, also of broken
 * bodies. Reasons and problems name fields and rules, never what people wrote.
 */
import type { InboxEvent } from "@/domain/events";
import { isAccountStatus, isObject } from "./body";
import type { BodyObject, Problem } from "./body";
import { shorten } from "./text";

export type Outcome =
  | { outcome: "event"; event: InboxEvent }
  | { outcome: "ignored"; reason: string }
  | { outcome: "quarantined"; reason: string; problems: Problem[] };

/** The vendor's ids, clean and at most 512 characters long. */
export type Subject = {
  event: string | null;
  accountId: string | null;
  chatId: string | null;
  messageId: string | null;
};

/** What became of a delivery. The subject is told as far as it could be read, whatever the outcome. */
export type Reading = Outcome & { subject: Subject };

const mostProblems = 20;

/** The words that mark answers of the API among the deliveries; they begin alike, and postpress has none that does. */
export const apiWord = "api.";
export const apiMessageWord = "api.message";
export const apiChatWord = "api.chat";
export const apiAccountWord = "api.account";

type Issue = { path: readonly PropertyKey[]; message: string };

export function toProblems(issues: readonly Issue[]): Problem[] {
  return issues.map(({ path, message }) => ({ path: path.map(String).join("."), message }));
}

/** The reason is the first problem in words; all of them are listed, up to 20. */
export function quarantined(problems: Problem[]): Outcome {
  const [first] = problems;
  const reason = first ? `${first.path === "" ? "the body" : first.path} ${first.message}` : "cannot be read";
  return { outcome: "quarantined", reason, problems: problems.slice(0, mostProblems) };
}

export function toSubject(value: BodyObject): Subject {
  if (isAccountStatus(value)) {
    const status = isObject(value.AccountStatus) ? value.AccountStatus : {};
    return { event: "account_status", accountId: label(status, "account_id"), chatId: null, messageId: null };
  }
  if (value.event === apiMessageWord) {
    const message = isObject(value.message) ? value.message : {};
    const [accountId, chatId, messageId] = ["account_id", "chat_id", "id"].map((name) => label(message, name));
    return {
      event: apiMessageWord,
      accountId: accountId ?? null,
      chatId: chatId ?? null,
      messageId: messageId ?? null,
    };
  }
  if (value.event === apiChatWord) {
    const chat = isObject(value.chat) ? value.chat : {};
    return { event: apiChatWord, accountId: label(chat, "account_id"), chatId: label(chat, "id"), messageId: null };
  }
  return {
    event: label(value, "event"),
    accountId: label(value, "account_id"),
    chatId: label(value, "chat_id"),
    messageId: label(value, "message_id"),
  };
}

function label(value: BodyObject, name: string): string | null {
  const told = Object.hasOwn(value, name) ? value[name] : null;
  if (typeof told === "number") return String(told);
  return typeof told === "string" && told.trim() !== "" ? shorten(told) : null;
}
