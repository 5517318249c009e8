/**
 * What a file is, by its first bytes and nothing that anybody says about it. Only these ten are ever shown in a page; whatever else there
 * is, SVG, HTML and PDF included, is for downloading.
 */
import type { AttachmentKind } from "@/domain/inbox";

export type Media = { type: string; extension: string };

/** so many bytes are enough to tell */
export const tellingBytes = 512;

/** Null for what is not on the list. `kind` only decides whether a container of both is called a video or a sound. */
export function mediaTypeOf(first: Uint8Array, kind: AttachmentKind): Media | null {
  const text = Buffer.from(first.buffer, first.byteOffset, first.byteLength).toString("latin1");
  return pictureOf(text) ?? soundOf(text, first) ?? containerOf(text, kind);
}

export function isPicture({ type }: Media): boolean {
  return type.startsWith("image/");
}

function pictureOf(text: string): Media | null {
  if (text.startsWith("\xff\xd8\xff")) return { type: "image/jpeg", extension: "jpg" };
  if (text.startsWith("\x89PNG\r\n\x1a\n")) return { type: "image/png", extension: "png" };
  if (/^GIF8[79]a/.test(text)) return { type: "image/gif", extension: "gif" };
  if (/^RIFF[^]{4}WEBP/.test(text)) return { type: "image/webp", extension: "webp" };
  return null;
}

function soundOf(text: string, first: Uint8Array): Media | null {
  if (/^RIFF[^]{4}WAVE/.test(text)) return { type: "audio/wav", extension: "wav" };
  if (text.startsWith("OggS")) return { type: "audio/ogg", extension: "ogg" };
  if (text.startsWith("ID3") || isFrameOfMp3(first)) return { type: "audio/mpeg", extension: "mp3" };
  return null;
}

/** Eleven bits of synchronisation, layer III, and neither a bit rate nor a sampling rate that does not exist. */
function isFrameOfMp3([sync = 0, version = 0, rates = 0]: Uint8Array): boolean {
  const isLayerThree = sync === 0xff && (version & 0xe0) === 0xe0 && (version & 0x06) === 0x02;
  return isLayerThree && (version & 0x18) !== 0x08 && (rates & 0xf0) !== 0xf0 && (rates & 0x0c) !== 0x0c;
}

const brandsOfMp4 = /^(isom|iso[2-9]|mp4[12]|avc1|dash|mmp4|msnv|m4v.)$/i;
const brandsOfM4a = /^m4[ab] $/i;
const webm = /^\x1aE\xdf\xa3[^]*\x42\x82[^]{1,8}webm/;

/** A QuickTime film, a HEIC or AVIF picture have brands of their own and are not on the list. */
function containerOf(text: string, kind: AttachmentKind): Media | null {
  const [, brand = ""] = /^[^]{4}ftyp([^]{4})/.exec(text) ?? [];
  const family = kind === "audio" ? "audio" : "video";
  if (brandsOfM4a.test(brand)) return { type: "audio/mp4", extension: "m4a" };
  if (brandsOfMp4.test(brand)) return { type: `${family}/mp4`, extension: family === "audio" ? "m4a" : "mp4" };
  return webm.test(text) ? { type: `${family}/webm`, extension: "webm" } : null;
}

/** A page or an error in place of a file: signs of a sign-in page, a proxy or a failure that was answered with 200. */
export function isWebPageOrJson(first: Uint8Array, contentType: string): boolean {
  if (/^\s*(text\/html|application\/xhtml\+xml|application\/([a-z.-]+\+)?json)\b/i.test(contentType)) return true;
  const text = Buffer.from(first.buffer, first.byteOffset, first.byteLength)
    .toString("utf8")
    .replace(/^\ufeff/, "");
  return /^\s*(<!doctype html|<html|<head|<body|\{\s*["}]|\[\s*[[{"\]])/i.test(text);
}
