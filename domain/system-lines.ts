/** What a system line says in a conversation, and which sign goes with it. The words for the vendor's numbers are the list's. */
import { systemWords } from "./chat-list";
import type { Message } from "./inbox";

export type SystemLineWords = { sign: "missed-call" | "call" | "group" | "notice"; text: string };

function signOf(eventType: number | null): SystemLineWords["sign"] {
  if (eventType === 8 || eventType === 9) return "missed-call";
  if (eventType !== null && eventType >= 10 && eventType <= 13) return "call";
  return eventType !== null && eventType >= 3 && eventType <= 7 ? "group" : "notice";
}

/** The provider's own sentence where there is one. */
export function systemLineWords({ eventType, text }: Pick<Message, "eventType" | "text">): SystemLineWords {
  const told = text?.trim() ?? "";
  return { sign: signOf(eventType), text: told === "" ? systemWords(eventType) : told };
}
