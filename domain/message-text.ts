/** What a message's text looks like: which parts are links that may be followed, and whether it is a few large emoji. */
export type TextPart = { text: string; href: string | null };

const candidate = /(?:https?:\/\/|mailto:|tel:|www\.)[^\s<>"'`\u0000-\u001f\u202a-\u202e\u2066-\u2069]+/giu;
const protocols = new Set(["http:", "https:", "mailto:", "tel:"]);
const closers: Partial<Record<string, string>> = { ")": "(", "]": "[", "}": "{" };

/** Sentence punctuation at the end belongs to the sentence; a bracket does unless it was opened within. */
function trimmed(address: string): string {
  let end = address.length;
  while (end > 0 && isTail(address.slice(0, end))) end -= 1;
  return address.slice(0, end);
}

function isTail(address: string): boolean {
  const last = address.at(-1) ?? "";
  const opener = closers[last];
  if (opener !== undefined) return address.split(opener).length < address.split(last).length;
  return /[.,;:!?*_~'"»”’…]/u.test(last);
}

const hasHost = ({ hostname, username, password }: URL) => hostname !== "" && username === "" && password === "";

/** The address a link leads to, or null when this is none that we follow. */
export function safeHref(address: string): string | null {
  const full = /^www\./i.test(address) ? `https://${address}` : address;
  if (!URL.canParse(full)) return null;
  const url = new URL(full);
  if (!protocols.has(url.protocol)) return null;
  const isWeb = url.protocol.startsWith("http");
  return (isWeb ? hasHost(url) : url.pathname !== "") ? url.href : null;
}

/** The parts put together are the text again, letter by letter. */
export function toTextParts(text: string): TextPart[] {
  const parts: TextPart[] = [];
  let from = 0;
  for (const match of text.matchAll(candidate)) {
    const address = trimmed(match[0]);
    const href = safeHref(address);
    if (href === null) continue;
    if (match.index > from) parts.push({ text: text.slice(from, match.index), href: null });
    parts.push({ text: address, href });
    from = match.index + address.length;
  }
  if (from < text.length) parts.push({ text: text.slice(from), href: null });
  return parts;
}

const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });
const emoji =
  /^(?:\p{RI}{2}|[#*0-9]\uFE0F?\u20E3|(?=\P{Nd})(?:\p{Emoji_Presentation}|\p{Emoji}\uFE0F)[\p{Emoji}\u200D\uFE0F\u{E0020}-\u{E007F}]*)$/u;

/** One to three emoji and nothing else are shown large. */
export function isBigEmoji(text: string): boolean {
  if (text.length > 100) return false;
  const clusters = Array.from(graphemes.segment(text), ({ segment }) => segment).filter(
    (segment) => segment.trim() !== "",
  );
  return clusters.length >= 1 && clusters.length <= 3 && clusters.every((cluster) => emoji.test(cluster));
}
