/**
 * Text of strangers made harmless for what stands beside it: letters that nobody sees but that steer how others are drawn. Says
 * nothing about markup; everything is shown as text.
 */

/** Embeddings and overrides of the reading direction: nobody types them, and "gpj.exe" reads as "exe.jpg" under one. */
const steering = /[\u202A-\u202E]/g;
const lineBreaks = /\r\n?|[\u0085\u2028\u2029]/g;
const controls = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\uFFF9-\uFFFB]/g;
const isolates = /[\u2066-\u2069]/g;
const rightToLeft = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u;

/** Without control characters, overrides and isolates left open; line breaks become line feeds. All that people see stays. */
export function harmless(text: string): string {
  const plain = text.replaceAll(lineBreaks, "\n").replaceAll(controls, "").replaceAll(steering, "");
  return closesIsolates(plain) ? plain : plain.replaceAll(isolates, "");
}

function closesIsolates(text: string): boolean {
  let open = 0;
  for (const [mark] of text.matchAll(isolates)) {
    open += mark === "\u2069" ? -1 : 1;
    if (open < 0) return false;
  }
  return open === 0;
}

/** For names, titles and whatever else stands in one line. */
export function harmlessLine(text: string): string {
  return harmless(text).replaceAll(/\s+/g, " ").trim();
}

/** A name to be put into a sentence: one that reads from right to left keeps its own order and leaves the sentence its own. */
export function isolated(name: string): string {
  return rightToLeft.test(name) ? `\u2068${name}\u2069` : name;
}

const inIsolates = /\u2068[^\u2069]*\u2069/g;
const letter = /\p{L}/u;

/**
 * How a line of a list reads: as its first letter does that stands outside an isolated name. Browsers that look for a direction by
 * themselves take the name's, and then a sentence in English stands behind a name in Hebrew.
 */
export function lineDirection(line: string): "ltr" | "rtl" | undefined {
  const first = letter.exec(line.replaceAll(inIsolates, ""))?.[0];
  if (first === undefined) return undefined;
  return rightToLeft.test(first) ? "rtl" : "ltr";
}
