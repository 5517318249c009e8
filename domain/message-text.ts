/**
 * What a message's text looks like: which parts are links that may be followed, and whether it is a few large emoji. Addresses are those
 * that say so themselves, by http, https, mailto, tel or www; a bare domain may be any two words with a dot between.
 */
export type TextPart = {
  text: string;
  /** where a link leads; null for what is no link */
  href: string | null;
  /** what stands on screen: the text, unless it pretends to be another host */
  shown: string;
};

const candidate = /(?:https?:\/\/|mailto:|tel:|www\.)[^\s<>"'`\u0000-\u001f\u202a-\u202e\u2066-\u2069]+/giu;
const protocols = new Set(["http:", "https:", "mailto:", "tel:"]);
const closers: Partial<Record<string, string>> = { ")": "(", "]": "[", "}": "{" };
/** longer ones lead nowhere in most browsers, and are a way to keep a page busy */
const longestAddress = 2_048;

/** Sentence punctuation at the end belongs to the sentence; a bracket does unless it was opened within. */
function trimmed(address: string): string {
  const surplus = surplusOf(address);
  let end = address.length;
  for (; end > 0; end -= 1) {
    const last = address.charAt(end - 1);
    const left = surplus.get(last);
    if (left === undefined ? !/[.,;:!?*_~'"»”’…]/u.test(last) : left <= 0) break;
    if (left !== undefined) surplus.set(last, left - 1);
  }
  return address.slice(0, end);
}

/** How many more of each closing bracket there are than of its opening one. */
function surplusOf(address: string): Map<string, number> {
  const surplus = new Map<string, number>();
  for (const [closer, opener] of Object.entries(closers)) {
    surplus.set(closer, countOf(address, closer) - countOf(address, opener ?? ""));
  }
  return surplus;
}

function countOf(text: string, character: string): number {
  let count = 0;
  for (let at = text.indexOf(character); at !== -1; at = text.indexOf(character, at + 1)) count += 1;
  return count;
}

const hasHost = ({ hostname, username, password }: URL) => hostname !== "" && username === "" && password === "";

/** The address a link leads to, or null when this is none that we follow. */
export function safeHref(address: string): string | null {
  return parseAddress(address)?.href ?? null;
}

function parseAddress(address: string): URL | null {
  if (address.length > longestAddress) return null;
  const full = /^www\./i.test(address) ? `https://${address}` : address;
  if (!URL.canParse(full)) return null;
  const url = new URL(full);
  if (!protocols.has(url.protocol)) return null;
  const isWeb = url.protocol.startsWith("http");
  return (isWeb ? hasHost(url) : url.pathname !== "") ? url : null;
}

/** Letters of one script, each with what may stand beside it in a host. Latin without its look-alikes; it goes with Chinese, Japanese, Korean. */
const scriptsOfHosts = [
  /^[a-z0-9.:\-\u00c0-\u024f\u1e00-\u1eff]+$/iu,
  /^[a-z0-9.:\-\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Hangul}\p{scx=Bopomofo}]+$/iu,
  ...["Arabic", "Armenian", "Bengali", "Cyrillic", "Devanagari", "Ethiopic", "Georgian", "Greek", "Gujarati"],
  ...["Gurmukhi", "Hebrew", "Kannada", "Khmer", "Lao", "Malayalam", "Myanmar", "Sinhala", "Tamil", "Telugu", "Thai"],
].map((script) => (typeof script === "string" ? new RegExp(`^[\\p{scx=${script}}0-9.:\\-]+$`, "u") : script));

/** A host of mixed scripts may look like another one: it is shown as the letters that travel, "xn--…". */
function shownAddress(address: string, url: URL): string {
  const written = /^(?:https?:\/\/)?([^/?#\\]*)/iu.exec(address);
  const host = written?.[1] ?? "";
  if (!url.protocol.startsWith("http") || scriptsOfHosts.some((script) => script.test(host))) return address;
  const start = (written?.[0].length ?? 0) - host.length;
  return address.slice(0, start) + url.host + address.slice(start + host.length);
}

/** The texts of the parts put together are the text again, letter by letter. */
export function toTextParts(text: string): TextPart[] {
  const parts: TextPart[] = [];
  let from = 0;
  const plain = (until: number) => {
    const between = text.slice(from, until);
    if (between !== "") parts.push({ text: between, href: null, shown: between });
  };
  for (const match of text.matchAll(candidate)) {
    const address = trimmed(match[0]);
    const url = parseAddress(address);
    if (url === null) continue;
    plain(match.index);
    parts.push({ text: address, href: url.href, shown: shownAddress(address, url) });
    from = match.index + address.length;
  }
  plain(text.length);
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
