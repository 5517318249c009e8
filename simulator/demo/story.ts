/**
 * Reads the demo's stories: text files in which a chat is a heading and a line is a message, so that people can write them.
 *
 *   # Label:Full Name | key=value | flag        a chat; the label is what its lines begin with (default: the first word)
 *   Ruth +4m >1: [image bike.jpg] words         a message, 4 minutes after the last, answering the one before the last
 *   ^ Ruth ❤️   ^2 us 👍   ^ edit: words   ^ delete   ^ read   ^ delivered        about the last (or the second last) message
 *   ! missed-call   ! renamed New name   ! added Full Name                          a system line
 *   ~~~                                         what follows happens while the demo runs
 */
import type { AttachmentDraft, AttachmentKind } from "../attachments";
import { attachmentKinds } from "../attachments";

export type MessageLine = {
  kind: "message";
  speaker: string;
  gapMs: number | null;
  /** how many messages back the quoted one is */
  quotes: number | null;
  text: string | null;
  attachments: AttachmentDraft[];
  isForwarded: boolean;
};
export type SystemLine = { kind: "system"; eventType: number; text: string | null; renamedTo: string | null };
export type ChangeLine =
  | { kind: "reaction"; back: number; speaker: string; emoji: string }
  | { kind: "edit"; back: number; text: string }
  | { kind: "deletion"; back: number }
  | { kind: "receipt"; back: number; receipt: "delivered" | "read" };
export type Line = MessageLine | SystemLine | ChangeLine;

export type StoryPerson = { label: string; name: string };
export type Story = {
  title: string;
  people: StoryPerson[];
  isGroup: boolean;
  isReadOnly: boolean;
  subject: string | null;
  messageType: string;
  occupation: string;
  language: string;
  /** how long ago the history's last line happened */
  endsMs: number;
  history: Line[];
  live: Line[];
};

export function parseStories(text: string): Story[] {
  return text
    .split(/^# /m)
    .slice(1)
    .map((block) => parseStory(block));
}

function parseStory(block: string): Story {
  const [heading = "", ...lines] = block.split("\n");
  const written = lines.map((line) => line.trim()).filter((line) => line !== "");
  const turn = written.indexOf("~~~");
  const history = turn < 0 ? written : written.slice(0, turn);
  const live = turn < 0 ? [] : written.slice(turn + 1);
  return { ...parseHeading(heading), history: history.map(parseLine), live: live.map(parseLine) };
}

function parseHeading(heading: string): Omit<Story, "history" | "live"> {
  const [first = "", ...options] = heading.split("|").map((part) => part.trim());
  const values = new Map(options.map((option) => [option.split("=")[0] ?? "", option.slice(option.indexOf("=") + 1)]));
  const isGroup = values.has("group");
  const person = parsePerson(first);
  const others = (values.get("with") ?? "").split(";").filter((name) => name !== "");
  return {
    title: person.name,
    people: isGroup ? others.map(parsePerson) : [person],
    isGroup,
    isReadOnly: values.has("readonly"),
    subject: values.get("subject") ?? null,
    messageType: values.get("type") ?? "MESSAGE",
    occupation: values.get("about") ?? "",
    language: values.get("lang") ?? "en",
    endsMs: parseTime(values.get("ends") ?? "1h"),
  };
}

/** Two people of one first name: the heading gives labels. */
function parsePerson(written: string): StoryPerson {
  const colon = written.indexOf(":");
  if (colon > 0) return { label: written.slice(0, colon), name: written.slice(colon + 1) };
  const label = written.startsWith("Oma ") ? written.slice(4) : (written.split(/[\s,]/)[0] ?? written);
  return { label, name: written };
}

const unitMs: Record<string, number> = { s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 };

/** "1d4h", "30m" */
export function parseTime(written: string): number {
  const parts = [...written.matchAll(/(\d+)([smhd])/g)];
  return parts.reduce((sum, [, count, unit]) => sum + Number(count) * (unitMs[unit ?? ""] ?? 0), 0);
}

function parseLine(line: string): Line {
  if (line.startsWith("^")) return parseChange(line);
  if (line.startsWith("!")) return parseSystem(line.slice(1).trim());
  return parseMessage(line);
}

function parseMessage(line: string): MessageLine {
  const match = /^([^\s:]+)((?: [+>]\w+)*): ?(.*)$/.exec(line);
  if (match === null) throw new Error(`not a line of a story: ${line}`);
  const [, speaker = "", marks = "", rest = ""] = match;
  const { drafts, words } = parseBrackets(rest);
  return {
    kind: "message",
    speaker,
    ...parseMarks(marks),
    text: rest.includes("[unsupported]") ? unsupportedText : words || null,
    attachments: drafts,
    isForwarded: rest.includes("[forwarded]"),
  };
}

function parseMarks(marks: string): Pick<MessageLine, "gapMs" | "quotes"> {
  const gap = /\+(\w+)/.exec(marks)?.[1];
  const back = />(\d+)/.exec(marks)?.[1];
  return { gapMs: gap === undefined ? null : parseTime(gap), quotes: back === undefined ? null : Number(back) };
}

/** The sentence the vendor puts where it cannot show a message. */
const unsupportedText = "-- postpress cannot display this type of message yet, please open it in the app --";

function parseBrackets(rest: string): { drafts: AttachmentDraft[]; words: string } {
  const drafts: AttachmentDraft[] = [];
  const words = rest.replace(/\[([^\]]+)\]/g, (whole, inside: string) => {
    const [kind = ""] = inside.split(" ");
    if (kind === "unsupported" || kind === "forwarded") return "";
    if (!isAttachmentKind(kind)) return whole;
    drafts.push(parseAttachment(kind, inside.slice(kind.length).trim()));
    return "";
  });
  return { drafts, words: words.replace(/ {2,}/g, " ").trim() };
}

function isAttachmentKind(word: string): word is AttachmentKind {
  return attachmentKinds.some((kind) => kind === word);
}

function parseAttachment(kind: AttachmentKind, inside: string): AttachmentDraft {
  const seconds = /(?:^| )(\d+)s\b/.exec(inside)?.[1];
  const isUnavailable = / unavailable$/.test(inside);
  const name = inside
    .replace(/(^| )\d+s\b/, " ")
    .replace(/ unavailable$/, "")
    .trim();
  return {
    kind,
    name: name === "" ? kind : name,
    isUnavailable,
    ...(seconds !== undefined && { seconds: Number(seconds) }),
  };
}

function parseChange(line: string): ChangeLine {
  const [, count, rest = ""] = /^\^(\d*) (.+)$/.exec(line) ?? [];
  const back = count ? Number(count) - 1 : 0;
  if (rest === "delete") return { kind: "deletion", back };
  if (rest === "read" || rest === "delivered") return { kind: "receipt", back, receipt: rest };
  if (rest.startsWith("edit: ")) return { kind: "edit", back, text: rest.slice("edit: ".length) };
  return parseReaction(rest, back);
}

function parseReaction(rest: string, back: number): ChangeLine {
  const [speaker, emoji] = rest.split(" ");
  if (!speaker || !emoji) throw new Error(`not a change of a story: ^ ${rest}`);
  return { kind: "reaction", back, speaker, emoji: emoji === "-" ? "" : emoji };
}

/** The vendor's number of each system line, and what its body says about `name`. */
const systemEvents = new Map<string, readonly [eventType: number, toText: (name: string) => string | null]>([
  ["created", [3, () => "Group created"]],
  ["renamed", [4, (name) => `Subject changed to "${name}"`]],
  ["added", [5, (name) => `${name} was added`]],
  ["removed", [6, (name) => `${name} was removed`]],
  ["left", [7, (name) => `${name} left`]],
  ["missed-call", [8, () => null]],
  ["missed-video", [9, () => null]],
]);

function parseSystem(written: string): SystemLine {
  const [word = ""] = written.split(" ");
  const name = written.slice(word.length).trim();
  const known = systemEvents.get(word);
  if (known === undefined) throw new Error(`not a system line of a story: ${written}`);
  const [eventType, toText] = known;
  return { kind: "system", eventType, text: toText(name), renamedTo: word === "renamed" ? name : null };
}
