/** Attachments with real bytes. A picture, a voice note or a file is made from its name alone, so nothing has to be stored. */
import { paintTandem } from "./bytes/canvas";
import { toContactCard, toCsv, toPdf } from "./bytes/documents";
import { toGif } from "./bytes/gif";
import { toJpeg } from "./bytes/jpeg";
import { toPng } from "./bytes/png";
import { toOgg, toWav } from "./bytes/sound";
import { toMp4 } from "./bytes/video";
import type { Random } from "./random";
import { createRandom } from "./random";

export type VendorAttachment = {
  id: string;
  type: "img" | "video" | "audio" | "file" | "contact_card" | "linkedin_post";
  mimetype: string | null;
  name: string | null;
  sizeBytes: number | null;
  width: number | null;
  height: number | null;
  durationSeconds: number | null;
  isSticker: boolean;
  isVoiceNote: boolean;
  isGif: boolean;
  isUnavailable: boolean;
  /** null when the provider no longer has it */
  bytes: () => Uint8Array | null;
};

export const attachmentKinds = [
  "image",
  "sticker",
  "gif",
  "video",
  "voice",
  "audio",
  "file",
  "contact",
  "post",
] as const;
export type AttachmentKind = (typeof attachmentKinds)[number];
export type AttachmentDraft = { kind: AttachmentKind; name: string; seconds?: number; isUnavailable?: boolean };

export function createAttachment(random: Random, draft: AttachmentDraft): VendorAttachment {
  const isUnavailable = draft.isUnavailable ?? false;
  const bytes = () => (isUnavailable ? null : bytesOf(draft));
  return {
    id: `2-${Buffer.from(random.id()).toString("base64")}==`,
    name: draft.kind === "voice" || draft.kind === "sticker" ? null : draft.name,
    width: null,
    height: null,
    durationSeconds: draft.seconds ?? null,
    isSticker: draft.kind === "sticker",
    isVoiceNote: draft.kind === "voice",
    isGif: draft.kind === "gif",
    isUnavailable,
    bytes,
    sizeBytes: bytes()?.length ?? null,
    ...looks(draft),
  };
}

type Looks = Pick<VendorAttachment, "type" | "mimetype"> & Partial<Pick<VendorAttachment, "width" | "height">>;

const photoSize = { width: 640, height: 480 };
const stickerSize = { width: 256, height: 256 };
const animationSize = { width: 240, height: 180 };
const videoSize = { width: 320, height: 240 };

function looks({ kind, name }: AttachmentDraft): Looks {
  switch (kind) {
    case "image":
      return { type: "img", mimetype: name.endsWith(".png") ? "image/png" : "image/jpeg", ...photoSize };
    case "sticker":
      return { type: "img", mimetype: "image/png", ...stickerSize };
    case "gif":
      return { type: "img", mimetype: "image/gif", ...animationSize };
    case "video":
      return { type: "video", mimetype: "video/mp4", ...videoSize };
    case "voice":
      return { type: "audio", mimetype: name.endsWith(".ogg") ? "audio/ogg; codecs=opus" : "audio/wav" };
    case "audio":
      return { type: "audio", mimetype: "audio/wav" };
    case "contact":
      return { type: "contact_card", mimetype: "text/vcard" };
    case "post":
      return { type: "linkedin_post", mimetype: null };
    case "file":
      return { type: "file", mimetype: fileMimetype(name) };
  }
}

const fileMimetypes: readonly (readonly [string, string])[] = [
  [".pdf", "application/pdf"],
  [".csv", "text/csv"],
  [".txt", "text/plain"],
  [".png", "image/png"],
];

function fileMimetype(name: string): string {
  return fileMimetypes.find(([ending]) => name.endsWith(ending))?.[1] ?? "application/octet-stream";
}

const made = new Map<string, Uint8Array>();

function bytesOf(draft: AttachmentDraft): Uint8Array {
  const scene = `scene ${String(createRandom(draft.name).integer(1, 6))}`;
  const isPicture = draft.kind === "image" && !draft.name.endsWith(".png");
  const key = isPicture ? `image ${scene}` : `${draft.kind} ${draft.name} ${String(draft.seconds)}`;
  const bytes = made.get(key) ?? make(draft, scene);
  made.set(key, bytes);
  return bytes;
}

function make({ kind, name, seconds = 5 }: AttachmentDraft, scene: string): Uint8Array {
  switch (kind) {
    case "image":
      return (name.endsWith(".png") ? toPng : toJpeg)(paintTandem(scene, photoSize));
    case "sticker":
      return toPng(paintTandem(name, stickerSize));
    case "gif":
      return toGif(
        [0, 0.25, 0.5, 0.75].map((turn) => paintTandem(scene, animationSize, turn)),
        12,
      );
    case "video":
      return toMp4(paintTandem(scene, videoSize), seconds);
    case "voice":
      return name.endsWith(".ogg") ? toOgg(seconds) : toWav(name, seconds);
    case "audio":
      return toWav(name, seconds);
    case "contact":
      return toContactCard(name.replace(/\.vcf$/, ""), "+12025550147");
    case "post":
      return Buffer.from(name, "utf8");
    case "file":
      return makeFile(name);
  }
}

function makeFile(name: string): Uint8Array {
  if (name.endsWith(".pdf")) return toPdf(name.replace(/\.pdf$/, ""), pdfLines);
  if (name.endsWith(".csv")) return toCsv(tableRows);
  if (name.endsWith(".png")) return toPng(paintTandem(name, photoSize));
  return Buffer.from("Tandem & Co, Harbour 4\nOpen daily from nine to six.\n", "utf8");
}

const pdfLines = [
  "Tandem & Co, Harbour 4",
  "2 tandems, classic, 3 days . . . . . . 228.00",
  "1 child trailer, 3 days . . . . . . . . 36.00",
  "Deposit returned . . . . . . . . . . . -100.00",
  "",
  "Thank you for riding with us.",
];
const tableRows = [
  ["bike", "kind", "rides", "next service"],
  ["T-04", "tandem, blue", "212", "in 3 weeks"],
  ["T-11", "tandem, red", "187", "tomorrow"],
  ["C-02", "cargo", "96", "in 2 months"],
];
