/** Going further back in a chat than what we have: what came of it, and in which words. */
import { providerOf } from "./providers";

/**
 * How many messages were found, and whether there may be more, the vendor is fetching them from the network, or the beginning is
 * reached.
 */
export type OlderTold = { found: number; state: "more" | "syncing" | "complete" };

export const olderUrl = (chatId: string) => `/api/chats/${encodeURIComponent(chatId)}/older`;

export const loadOlderWords = (provider: string) => `Load older from ${providerOf(provider).label}`;

/** Null where what was found speaks for itself. */
export function olderWords({ found, state }: OlderTold, provider: string): string | null {
  const { label } = providerOf(provider);
  if (state === "syncing") return `postpress is fetching older messages from ${label}. Try again in a minute.`;
  if (state === "complete") return `This is where the chat begins at ${label}.`;
  return found > 0 ? null : "Nothing older was found just now.";
}
