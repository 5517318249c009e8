import { describe, expect, test } from "vitest";
import { fileSign, nameInDisposition, shownFileName, splitFileName } from "./file-names";

test("a name that turns its own ending around is shown as it is", () => {
  expect(shownFileName("invoice\u202egpj.exe")).toBe("invoicegpj.exe");
  expect(shownFileName("a\r\nb\u0000c\u200b.pdf")).toBe("abc.pdf");
  expect(shownFileName("  תמונה של האופניים.jpg ")).toBe("תמונה של האופניים.jpg");
  expect(shownFileName("\u200f\u0007")).toBe("");
});

describe("a name that is too long", () => {
  test.each([
    ["quarterly-report-v12.pdf", "quarterly-report", "-v12.pdf"],
    ["note.pdf", "", "note.pdf"],
    ["a name without an ending", "a name without an en", "ding"],
    ["archive.of-a-very-long-ending-indeed", "archive.of-a-very-long-ending-in", "deed"],
    [".gitignore-of-the-workshop", ".gitignore-of-the-work", "shop"],
    ["🚲🚲🚲🚲🚲🚲🚲🚲🚲🚲.png", "🚲🚲🚲🚲🚲🚲", "🚲🚲🚲🚲.png"],
  ])("%j gives way after %j and keeps %j", (name, start, end) => {
    expect(splitFileName(name)).toEqual({ start, end });
    expect(start + end).toBe(name);
  });
});

test.each([
  ["price-list.PDF", null, "document"],
  ["rides.csv", "application/octet-stream", "sheet"],
  ["photos.tar.gz", null, "archive"],
  [null, "application/vnd.openxmlformats-officedocument.presentationml.presentation", "slides"],
  [null, "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "document"],
  ["song", "audio/mpeg", "audio"],
  ["constructor", null, "file"],
  [null, null, "file"],
] as const)("%j of type %j has the sign of a %s", (name, mimetype, sign) => {
  expect(fileSign(name, mimetype)).toBe(sign);
});

test.each([
  [`attachment; filename="report.pdf"; filename*=UTF-8''r%C3%A9port.pdf`, "réport.pdf"],
  [`attachment; filename="report.pdf"`, "report.pdf"],
  [`attachment; filename="report.pdf"; filename*=UTF-8''%E0%A4.pdf`, "report.pdf"],
  [`attachment; filename="report.pdf"; filename*=UTF-8''100%.pdf`, "report.pdf"],
  ["inline", null],
  [null, null],
])("of %j the name is %j", (header, name) => {
  expect(nameInDisposition(header)).toBe(name);
});
