/**
 * Under which name a file is saved (RFC 6266): what somebody called it, without anything that would lead into another folder, hide its
 * ending, break a header or be refused by an operating system.
 */

const longest = 120;
// Controls, marks that turn the direction of reading or cannot be seen, and what no file system takes.
const unseen =
  /[\p{Cc}\p{Zl}\p{Zp}\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]/gu;
const refused = /[<>:"|?*]/g;
const reservedByWindows = /^(con|prn|aux|nul|com\d|lpt\d|conin\$|conout\$)(\.|$)/i;

/** `extension` is added where the name has none; null when nothing is known about what it is. */
export function safeFileName(name: string | null, fallback: string, extension: string | null): string {
  const clean = cleaned(name ?? "");
  const base = clean === "" ? fallback : clean;
  return extension === null || /\.[a-z0-9]{1,8}$/i.test(base) ? base : `${base}.${extension}`;
}

function cleaned(name: string): string {
  const lastPart = name.toWellFormed().replace(unseen, "").split(/[/\\]/).at(-1) ?? "";
  const seen = lastPart
    .replace(refused, "_")
    .replace(/\s+/g, " ")
    .replace(/^[. ]+|[. ]+$/g, "");
  const allowed = reservedByWindows.test(seen) ? `_${seen}` : seen;
  return shortened(allowed);
}

/** The ending stays: it says what opens the file. */
function shortened(name: string): string {
  const signs = Array.from(name);
  if (signs.length <= longest) return name;
  const [ending = ""] = /\.[^.]{1,10}$/.exec(name) ?? [];
  return (
    signs
      .slice(0, longest - ending.length)
      .join("")
      .trimEnd() + ending
  );
}

/** `name` is one of safeFileName. Programs that read only the old form get it with the signs of ASCII. */
export function contentDisposition(way: "inline" | "attachment", name: string): string {
  const plain = name
    .normalize("NFKD")
    .replace(/\p{Mn}/gu, "")
    .replace(/[^\x20-\x7e]|[%\\"]/gu, "_");
  return `${way}; filename="${plain}"; filename*=UTF-8''${encodeForHeader(name)}`;
}

/** The value-chars of RFC 8187; encodeURIComponent leaves four more as they are. */
function encodeForHeader(name: string): string {
  return encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}
