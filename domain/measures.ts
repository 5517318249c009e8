/** Sizes, lengths and counts in words. */
const units = ["kB", "MB", "GB"] as const;

/** "48 kB", "1.2 MB": decimal, as files are shown elsewhere. */
export function sizeWords(sizeBytes: number): string {
  if (sizeBytes < 1000) return `${String(sizeBytes)} B`;
  let value = sizeBytes / 1000;
  let unit = 0;
  while (value >= 999.5 && unit < units.length - 1) {
    value /= 1000;
    unit += 1;
  }
  return `${value < 10 ? value.toFixed(1).replace(/\.0$/, "") : String(Math.round(value))} ${units[unit] ?? ""}`;
}

/** "0:07", "1:02:03" */
export function durationWords(durationSeconds: number): string {
  const total = Math.max(0, Math.round(durationSeconds));
  const seconds = String(total % 60).padStart(2, "0");
  const minutes = Math.floor(total / 60) % 60;
  const hours = Math.floor(total / 3600);
  return hours === 0
    ? `${String(minutes)}:${seconds}`
    : `${String(hours)}:${String(minutes).padStart(2, "0")}:${seconds}`;
}

export function plural(count: number, one: string, many: string): string {
  return `${String(count)} ${count === 1 ? one : many}`;
}

/** Ends in one full stop, whether or not whoever wrote it thought of that. */
export function sentence(words: string): string {
  return `${words.trim().replace(/\.+$/, "")}.`;
}

/** A badge has room for two digits. */
export function badgeCount(count: number): string {
  return count > 99 ? "99+" : String(count);
}

/** Beside a word there is room for three. */
export function manyCount(count: number): string {
  return count > 999 ? "999+" : String(count);
}

/** "(3) Inbox · Postroom"; a count that stands there already gives way. */
export function countedTitle(title: string, count: number): string {
  const bare = title.replace(/^\(\d+\+?\) /, "");
  return count > 0 ? `(${manyCount(count)}) ${bare}` : bare;
}

/** Up to two letters for an avatar, by whole characters; "?" when the name holds none. */
export function initials(name: string): string {
  const words = name.match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu) ?? [];
  const first = words[0];
  if (first === undefined) return "?";
  const last = words.length > 1 ? words.at(-1) : undefined;
  const letter = (word: string) => (Array.from(word)[0] ?? "").toUpperCase();
  return letter(first) + (last === undefined ? "" : letter(last));
}
