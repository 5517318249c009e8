/** Counts in words and in the little room of a badge, and a name in two letters. */
export function plural(count: number, one: string, many: string): string {
  return `${String(count)} ${count === 1 ? one : many}`;
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
