import { describe, expect, it } from "vitest";
import { createAttachment, type AttachmentKind } from "@/simulator/attachments";
import { createRandom } from "@/simulator/random";
import { isWebPageOrJson, mediaTypeOf, tellingBytes } from "./media-type";

const bytes = (text: string) => Buffer.from(text.padEnd(64, "\0"), "latin1");
const typeOf = (text: string, kind: "image" | "video" | "audio" | "file" = "file") =>
  mediaTypeOf(bytes(text), kind)?.type ?? null;

function made(kind: AttachmentKind, name: string): Uint8Array {
  return createAttachment(createRandom("types"), { kind, name, seconds: 1 }).bytes()!;
}

describe("the type of a file, by its bytes", () => {
  it("is one of ten", () => {
    expect(typeOf("\xff\xd8\xff\xe0")).toBe("image/jpeg");
    expect(typeOf("\x89PNG\r\n\x1a\n")).toBe("image/png");
    expect(typeOf("GIF87a")).toBe("image/gif");
    expect(typeOf("GIF89a")).toBe("image/gif");
    expect(typeOf("RIFF\x10\0\0\0WEBPVP8 ")).toBe("image/webp");
    expect(typeOf("\0\0\0\x20ftypisom")).toBe("video/mp4");
    expect(typeOf("\0\0\0\x20ftypM4A ")).toBe("audio/mp4");
    expect(typeOf("\x1aE\xdf\xa3\x01\0\0\0\0\0\0\x1f\x42\x86\x81\x01\x42\x82\x84webm")).toBe("video/webm");
    expect(typeOf("ID3\x04")).toBe("audio/mpeg");
    expect(typeOf("\xff\xfb\x90\x64")).toBe("audio/mpeg");
    expect(typeOf("OggS\0\x02")).toBe("audio/ogg");
    expect(typeOf("RIFF\x10\0\0\0WAVEfmt ")).toBe("audio/wav");
  });

  it("of a container that may hold either is what the message calls it", () => {
    expect(typeOf("\0\0\0\x20ftypmp42", "audio")).toBe("audio/mp4");
    expect(typeOf("\0\0\0\x20ftypmp42", "video")).toBe("video/mp4");
    expect(typeOf("\x1aE\xdf\xa3\x42\x82\x84webm", "audio")).toBe("audio/webm");
  });

  it("is found for all that the simulator makes", () => {
    const typed = (kind: AttachmentKind, name: string, as: "image" | "video" | "audio") =>
      mediaTypeOf(made(kind, name).subarray(0, tellingBytes), as)?.type;
    expect(typed("image", "a.jpg", "image")).toBe("image/jpeg");
    expect(typed("image", "a.png", "image")).toBe("image/png");
    expect(typed("sticker", "a", "image")).toBe("image/png");
    expect(typed("gif", "a", "image")).toBe("image/gif");
    expect(typed("video", "a.mp4", "video")).toBe("video/mp4");
    expect(typed("voice", "a.ogg", "audio")).toBe("audio/ogg");
    expect(typed("audio", "a.wav", "audio")).toBe("audio/wav");
  });

  it("is none of them for what could run, and for what only looks alike", () => {
    const others = [
      '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)">',
      "<!doctype html><script>alert(1)</script>",
      "%PDF-1.7",
      "PK\x03\x04",
      "MZ",
      "\0\0\0\x20ftypheic",
      "\0\0\0\x20ftypavif",
      "\0\0\0\x14ftypqt  ",
      "\x1aE\xdf\xa3\x42\x82\x88matroska",
      "\xff\xf1\x50\x80",
      "\xff\xff\xff\xff",
      "\xff\xfe<\0s\0c\0",
      "RIFF\x10\0\0\0AVI ",
      "GIF90a",
      " \xff\xd8\xff",
      "",
    ];
    for (const text of others) expect([text, typeOf(text, "image")]).toEqual([text, null]);
  });
});

describe("a page in place of a file", () => {
  const isOne = (text: string, contentType = "image/jpeg") => isWebPageOrJson(Buffer.from(text), contentType);

  it("is told by what it says of itself, and by what it begins with", () => {
    for (const type of ["text/html", "Text/HTML; charset=utf-8", "application/json", "application/problem+json"])
      expect([type, isOne("\xff\xd8\xff", type)]).toEqual([type, true]);
    for (const text of [
      "<!DOCTYPE html>",
      "\ufeff\n <html lang=en>",
      "<body>",
      '{"type":"errors/x"}',
      "{}",
      '[{"a":1}]',
      "[]",
    ])
      expect([text, isOne(text)]).toEqual([text, true]);
  });

  it("is no picture, no drawing and no plain text", () => {
    for (const text of ["\xff\xd8\xff", "<svg>", "<?xml version='1.0'?><svg/>", "Hello {name}", "{\\rtf1", ""])
      expect([text, isOne(text)]).toEqual([text, false]);
  });
});
