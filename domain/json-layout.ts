/** JSON for reading: broken into lines without being parsed, so that every letter is the one that came, also where the end is missing. */
const indent = "  ";
const deepestIndent = 40;
const token = /"(?:[^"\\]|\\.)*(?:"|$)|[{}[\],:]|[^"{}[\],:\s]+/gs;

const isOpening = (sign: string) => sign === "{" || sign === "[";
const isClosing = (sign: string) => sign === "}" || sign === "]";

export function jsonLines(json: string): string {
  let depth = 0;
  let previous = "";
  let laidOut = "";
  for (const [sign] of json.matchAll(token)) {
    if (isClosing(sign)) depth -= 1;
    if (breaksBefore(sign, previous)) laidOut += `\n${indent.repeat(clamped(depth))}`;
    laidOut += sign === ":" ? ": " : sign;
    if (isOpening(sign)) depth += 1;
    previous = sign;
  }
  return laidOut;
}

/** What is empty stays on its line. */
function breaksBefore(sign: string, previous: string): boolean {
  if (isClosing(sign)) return previous !== "" && !isOpening(previous);
  return isOpening(previous) || previous === ",";
}

function clamped(depth: number): number {
  return Math.min(Math.max(depth, 0), deepestIndent);
}
