/** The rules behind a reaction: one per person and message, the newest counts, a removal leaves a tombstone. */
import type { Stamp } from "./events";
import { isLater, withEntry, type MessageMemory } from "./state";

/** @param emoji null for a removal */
export function withReaction(
  message: MessageMemory,
  reactorExternalId: string,
  said: Stamp & { emoji: string | null },
): MessageMemory {
  const known = message.reactions.get(reactorExternalId);
  if (known && !isLater(said, known)) return message;
  const reaction = { reactorExternalId, emoji: said.emoji, at: said.at, sequence: said.sequence };
  return { ...message, reactions: withEntry(message.reactions, reactorExternalId, reaction) };
}
