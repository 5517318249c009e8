/** What an attachment is called on screen, and how much room its picture takes. */
import { attachmentWords } from "./chat-list";
import type { Attachment } from "./inbox";
import { durationWords, sizeWords } from "./measures";

/** "Photo", "Voice message" … */
export function attachmentNoun(attachment: Attachment): string {
  return attachmentWords([attachment]);
}

/** "tandem.jpg": its own name, else what it is. */
export function attachmentTitle(attachment: Attachment): string {
  const name = attachment.name?.trim() ?? "";
  return name === "" ? attachmentNoun(attachment) : name;
}

/** "Photo · 0:07 · 48 kB": what is known besides the title. */
export function attachmentDetails(attachment: Attachment): string {
  const { name, durationSeconds, sizeBytes } = attachment;
  const parts = [
    (name?.trim() ?? "") === "" ? "" : attachmentNoun(attachment),
    durationSeconds === null ? "" : durationWords(durationSeconds),
    sizeBytes === null ? "" : sizeWords(sizeBytes),
  ];
  return parts.filter((part) => part !== "").join(" · ");
}

export type Box = { width: number; height: number };

const limits = { picture: { width: 320, height: 320 }, sticker: { width: 128, height: 128 } } as const;
const narrowestPx = 120;
const lowestPx = 80;

/** The room a picture will need, in its own proportions within bounds; a plain one when nobody told its size. */
export function pictureBox({ width, height, isSticker, kind }: Attachment): Box {
  const limit = isSticker ? limits.sticker : limits.picture;
  if (width === null || height === null || width <= 0 || height <= 0) {
    return isSticker ? limit : { width: limit.width, height: kind === "video" ? 180 : 240 };
  }
  const scale = Math.min(1, limit.width / width, limit.height / height);
  return {
    width: Math.max(narrowestPx, Math.round(width * scale)),
    height: Math.max(lowestPx, Math.round(height * scale)),
  };
}
