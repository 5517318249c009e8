/** Sizes and lengths of files in words, and what is said of them as a sentence. */
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

/** Ends in one full stop, whether or not whoever wrote it thought of that. */
export function sentence(words: string): string {
  return `${words.trim().replace(/\.+$/, "")}.`;
}
