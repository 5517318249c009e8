/** A long chat to page through: the workshop's log of a season, made of the few things a workshop says about its bikes. */
import type { Random } from "../random";
import type { Line, Story } from "./story";

const bikes = ["T-02", "T-04", "T-07", "T-09", "T-11", "T-12", "C-01", "C-02", "C-05", "R-03", "R-08"] as const;
const parts = [
  "chain",
  "rear brake",
  "front tyre",
  "back saddle",
  "bottom bracket",
  "dynamo",
  "headset",
  "mudguard",
  "cassette",
] as const;
const reports = [
  "{bike}: {part} squeaks again, taking it to the stand.",
  "{bike} came back with a flat. The customer apologised to the tyre.",
  "{bike}: {part} worn, new one ordered.",
  "Check on {bike} please, the {part} feels loose.",
  "{bike} is due for its 500 km service, {part} first.",
  'Customer says {bike} "sings in corners". Probably the {part}.',
  "{bike} had a guest in the basket this morning. A cat. The {part} is fine.",
] as const;
const answers = [
  "On it.",
  "Done, {part} replaced, torque checked ✅",
  "{bike} is back on the rack.",
  "Found a pebble in the {part}. Keeping it for the collection.",
  "Needs a part, {bike} stays in until Thursday.",
  "Cleaned and oiled. It was only shy.",
  "Test ride round the harbour: silent as a library.",
] as const;
const people = [
  { label: "Hanna", name: "Hanna Brandt" },
  { label: "Piotr", name: "Piotr Zieliński" },
  { label: "Ayumi", name: "Ayumi Kato" },
] as const;
const emojis = ["👍", "✅", "😂", "🙏", "🔧"] as const;

export function createWorkshopLog(random: Random, entries: number): Story {
  return {
    title: "Workshop log",
    people: [...people],
    isGroup: true,
    isReadOnly: false,
    subject: null,
    messageType: "MESSAGE",
    occupation: "",
    language: "en",
    endsMs: 70 * 60_000,
    history: Array.from({ length: entries }, () => entry(random)).flat(),
    live: Array.from({ length: 12 }, () => entry(random)).flat(),
  };
}

/** A report, an answer, and now and then somebody who likes it. */
function entry(random: Random): Line[] {
  const fill = (words: string) => words.replaceAll("{bike}", bike).replaceAll("{part}", part);
  const bike = random.pick(bikes);
  const part = random.pick(parts);
  const [first, second] = random.shuffle([...people.map(({ label }) => label), "us"]);
  const report = say(first, fill(random.pick(reports)), random.integer(40, 260));
  const answer = say(second, fill(random.pick(answers)), random.integer(4, 90));
  const liked: Line = { kind: "reaction", back: 0, speaker: first ?? "us", emoji: random.pick(emojis) };
  return random.chance(0.3) ? [report, answer, liked] : [report, answer];
}

function say(speaker: string | undefined, text: string, minutes: number): Line {
  return {
    kind: "message",
    speaker: speaker ?? "us",
    gapMs: minutes * 60_000,
    quotes: null,
    text,
    attachments: [],
    isForwarded: false,
  };
}
