import { describe, expect, it } from "vitest";
import { contentDisposition, safeFileName } from "./file-name";

const safe = (name: string | null) => safeFileName(name, "file", null);

/** What people, programs and enemies have called files. */
const hostile = [
  "../../etc/passwd",
  "..\\..\\windows\\system32\\cmd.exe",
  "/etc/shadow",
  "C:\\autoexec.bat",
  "....//....//x",
  "a\r\nSet-Cookie: x=1",
  "a\r\n\r\n<script>alert(1)</script>",
  'a"; filename="b.exe',
  "a'; filename*=UTF-8''b.exe",
  'a\\"b',
  "a%0d%0aX: y",
  "a%00.exe",
  "a\0.exe",
  "photo\u202egpj.exe",
  "photo\u2066\u2069.jpg",
  "\u200f\u061cphoto.jpg",
  "pho\u200bto\ufeff.jpg",
  "a\u2028b\u2029c",
  "\u009fa\u0085b",
  "CON",
  "con.txt",
  "LPT1.pdf",
  "nul",
  ".htaccess",
  "...",
  ".",
  " . ",
  "trailing dots...",
  "trailing space ",
  "a:stream",
  "a|b?c*d<e>f",
  "~root",
  "$(rm -rf)",
  "`id`",
  "-rf",
  "\ud800lone",
  "😄 наш файл.pdf",
  "عربي.pdf",
  "e\u0301te\u0301.pdf",
  "x".repeat(5000),
  `${"é".repeat(300)}.jpeg`,
  `${"😄".repeat(300)}.pdf`,
  "",
  "\t\n",
];

describe("the name of a file", () => {
  it("leads nowhere, hides nothing and fits everywhere, whatever it was", () => {
    expect(hostile.length).toBeGreaterThan(40);
    for (const name of hostile) {
      const found = safe(name);
      expect([name, found]).toEqual([name, expect.not.stringMatching(/[/\\:*?"<>|]|[\p{Cc}\p{Cs}]|^\.|[. ]$/u)]);
      expect(found).not.toMatch(/[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069\u2028\u2029\u200b\ufeff]/);
      expect(found).not.toMatch(/^(con|nul|lpt1)(\.|$)/i);
      expect(found.length).toBeGreaterThan(0);
      expect(Array.from(found).length).toBeLessThanOrEqual(120);
    }
  });

  it("stays what a person called it", () => {
    for (const name of [
      "Invoice 12 (final).pdf",
      "наш файл.pdf",
      "été.jpg",
      "👩‍🚀 crew.png",
      "a.tar.gz",
      "me & you, 50%.txt",
    ])
      expect(safe(name)).toBe(name);
  });

  it("is its last part, and keeps its ending when it is cut", () => {
    expect(safe("../../etc/passwd")).toBe("passwd");
    expect(safe("C:\\pictures\\me.jpg")).toBe("me.jpg");
    expect(safe("photo\u202egpj.exe")).toBe("photogpj.exe");
    expect(safe(`${"é".repeat(300)}.jpeg`)).toBe(`${"é".repeat(115)}.jpeg`);
    expect(safe("CON.txt")).toBe("_CON.txt");
  });

  it("is invented where there is none, and says what it is where that is known", () => {
    expect(safeFileName(null, "photo", "jpg")).toBe("photo.jpg");
    expect(safeFileName("///", "file", null)).toBe("file");
    expect(safeFileName("IMG 0012", "photo", "jpg")).toBe("IMG 0012.jpg");
    expect(safeFileName("IMG.JPEG", "photo", "jpg")).toBe("IMG.JPEG");
  });
});

describe("the header that carries it", () => {
  it("holds the name twice: in ASCII for old programs, and as it is", () => {
    expect(contentDisposition("attachment", "été 50%.pdf")).toBe(
      `attachment; filename="ete 50_.pdf"; filename*=UTF-8''%C3%A9t%C3%A9%2050%25.pdf`,
    );
    expect(contentDisposition("inline", "it's (1).jpg")).toBe(
      `inline; filename="it's (1).jpg"; filename*=UTF-8''it%27s%20%281%29.jpg`,
    );
  });

  it("is one line of two parameters, whatever the name was, and leads back to it", () => {
    for (const name of hostile) {
      const header = contentDisposition("attachment", safe(name));
      const [, plain, encoded] = /^attachment; filename="([ !#-[\]-~]+)"; filename\*=UTF-8''([\w!#$&+.^`|~%-]+)$/.exec(
        header,
      )!;
      expect(plain).not.toContain("%");
      expect(decodeURIComponent(encoded!)).toBe(safe(name));
      expect(new Headers({ "content-disposition": header }).get("content-disposition")).toBe(header);
    }
  });
});
