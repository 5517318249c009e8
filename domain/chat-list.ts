/**
 * How a chat shows in the list: its title and its one-line preview. Pages and the readers of the tables share these words;
 * which message and which people they are about is decided elsewhere.
 */
import { harmlessLine, isolated } from "./harmless-text";
import type { AttachmentKind, CardKind, Direction, MessageKind } from "./inbox";
import { ownLine } from "./own-line";

/** A person as far as a name for them goes. Aliases are provider ids, handles and phone numbers. */
export type NamedPerson = { name: string | null; aliases: readonly string[] };

export type PreviewedAttachment = {
  kind: AttachmentKind;
  isSticker: boolean;
  isVoiceNote: boolean;
  isGif: boolean;
  cardKind: CardKind | null;
};

export type PreviewedMessage = {
  direction: Direction;
  kind: MessageKind;
  eventType: number | null;
  senderName: string;
  text: string | null;
  isUnsupported: boolean;
  isDeleted: boolean;
  sentAt: string;
  attachments: readonly PreviewedAttachment[];
};

export type PreviewedReaction = { emoji: string; reactorName: string; isSelf: boolean; at: string };

const unknownPerson = "Unknown";
const namesInTitle = 3;
const previewLength = 200;

/** `others` are those who are not us, in the order in which they were first seen in the chat. */
export function chatTitle(chat: { title: string | null; isGroup: boolean; others: readonly NamedPerson[] }): string {
  const title = harmlessLine(chat.title ?? "");
  if (title !== "") return title;
  if (!chat.isGroup) return personName(chat.others.find(hasName) ?? chat.others[0] ?? null);
  const names = chat.others.slice(0, namesInTitle).map((person) => isolated(personName(person)));
  return names.length === 0 ? unknownPerson : names.join(", ");
}

/** The name, else a phone number, else "Unknown". Never a provider's id: a person could take it for a phone number. */
export function personName(person: NamedPerson | null): string {
  if (person === null) return unknownPerson;
  return hasName(person) ? harmlessLine(person.name ?? "") : (phoneNumber(person.aliases) ?? unknownPerson);
}

/** The first alias that surely is a phone number, written with its plus. Bare digits may be any provider's id. */
export function phoneNumber(aliases: readonly string[]): string | null {
  for (const alias of aliases) {
    const digits = /^\+(\d{5,15})$|^(\d{5,15})@(?:s\.whatsapp\.net|c\.us)$/.exec(alias);
    if (digits) return `+${digits[1] ?? digits[2] ?? ""}`;
  }
  return null;
}

/** The whole line, who said it included. A reaction shows while it is newer than the last message. */
export function previewLine(chat: {
  isGroup: boolean;
  message: PreviewedMessage;
  reaction: PreviewedReaction | null;
}): string {
  const { isGroup, message, reaction } = chat;
  if (reaction && reaction.at > message.sentAt) {
    return `${reaction.isSelf ? "You" : isolated(reaction.reactorName)} reacted ${reaction.emoji}`;
  }
  const words = messageWords(message);
  if (message.kind === "system") return words;
  if (message.direction === "outgoing") return `${ownLine}${words}`;
  return isGroup ? `${isolated(message.senderName)}: ${words}` : words;
}

/** One line that stands for a message: its text, or the word for what it is instead. */
export function messageWords(message: PreviewedMessage): string {
  const text = oneLine(message.text ?? "");
  if (message.kind === "system") return text === "" ? systemWords(message.eventType) : text;
  if (message.isDeleted) return "Message deleted";
  if (message.isUnsupported) return "Not shown here";
  return text === "" ? attachmentWords(message.attachments) : text;
}

const attachmentNouns: Record<
  AttachmentKind | CardKind | "voice" | "sticker" | "gif",
  readonly [one: string, many: string]
> = {
  image: ["Photo", "photos"],
  video: ["Video", "videos"],
  audio: ["Audio", "audio files"],
  file: ["File", "files"],
  card: ["Card", "cards"],
  voice: ["Voice message", "voice messages"],
  sticker: ["Sticker", "stickers"],
  gif: ["GIF", "GIFs"],
  contact: ["Contact", "contacts"],
  meeting: ["Meeting", "meetings"],
  post: ["Post", "posts"],
  profile: ["Profile", "profiles"],
  share: ["Shared post", "shared posts"],
};

/** "Photo", "2 photos", "3 attachments"; for a message with nothing at all "Empty message". */
export function attachmentWords(attachments: readonly PreviewedAttachment[]): string {
  const [first] = attachments;
  if (!first) return "Empty message";
  const nouns = new Set(attachments.map(attachmentNoun));
  const [one, many] = attachmentNouns[attachmentNoun(first)];
  if (attachments.length === 1) return one;
  return `${attachments.length} ${nouns.size === 1 ? many : "attachments"}`;
}

function attachmentNoun(attachment: PreviewedAttachment): keyof typeof attachmentNouns {
  if (attachment.isVoiceNote) return "voice";
  if (attachment.isSticker) return "sticker";
  return attachment.isGif ? "gif" : (attachment.cardKind ?? attachment.kind);
}

const systemLines = new Map<number | null, string>([
  [3, "Group created"],
  [4, "Group subject changed"],
  [5, "Member added"],
  [6, "Member removed"],
  [7, "Member left"],
  [8, "Missed voice call"],
  [9, "Missed video call"],
  [10, "Call"],
  [11, "Call"],
  [12, "Call"],
  [13, "Call"],
]);

/** A system line in our words; a number that is new to us makes a neutral one. */
export function systemWords(eventType: number | null): string {
  return systemLines.get(eventType) ?? "Notice";
}

export function hasName(person: NamedPerson): boolean {
  return person.name !== null && harmlessLine(person.name) !== "";
}

function oneLine(text: string): string {
  const line = harmlessLine(text.slice(0, previewLength * 4));
  const points = Array.from(line);
  return points.length <= previewLength ? line : `${points.slice(0, previewLength).join("").trimEnd()}…`;
}
