/** Reactions of one message as they came and went, in the order of their stamps; a list of all tells who came and went before it. */
import type { MessageEvent, PersonFacts } from "./events";
import { draft, type AboutMessage, type Draft } from "./history-drafts";
import type { Somebody } from "./history-people";
import { isLater } from "./state";

type Standing = Map<string, { somebody: Somebody; emoji: string; line: Draft }>;
type Step = { id: string; event: MessageEvent; find: (told: PersonFacts) => Somebody };

export function reactionLines(about: readonly AboutMessage[], find: Step["find"]): Draft[] {
  const standing: Standing = new Map();
  const ordered = [...about].sort((one, other) => {
    return Number(isLater(one.event, other.event)) - Number(isLater(other.event, one.event));
  });
  return ordered.flatMap(({ id, event }) => stepOf(standing, { id, event, find }));
}

function stepOf(standing: Standing, { id, event, find }: Step): Draft[] {
  switch (event.type) {
    case "reaction.set":
      return set(standing, { somebody: find(event.reactor), emoji: event.emoji, at: event.at, learntAt: event.at, id });
    case "reaction.removed":
      return takeBack(standing, { somebody: find(event.reactor), at: event.at, learntAt: event.at, id });
    case "message.fetched":
      return event.reactions === null ? [] : compare(standing, { id, event, find });
    case "message.received":
    case "message.edited":
    case "message.deleted":
    case "message.delivered":
    case "message.read":
      return [];
  }
}

type Said = { somebody: Somebody; at: string | null; learntAt: string; id: string };

const personOf = ({ name, isSelf }: Somebody) => ({ name, isSelf });

/** The same reaction told again is the one that stands. */
function set(standing: Standing, { somebody, emoji, at, learntAt, id }: Said & { emoji: string }): Draft[] {
  const known = standing.get(somebody.id);
  if (known?.emoji === emoji) {
    known.line.deliveryIds.push(id);
    return [];
  }
  const key = `reacted ${id} ${somebody.id}`;
  const line = draft("reacted", { key, at, learntAt, person: personOf(somebody), emoji, deliveryIds: [id] });
  standing.set(somebody.id, { somebody, emoji, line });
  return [line];
}

/** What nobody is known to have set can be taken back all the same: we may have missed it. */
function takeBack(standing: Standing, { somebody, at, learntAt, id }: Said): Draft[] {
  const emoji = standing.get(somebody.id)?.emoji ?? null;
  standing.delete(somebody.id);
  return [
    draft("took-back", {
      key: `took-back ${id} ${somebody.id}`,
      at,
      learntAt,
      person: personOf(somebody),
      emoji,
      deliveryIds: [id],
    }),
  ];
}

function compare(standing: Standing, { id, event, find }: Step): Draft[] {
  if (event.type !== "message.fetched") return [];
  const listed = (event.reactions ?? []).map(({ reactor, emoji }) => ({ somebody: find(reactor), emoji }));
  const here = new Set(listed.map(({ somebody }) => somebody.id));
  const gone = [...standing.values()].filter(({ somebody }) => !here.has(somebody.id));
  const untimed = { at: null, learntAt: event.at, id };
  return [
    ...gone.flatMap(({ somebody }) => takeBack(standing, { somebody, ...untimed })),
    ...listed.flatMap(({ somebody, emoji }) => set(standing, { somebody, emoji, ...untimed })),
  ];
}
