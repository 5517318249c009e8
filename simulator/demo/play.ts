/** Plays the lines of a story in the vendor's world. The history and the living demo use the same steps. */
import { createAttachment } from "../attachments";
import { addMessage, deleteMessage, deliverMessage, editMessage, react, readMessage } from "../happenings";
import { createPerson } from "../people";
import type { WebhookPayload } from "../webhook-body";
import type { VendorAccount, VendorChat, VendorMessage, VendorPerson, World } from "../world";
import { addChat } from "../world";
import type { ChangeLine, Line, MessageLine, Story, SystemLine } from "./story";

/** What a webhook tells, and when it is due. */
export type Happening = { atMs: number; chat: VendorChat | null; payload: WebhookPayload };

/** A story that has begun: the chat, and who its lines mean. */
export type Scene = { world: World; story: Story; chat: VendorChat; people: Map<string, VendorPerson> };

export function openScene(world: World, account: VendorAccount, story: Story): Scene {
  const { provider } = account;
  const people = story.people.map(({ name }) =>
    createPerson(world.random, { name, provider, occupation: story.occupation }),
  );
  const chat = addChat(world, {
    account,
    people,
    isGroup: story.isGroup,
    subject: story.isGroup ? story.title : story.subject,
    contentType: story.messageType === "INMAIL" ? "inmail" : null,
    readOnly: story.isReadOnly ? 1 : 0,
  });
  const labels = new Map(people.map((person, place) => [story.people[place]?.label ?? person.name, person]));
  return { world, story, chat, people: labels.set("us", account.self) };
}

/** Reading and delivery of our messages come along, as they would: a person reads before they answer. */
export function playLine(scene: Scene, line: Line, atMs: number): Happening[] {
  switch (line.kind) {
    case "message":
      return playMessage(scene, line, atMs);
    case "system":
      return playSystem(scene, line, atMs);
    case "reaction":
    case "edit":
    case "deletion":
    case "receipt":
      return playChange(scene, line, atMs);
  }
}

function playMessage(scene: Scene, line: MessageLine, atMs: number): Happening[] {
  const { world, chat, story } = scene;
  const sender = findPerson(scene, line.speaker);
  const reads = sender.isSelf ? [] : readOurs(chat, sender, atMs - 4000);
  const { message, payload } = addMessage(world, {
    chat,
    sender,
    at: isoTime(atMs),
    text: line.text,
    attachments: line.attachments.map((draft) => createAttachment(world.random, draft)),
    quoted: line.quotes === null ? null : (chat.messages.at(-1 - line.quotes) ?? null),
    messageType: sender.isSelf || story.messageType === "INMAIL" ? story.messageType : firstOf(chat, story.messageType),
    isForwarded: line.isForwarded,
  });
  const deliveries = sender.isSelf ? deliver(message, atMs + 2500) : [];
  return [...reads, { atMs, chat, payload }, ...deliveries];
}

/** Only the message that began the chat answers a story. */
function firstOf(chat: VendorChat, messageType: string): string {
  return chat.messages.length === 0 ? messageType : "MESSAGE";
}

function playSystem({ world, chat }: Scene, line: SystemLine, atMs: number): Happening[] {
  const [first = chat.account.self] = chat.people;
  if (line.renamedTo !== null) chat.subject = line.renamedTo;
  const draft = { chat, sender: first, at: isoTime(atMs), text: line.text, eventType: line.eventType };
  return [{ atMs, chat, payload: addMessage(world, draft).payload }];
}

function playChange(scene: Scene, line: ChangeLine, atMs: number): Happening[] {
  const { chat } = scene;
  const message = chat.messages.filter(({ eventType }) => eventType === null).at(-1 - line.back);
  if (message === undefined) return [];
  const at = isoTime(atMs);
  switch (line.kind) {
    case "reaction": {
      const by = findPerson(scene, line.speaker);
      const isReading = message.sender.isSelf && !by.isSelf && !message.seenBy.has(by.providerId);
      const reads = isReading
        ? [toHappening(message, atMs - 2000, readMessage(message, by, isoTime(atMs - 2000)))]
        : [];
      return [...reads, toHappening(message, atMs, react(message, by, { emoji: line.emoji, at }))];
    }
    case "edit":
      return [toHappening(message, atMs, editMessage(message, line.text, at))];
    case "deletion":
      return [toHappening(message, atMs, deleteMessage(message, at))];
    case "receipt":
      return line.receipt === "delivered"
        ? deliver(message, atMs)
        : readOurs(chat, chat.people[0] ?? message.sender, atMs);
  }
}

function toHappening(message: VendorMessage, atMs: number, payload: WebhookPayload): Happening {
  return { atMs, chat: message.chat, payload };
}

/** Only WhatsApp and Messenger tell of deliveries. */
export function deliver(message: VendorMessage, atMs: number): Happening[] {
  const { provider } = message.chat.account;
  const isTold = (provider === "WHATSAPP" || provider === "MESSENGER") && !message.isDelivered;
  return isTold ? [toHappening(message, atMs, deliverMessage(message, isoTime(atMs)))] : [];
}

/** Our last few messages that this person has not read yet. */
export function readOurs(chat: VendorChat, by: VendorPerson, atMs: number): Happening[] {
  return chat.messages
    .slice(-6)
    .filter((message) => message.sender.isSelf && message.eventType === null && !message.seenBy.has(by.providerId))
    .map((message) => {
      const readMs = Math.max(atMs, Date.parse(message.at) + 3000);
      return toHappening(message, readMs, readMessage(message, by, isoTime(readMs)));
    });
}

function findPerson({ people, chat }: Scene, label: string): VendorPerson {
  const person = people.get(label) ?? (label === "them" ? chat.people[0] : undefined);
  if (person === undefined)
    throw new Error(`nobody is called ${label} in ${chat.subject ?? chat.people[0]?.name ?? chat.id}`);
  return person;
}

export function isoTime(ms: number): string {
  return new Date(ms).toISOString();
}
