import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isBigEmoji, toTextParts } from "./message-text";

const links = (text: string) => toTextParts(text).filter(({ href }) => href !== null);
const hrefs = (text: string) => links(text).map(({ href }) => href);

test("an address becomes a link and the sentence around it stays text", () => {
  const address = "https://example.org/a?b=c#d";
  expect(toTextParts(`See ${address}, then call.`)).toEqual([
    { text: "See ", href: null, shown: "See " },
    { text: address, href: address, shown: address },
    { text: ", then call.", href: null, shown: ", then call." },
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
  "ftp://example.org/a",
  "sms:+351210000000",
  "//example.org/a",
  `https://example.org/${"a".repeat(2050)}`,
])("%s is not followed", (text) => {
  expect(links(text)).toEqual([]);
});

test.each(["example.org", "example.org/a?b=c", "ana@example.org", "+351 210 000 000", "file.zip", "x.com."])(
  "%s does not say that it is an address, so nobody guesses",
  (text) => {
    expect(links(`See ${text} now`)).toEqual([]);
  },
);

describe("a host", () => {
  const shown = (text: string) => links(text)[0]?.shown;

  test.each([
    "https://example.org:8443/a?b=c#d",
    "https://münchen.example/straße",
    "https://пример.рф/а",
    "https://例え.jp/",
    "https://한국.kr",
    "https://مثال.السعودية/a",
    "www.bücher.example",
    "https://xn--mnchen-3ya.example/",
  ])("of one script is shown as it was written: %s", (address) => {
    expect(shown(address)).toBe(address);
  });

  test.each([
    ["https://аррle.example/login", "https://xn--le-6kc8da.example/login"],
    ["https://раура1.com/", "https://xn--1-7sba6dbr.com/"],
    ["HTTPS://εxample.org:444/a", "HTTPS://xn--xample-hye.org:444/a"],
    ["https://ɡoogle.example/", "https://xn--oogle-qmc.example/"],
  ])("of mixed scripts is shown as it travels: %s", (address, told) => {
    expect(links(address)).toMatchObject([{ text: address, shown: told }]);
  });

  test("that only looks as if it ended earlier is shown as it travels, or leads nowhere", () => {
    for (const slash of ["\u2044", "\u2215", "\uFF0F", "\u29F8"]) {
      const [link] = links(`https://example.org${slash}a.evil.example/b`);
      if (link) expect(link.shown).toBe(link.href);
    }
  });
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
