/** The pictures of a chat: which of a message's attachments stand in its album, and which of all messages one can page through. */
import type { Attachment, Message } from "./inbox";

export type GalleryItem = { attachment: Attachment; message: Message };

const isPicture = ({ kind, isSticker, isUnavailable }: Attachment) =>
  (kind === "image" || kind === "video") && !isSticker && !isUnavailable;

/** All that can be looked at large, oldest first. */
export function galleryOf(messages: readonly Message[]): GalleryItem[] {
  return messages.flatMap((message) =>
    message.attachments.filter(isPicture).map((attachment) => ({ attachment, message })),
  );
}

export type Parts = { album: readonly Attachment[]; others: readonly Attachment[] };

/** What moves by itself stands alone, and so does a single video, which plays where it is. */
export function partsOf(attachments: readonly Attachment[]): Parts {
  const still = attachments.filter((attachment) => isPicture(attachment) && !attachment.isGif);
  const album = still.length === 1 && still[0]?.kind === "video" ? [] : still;
  return { album, others: attachments.filter((attachment) => !album.includes(attachment)) };
}

const tilesInAlbum = 4;

/** The tiles of an album; `more` says how many pictures have none, to be written over the last. */
export function tilesOf(album: readonly Attachment[]): { tiles: readonly Attachment[]; more: number } {
  return { tiles: album.slice(0, tilesInAlbum), more: Math.max(0, album.length - tilesInAlbum) };
}
