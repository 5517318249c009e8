/** What an attachment is called on screen, and how much room its picture takes. */
import { attachmentWords } from "./chat-list";
import { shownFileName } from "./file-names";
import type { Attachment } from "./inbox";
import { durationWords, sizeWords } from "./file-measures";
import { safeHref } from "./message-text";

/** "Photo", "Voice message" … */
export function attachmentNoun(attachment: Attachment): string {
  return attachmentWords([attachment]);
}

/** "tandem.jpg": its own name, else what it is. */
export function attachmentTitle(attachment: Attachment): string {
  const name = shownFileName(attachment.name ?? "");
  return name === "" ? attachmentNoun(attachment) : name;
}

/** "Photo, tandem.jpg, 48 kB": all of it in words, for those who do not see it. */
export function attachmentLabel(attachment: Attachment): string {
  const noun = attachmentNoun(attachment);
  const title = attachmentTitle(attachment);
  return [noun, title === noun ? "" : title, ...measuresOf(attachment)].filter((part) => part !== "").join(", ");
}

function measuresOf({ durationSeconds, sizeBytes }: Attachment): string[] {
  return [
    durationSeconds === null ? "" : durationWords(durationSeconds),
    sizeBytes === null ? "" : sizeWords(sizeBytes),
  ];
}

/** Where a card leads on the web; null when nowhere that we follow. */
export function cardHref({ linkUrl }: Attachment): string | null {
  const href = linkUrl === null ? null : safeHref(linkUrl);
  return href !== null && /^https?:/.test(href) ? href : null;
}

/** "Photo · 0:07 · 48 kB": what is known besides the title. */
export function attachmentDetails(attachment: Attachment): string {
  const noun = attachmentNoun(attachment);
  const parts = [attachmentTitle(attachment) === noun ? "" : noun, ...measuresOf(attachment)];
  return parts.filter((part) => part !== "").join(" · ");
}

/** Stickers stand on the page itself, without a bubble. */
export function areStickers(attachments: readonly Attachment[]): boolean {
  return attachments.every(({ isSticker, isUnavailable }) => isSticker && !isUnavailable);
}

export type Box = { width: number; height: number };

const limits = { picture: { width: 320, height: 320 }, sticker: { width: 128, height: 128 } } as const;
const narrowestPx = 120;
const lowestPx = 80;

export const isSizeKnown = ({ width, height }: Attachment): boolean => (width ?? 0) > 0 && (height ?? 0) > 0;

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
