/**
 * The demo's present: each step lets one thing happen in a chat. Stories go on where the history left them, a few chats at a time, so that
 * people answer each other; when a story is told, small talk follows. Quiet and disconnected accounts stay silent.
 */
import { addMessage, deleteMessage, editMessage, react } from "../happenings";
import type { Random } from "../random";
import type { VendorChat, VendorMessage, World } from "../world";
import { demoAccounts } from "./accounts";
import { readStories } from "./history";
import type { Happening, Scene } from "./play";
import { deliver, isoTime, playLine, readOurs } from "./play";
import type { Line, Story } from "./story";

export const happeningKinds = ["message", "reaction", "read", "edit", "deletion"] as const;
export type HappeningKind = (typeof happeningKinds)[number];

export type Life = {
  /** Some of it may be due a little later. Empty when nothing of that kind can happen now. */
  step(nowMs: number, kind?: HappeningKind): Happening[];
  /** What people do about a message that was sent through the API: receive it, read it, answer. */
  answer(message: VendorMessage, nowMs: number): Happening[];
};

type Stage = { world: World; scenes: Scene[]; queues: Map<VendorChat, Line[]>; active: Scene[]; smallTalk: Story[] };

const activeChats = 4;
const emojis = ["👍", "❤️", "😂", "🙏", "🎉", "😮"] as const;
const justNowMs = 30 * 60_000;
const todayMs = 12 * 3_600_000;

/** `isRetold`: an earlier run has told the stories' live part already. */
export function createLife(world: World, scenes: readonly Scene[], { isRetold = false } = {}): Life {
  const silent = new Set(demoAccounts.filter(({ status, isQuiet }) => status !== "OK" || isQuiet).map(({ id }) => id));
  const living = scenes.filter(({ chat }) => !silent.has(chat.account.id) && chat.readOnly === 0);
  const queues = new Map(living.map(({ chat, story }) => [chat, isRetold ? [] : [...story.live]]));
  const stage: Stage = { world, scenes: living, queues, active: [], smallTalk: readStories("ambient") };
  return {
    step: (nowMs, kind = chooseKind(world.random)) => {
      const happenings = play(stage, kind, nowMs);
      return happenings.length > 0 ? happenings : speak(stage, nowMs);
    },
    answer: (message, nowMs) => answer(stage, message, nowMs),
  };
}

function chooseKind(random: Random): HappeningKind {
  const roll = random.next();
  if (roll < 0.66) return "message";
  if (roll < 0.78) return "reaction";
  if (roll < 0.92) return "read";
  return roll < 0.98 ? "edit" : "deletion";
}

function play(stage: Stage, kind: HappeningKind, nowMs: number): Happening[] {
  switch (kind) {
    case "message":
      return speak(stage, nowMs);
    case "reaction":
      return reactSomewhere(stage, nowMs);
    case "read":
      return readSomewhere(stage, nowMs);
    case "edit":
      return editSomewhere(stage, nowMs);
    case "deletion":
      return takeBack(stage, nowMs);
  }
}

/** The next line of a chat that is under way. */
function speak(stage: Stage, nowMs: number): Happening[] {
  const { queues, world } = stage;
  stage.active = stage.active.filter(({ chat }) => (queues.get(chat)?.length ?? 0) > 0);
  while (stage.active.length < Math.min(activeChats, stage.scenes.length)) stage.active.push(wake(stage));
  const scene = world.random.pick(stage.active);
  const line = queues.get(scene.chat)?.shift();
  return line === undefined ? [] : playLine(scene, line, nowMs);
}

/** A chat whose story has something left; else one that gets some small talk, which is headed by its language. */
function wake({ scenes, queues, active, world, smallTalk }: Stage): Scene {
  const resting = scenes.filter((scene) => !active.includes(scene));
  const untold = resting.filter(({ chat }) => (queues.get(chat)?.length ?? 0) > 0);
  if (untold.length > 0) return world.random.pick(untold);
  const scene = world.random.pick(resting.filter(({ story }) => !story.isGroup));
  const talk = smallTalk.filter(({ title }) => title === scene.story.language);
  queues.set(scene.chat, [...world.random.pick(talk).history]);
  return scene;
}

function reactSomewhere({ scenes, world }: Stage, nowMs: number): Happening[] {
  const recent = scenes.filter(({ chat }) => nowMs - Date.parse(chat.messages.at(-1)?.at ?? "") < todayMs);
  const { chat } = world.random.pick(recent.length > 0 ? recent : scenes);
  const message = lastOf(chat, ({ sender }) => sender.isSelf);
  const [first] = chat.people;
  if (message === undefined || first === undefined) return [];
  const by = chat.isGroup ? world.random.pick(chat.people) : first;
  const isTakenBack = message.reactions.has(by.id) && world.random.chance(0.3);
  const emoji = isTakenBack ? "" : world.random.pick(emojis);
  return [{ atMs: nowMs, chat, payload: react(message, by, { emoji, at: isoTime(nowMs) }) }];
}

function readSomewhere({ scenes, world }: Stage, nowMs: number): Happening[] {
  const unread = scenes.flatMap(({ chat }) => {
    const message = chat.messages.at(-1);
    return message?.sender.isSelf && message.seenBy.size === 0 ? [chat] : [];
  });
  if (unread.length === 0) return [];
  const chat = world.random.pick(unread);
  return readOurs(chat, world.random.pick(chat.people), nowMs);
}

function editSomewhere({ scenes, world }: Stage, nowMs: number): Happening[] {
  const recent = scenes.flatMap(({ chat }) => {
    const message = lastOf(chat, ({ sender, isEdited }) => !sender.isSelf && !isEdited);
    return message !== undefined && nowMs - Date.parse(message.at) < justNowMs ? [message] : [];
  });
  if (recent.length === 0) return [];
  const message = world.random.pick(recent);
  const text = `${message.text ?? ""} 🙂`;
  return [{ atMs: nowMs, chat: message.chat, payload: editMessage(message, text, isoTime(nowMs)) }];
}

/** Somebody writes into the wrong chat and takes it back. */
function takeBack({ scenes, world }: Stage, nowMs: number): Happening[] {
  const { chat } = world.random.pick(scenes.filter(({ story }) => story.language === "en"));
  const sender = world.random.pick(chat.people);
  const text = world.random.pick(["Mum, are we out of milk?", "wrong chat, sorry!", "Love you too 😘", "asdfgh"]);
  const { message, payload } = addMessage(world, { chat, sender, at: isoTime(nowMs), text });
  const laterMs = nowMs + world.random.integer(4000, 9000);
  return [
    { atMs: nowMs, chat, payload },
    { atMs: laterMs, chat, payload: deleteMessage(message, isoTime(laterMs)) },
  ];
}

function lastOf(chat: VendorChat, isWanted: (message: VendorMessage) => boolean): VendorMessage | undefined {
  return chat.messages.findLast((message) => {
    const canChange = message.eventType === null && message.text !== null && !message.isDeleted;
    return canChange && isWanted(message);
  });
}

const thanks = new Map([
  ["en", ["Perfect, thank you!", "That helps a lot 🙏", "Great, see you soon!", "Ah, good to know. Thanks!"]],
  ["de", ["Perfekt, danke!", "Super, das hilft mir sehr 🙏"]],
  ["es", ["¡Perfecto, gracias!"]],
  ["fr", ["Parfait, merci !"]],
  ["pt", ["Perfeito, obrigado!"]],
  ["ar", ["ممتاز، شكرًا لكم 🌷"]],
  ["he", ["מעולה, תודה!"]],
  ["ja", ["ありがとうございます！"]],
  ["ko", ["감사합니다!"]],
  ["zh", ["好的，谢谢！"]],
  ["uk", ["Чудово, дякую!"]],
]);

function answer({ scenes, world }: Stage, message: VendorMessage, nowMs: number): Happening[] {
  const { chat } = message;
  const scene = scenes.find((one) => one.chat === chat);
  const [first] = chat.people;
  const received = deliver(message, nowMs + 1500);
  if (scene === undefined || first === undefined) return received;
  const words = world.random.pick(thanks.get(scene.story.language) ?? ["👍"]);
  const line: Line = {
    kind: "message",
    speaker: labelOf(scene),
    gapMs: null,
    quotes: null,
    text: words,
    attachments: [],
    isForwarded: false,
  };
  return [...received, ...playLine(scene, line, nowMs + 9000)];
}

function labelOf({ story }: Scene): string {
  return story.people[0]?.label ?? "them";
}
