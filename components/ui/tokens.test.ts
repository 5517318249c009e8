import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { accountColours } from "@/domain/account-look";

const css = readFileSync("app/globals.css", "utf8");
const adaptations = readFileSync("app/adaptations.css", "utf8");
const contrastMore = adaptations.slice(adaptations.indexOf("@media (prefers-contrast: more)")).split("\n}")[0] ?? "";

function tokensOf(text: string, selector: string): Map<string, string> {
  const [, block = ""] = new RegExp(`^\\s*${selector.replace(".", "\\.")} \\{([^}]*)\\}`, "m").exec(text) ?? [];
  return new Map(Array.from(block.matchAll(/--([\w-]+):\s*([^;]+);/g), ([, name, value]) => [name!, value!.trim()]));
}

/** What holds in each theme; a token may stand for another one. */
const light = tokensOf(css, ":root");
const dark = new Map([...light, ...tokensOf(css, ".dark")]);
const themes: Record<string, Map<string, string>> = {
  light,
  dark,
  "light, more contrast": new Map([...light, ...tokensOf(contrastMore, ":root")]),
  "dark, more contrast": new Map([...dark, ...tokensOf(contrastMore, ":root"), ...tokensOf(contrastMore, ".dark")]),
};

const toByte = (linear: number) => {
  const value = Math.min(1, Math.max(0, linear));
  return Math.round(255 * (value <= 0.0031308 ? 12.92 * value : 1.055 * value ** (1 / 2.4) - 0.055));
};

/** OKLCH to sRGB bytes, by the matrices of CSS Color 4. */
function fromOklch(lightness: number, chroma: number, hue: number): number[] {
  const [a, b] = [chroma * Math.cos((hue * Math.PI) / 180), chroma * Math.sin((hue * Math.PI) / 180)];
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ].map(toByte);
}

function rgb(value: string): number[] {
  const oklch = /^oklch\(([\d.]+) ([\d.]+) ([\d.]+)\)$/.exec(value);
  if (oklch) return fromOklch(Number(oklch[1]), Number(oklch[2]), Number(oklch[3]));
  const hex = /^#([\da-f]{2})([\da-f]{2})([\da-f]{2})$/i.exec(value);
  if (!hex) throw new Error(`${value} is no colour`);
  return hex.slice(1).map((byte) => Number.parseInt(byte, 16));
}

function luminance(colour: readonly number[]): number {
  const [red = 0, green = 0, blue = 0] = colour.map((byte) => {
    const part = byte / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: readonly number[], other: readonly number[]): number {
  const [lighter = 0, darker = 0] = [luminance(one), luminance(other)].sort((left, right) => right - left);
  return (lighter + 0.05) / (darker + 0.05);
}

/** One colour over another, as much of it as `share` says. */
const over = (one: readonly number[], other: readonly number[], share: number) =>
  one.map((byte, place) => byte * share + (other[place] ?? 0) * (1 - share));

const grounds = ["surface", "selected", "raised", "bg"];
const bubbles = ["bubble-out", "bubble-in"];
const texts: [text: string, grounds: string[]][] = [
  ["fg", [...grounds, ...bubbles, "note"]],
  ["muted", [...grounds, ...bubbles, "note"]],
  ["accent", [...grounds, ...bubbles]],
  ["subtle", grounds],
  ["danger", grounds],
  ["warning", grounds],
  ["success", grounds],
  ["accent-fg", ["accent"]],
  // tooltips
  ["surface", ["fg"]],
];
const controls: [control: string, grounds: string[]][] = [
  ["border-strong", grounds],
  ["ring", [...grounds, ...bubbles]],
  ["accent", grounds],
  ["x-glyph", ["x-mark"]],
  ...accountColours.map((one): [string, string[]] => [`look-${one}`, grounds]),
];
const badges = ["#0A66C2", "#0F7A3D", "#C4245C", "#0A5FE0", "#1777AB", "#626B77"];

describe.each(Object.entries(themes))("in %s", (theme, tokens) => {
  const colour = (name: string): number[] => {
    const value = tokens.get(name) ?? "missing";
    const other = /^var\(--([\w-]+)\)$/.exec(value)?.[1];
    return other === undefined ? rgb(value) : colour(other);
  };
  const isMore = theme.endsWith("more contrast");
  const leastOfText = isMore ? 7 : 4.5;

  test("the tokens were found", () => {
    expect(tokens.size).toBeGreaterThan(18);
    expect(tokensOf(css, ".dark").size).toBeGreaterThan(18);
    expect(tokensOf(contrastMore, theme.startsWith("dark") ? ".dark" : ":root").size).toBeGreaterThan(5);
  });

  test.each(texts)("%s is readable as text on %j", (text, on) => {
    for (const ground of on)
      expect.soft(contrast(colour(text), colour(ground)), `${text} on ${ground}`).toBeGreaterThanOrEqual(leastOfText);
  });

  test.each(controls)("%s can be seen on %j", (control, on) => {
    for (const ground of on)
      expect.soft(contrast(colour(control), colour(ground)), `${control} on ${ground}`).toBeGreaterThanOrEqual(3);
  });

  test("a primary button stays readable under the pointer, and text while it is selected", () => {
    const pressed = over(colour("accent"), colour("surface"), 0.9);
    const pressedWords = over(colour("accent-fg"), colour("surface"), 0.9);
    expect.soft(contrast(pressedWords, pressed)).toBeGreaterThanOrEqual(4.5);
    for (const ground of [...grounds, ...bubbles])
      expect
        .soft(contrast(colour("fg"), over(colour("accent"), colour(ground), 0.28)), ground)
        .toBeGreaterThanOrEqual(4.5);
  });

  test.each(badges)("the badge %s stands out from the list and carries a white glyph", (fill) => {
    expect(contrast(rgb(fill), colour("surface"))).toBeGreaterThanOrEqual(3);
    expect(contrast(rgb(fill), rgb("#ffffff"))).toBeGreaterThanOrEqual(4.5);
  });
});

test("the arithmetic agrees with known colours", () => {
  expect(rgb("oklch(0.52 0.17 262)")).toEqual([0x2e, 0x62, 0xc9]);
  expect(contrast(rgb("#000000"), rgb("#ffffff"))).toBeCloseTo(21);
});
