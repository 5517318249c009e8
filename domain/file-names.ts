/** Names of files as people see them, and what a file is by its name and type. Names come from strangers: they may hold anything. */

/** Control characters, and those that turn or hide what is written: "gpj.exe" must not read "exe.jpg". */
const unseen =
  /[\p{Cc}\p{Zl}\p{Zp}\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]/gu;

/** The name on one line, as it really is; empty when nothing of it can be seen. */
export function shownFileName(name: string): string {
  return name.replace(unseen, "").replaceAll(/\s+/g, " ").trim();
}

const stemEnd = 4;
const longestEnding = 12;

/** Where a name may be cut when there is no room: `start` gives way, `end` stays: "quarterly-rep…-v12.pdf". */
export function splitFileName(name: string): { start: string; end: string } {
  const dot = name.lastIndexOf(".");
  const hasEnding = dot > 0 && name.length - dot <= longestEnding;
  const letters = Array.from(hasEnding ? name.slice(0, dot) : name);
  const at = letters.length <= stemEnd * 2 ? 0 : letters.length - stemEnd;
  const start = letters.slice(0, at).join("");
  return { start, end: name.slice(start.length) };
}

export type FileSign = "document" | "sheet" | "slides" | "archive" | "image" | "video" | "audio" | "code" | "file";

const endings: Record<Exclude<FileSign, "file">, readonly string[]> = {
  document: ["pdf", "doc", "docx", "odt", "rtf", "txt", "md", "pages"],
  sheet: ["csv", "tsv", "xls", "xlsx", "ods", "numbers"],
  slides: ["ppt", "pptx", "odp", "key"],
  archive: ["zip", "gz", "tgz", "tar", "7z", "rar", "xz"],
  image: ["jpg", "jpeg", "png", "gif", "webp", "svg", "heic", "avif", "bmp", "tif", "tiff"],
  video: ["mp4", "mov", "webm", "mkv", "avi"],
  audio: ["mp3", "m4a", "ogg", "opus", "wav", "flac", "aac"],
  code: ["json", "xml", "html", "htm", "js", "ts", "py", "sh", "yml", "yaml"],
};

const mimetypes: readonly (readonly [RegExp, FileSign])[] = [
  [/^image\//, "image"],
  [/^video\//, "video"],
  [/^audio\//, "audio"],
  [/csv|spreadsheet|excel/, "sheet"],
  [/presentation|powerpoint/, "slides"],
  [/zip|x-tar|compressed|x-rar/, "archive"],
  [/json|xml$|html/, "code"],
  [/^text\/|pdf|word|opendocument\.text|rtf/, "document"],
];

const isSign = (word: string): word is Exclude<FileSign, "file"> => Object.hasOwn(endings, word);

/** By the ending of the name, which is what people go by, else by the media type. */
export function fileSign(name: string | null, mimetype: string | null): FileSign {
  const ending = /\.([a-z0-9]+)$/i.exec(name ?? "")?.[1]?.toLowerCase() ?? "";
  const sign = Object.keys(endings).find((key) => isSign(key) && endings[key].includes(ending));
  if (sign !== undefined && isSign(sign)) return sign;
  return mimetypes.find(([pattern]) => pattern.test((mimetype ?? "").toLowerCase()))?.[1] ?? "file";
}

/** The name in a Content-Disposition header (RFC 6266), the exact one before the plain one; null when there is none. */
export function nameInDisposition(header: string | null): string | null {
  const exact = /;\s*filename\*\s*=\s*utf-8''([^;\s]+)/i.exec(header ?? "")?.[1];
  if (exact !== undefined && /^(?:[^%]|%[0-9a-f]{2})+$/i.test(exact)) {
    const name = decoded(exact);
    if (name !== null) return name;
  }
  return /;\s*filename\s*=\s*"([^"]*)"/i.exec(header ?? "")?.[1] ?? null;
}

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch (error) {
    if (error instanceof URIError) return null;
    throw error;
  }
}
