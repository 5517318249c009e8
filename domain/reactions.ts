/**
 * The rules behind a reaction: one per person and message, the newest counts, a removal leaves a tombstone. A list of all reactions
 * leaves its stamp, too: what is older and not on it is gone, whoever set it.
 */
import type { MessageFetched, ReactionRemoved, ReactionSet } from "./events";
import { isLater, withEntry, type MessageMemory, type ReactionMemory } from "./state";

export function withReaction(message: MessageMemory, event: ReactionSet | ReactionRemoved): MessageMemory {
  const emoji = event.type === "reaction.set" ? event.emoji : null;
  const { at, sequence, reactor } = event;
  return withNewest(message, { reactorExternalId: reactor.externalId, emoji, at, sequence, isFetched: false });
}

export function withListedReactions(message: MessageMemory, event: MessageFetched): MessageMemory {
  const { at, sequence, reactions } = event;
  if (reactions === null) return message;
  const listed = reactions.reduce((all, { reactor, emoji }) => {
    return withNewest(all, { reactorExternalId: reactor.externalId, emoji, at, sequence, isFetched: true });
  }, message);
  const isNews = listed.reactionsFetched === null || isLater(event, listed.reactionsFetched);
  return isNews ? { ...listed, reactionsFetched: { at, sequence } } : listed;
}

function withNewest(message: MessageMemory, said: ReactionMemory): MessageMemory {
  const known = message.reactions.get(said.reactorExternalId);
  if (known && !isLater(said, known)) return message;
  return { ...message, reactions: withEntry(message.reactions, said.reactorExternalId, said) };
}
