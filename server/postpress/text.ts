/**
 * Strings of the vendor made fit to keep: what PostgreSQL's text refuses is replaced, never dropped. Says what text a message
 * has; whose message it is stands elsewhere.
 */

const idLimit = 512;
const cannotDisplay = /^\s*--\s*postpress cannot display this type of message yet[^]*--\s*$/iu;

/** The characters of the bytes 0x80 to 0x9F in Windows-1252; in the five places it leaves free, those of Latin-1. */
const windows1252 = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";
const byteOf = new Map(Array.from(windows1252, (character, place) => [character.charCodeAt(0), 0x80 + place]));

/** U+0000 and lone surrogates become U+FFFD. */
export function cleanText(text: string): string {
  return text.replaceAll("\u0000", "\uFFFD").toWellFormed();
}

/** Clean and at most 512 characters long: for what is shown or kept beside an event, never for what identifies it. */
export function shorten(text: string, limit: number = idLimit): string {
  return cleanText(text.slice(0, limit));
}

export function isTooLongForId(id: string): boolean {
  return id.length > idLimit;
}

/** The vendor's stand-in for what it cannot carry: "open it in the app". */
export function saysUnsupported(text: string): boolean {
  return cannotDisplay.test(text);
}

/**
 * Undoes UTF-8 that was read as Latin-1 or Windows-1252, and only when that is exact: each character stands for one byte, and the
 * bytes are valid UTF-8 that holds more than ASCII. Anything else comes back as it was.
 */
export function repairMisdecoded(text: string): string {
  const bytes = new Uint8Array(text.length);
  let isBeyondAscii = false;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    const byte = code <= 0xff ? code : byteOf.get(code);
    if (byte === undefined) return text;
    isBeyondAscii ||= byte >= 0x80;
    bytes[index] = byte;
  }
  return isBeyondAscii ? (decodeExactly(bytes) ?? text) : text;
}

/** Null when the bytes are no UTF-8. */
function decodeExactly(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}
