import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isBigEmoji, toTextParts } from "./message-text";

const links = (text: string) => toTextParts(text).filter(({ href }) => href !== null);
const hrefs = (text: string) => links(text).map(({ href }) => href);

test("an address becomes a link and the sentence around it stays text", () => {
  expect(toTextParts("See https://example.org/a?b=c#d, then call.")).toEqual([
    { text: "See ", href: null },
    { text: "https://example.org/a?b=c#d", href: "https://example.org/a?b=c#d" },
    { text: ", then call.", href: null },
  ]);
});

test("www, mail and telephone addresses are links too", () => {
  expect(hrefs("www.example.org mailto:ana@example.org tel:+351210000000")).toEqual([
    "https://www.example.org/",
    "mailto:ana@example.org",
    "tel:+351210000000",
  ]);
});

test("a bracket at the end belongs to the address only when it was opened there", () => {
  expect(links("(https://example.org/a)")[0]?.text).toBe("https://example.org/a");
  expect(links("https://example.org/a_(b)")[0]?.text).toBe("https://example.org/a_(b)");
});

test.each([
  "javascript:alert(1)",
  "JaVaScRiPt:alert(1)",
  "data:text/html,<script>alert(1)</script>",
  "vbscript:x",
  "file:///etc/passwd",
  "http://",
  "https://user:password@example.org/",
  "https://example.org@evil.example/",
  "mailto:",
])("%s is not followed", (text) => {
  expect(links(text)).toEqual([]);
});

test("an address ends where letters begin that turn the reading direction", () => {
  expect(links("https://example.org/\u202egpj.exe")[0]?.text).toBe("https://example.org/");
});

test("the parts together are the text, whatever it is", () => {
  const pieces = fc.constantFrom(
    "https://a.b",
    "www.",
    "http://x",
    "(",
    ")",
    " ",
    "\n",
    "mailto:a@b",
    "<b>",
    "é",
    "\u0000",
    "🚲",
    ".",
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.array(pieces).map((list) => list.join("")),
      ),
      (text) => {
        expect(
          toTextParts(text)
            .map((part) => part.text)
            .join(""),
        ).toBe(text);
      },
    ),
  );
});

describe("big emoji", () => {
  test.each(["👍", "🚲🌞", "❤️ 👍🏽 👩‍👩‍👧", "🇵🇹", "1️⃣", "🏴󠁧󠁢󠁳󠁣󠁴󠁿"])("%s is shown large", (text) => {
    expect(isBigEmoji(text)).toBe(true);
  });
  test.each(["", " ", "ok 👍", "👍👍👍👍", "12", "©", "a", "👍!"])("%j is not", (text) => {
    expect(isBigEmoji(text)).toBe(false);
  });
});
