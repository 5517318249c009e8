/**
 * Attachments as one body describes them. The vendor's addresses of files are left behind: `att://` is no web address, and files are
 * fetched by their ids. A card's address is where a person may go.
 */
import type { AttachmentFacts } from "@/domain/events";
import type { AttachmentKind, CardKind } from "@/domain/inbox";
import type { AttachmentPayload } from "./payload";

const cards = new Map<string, CardKind>([
  ["linkedin_post", "post"],
  ["video_meeting", "meeting"],
  ["media_share", "share"],
  ["contact_card", "contact"],
  ["profile", "profile"],
]);

const kinds = new Map<string, AttachmentKind>([
  ["img", "image"],
  ["image", "image"],
  ["video", "video"],
  ["audio", "audio"],
  ["voice_note", "audio"],
  ["file", "file"],
]);

const mediaKinds = new Map<string, AttachmentKind>([
  ["image", "image"],
  ["video", "video"],
  ["audio", "audio"],
]);

/** PostgreSQL's integer ends here; no picture is that wide. */
const largestInteger = 2_147_483_647;

export function toAttachments(told: readonly AttachmentPayload[]): AttachmentFacts[] {
  return told.map(toAttachment);
}

function toAttachment(told: AttachmentPayload, place: number): AttachmentFacts {
  const word = (told.attachment_type ?? told.type)?.toLowerCase() ?? null;
  const cardKind = cards.get(word ?? "") ?? null;
  return {
    externalId: told.attachment_id ?? told.id,
    place,
    kind: cardKind === null ? kindOf(word, told.mimetype) : "card",
    mimetype: told.mimetype,
    name: told.attachment_name ?? told.file_name,
    ...measuresOf(told),
    ...flagsOf(told, word),
    cardKind,
    linkUrl: cardKind === null ? null : addressOf(told),
  };
}

const addressOf = ({ attachment_url: address, url }: AttachmentPayload) => address ?? url;

type Measures = Pick<AttachmentFacts, "sizeBytes" | "width" | "height" | "durationSeconds">;

function measuresOf(told: AttachmentPayload): Measures {
  return {
    sizeBytes: whole(told.attachment_size ?? told.file_size, Number.MAX_SAFE_INTEGER),
    width: whole(told.size.width, largestInteger),
    height: whole(told.size.height, largestInteger),
    durationSeconds: told.duration !== null && told.duration <= largestInteger ? told.duration : null,
  };
}

type Flags = Pick<AttachmentFacts, "isSticker" | "isVoiceNote" | "isGif" | "isUnavailable">;

function flagsOf(told: AttachmentPayload, word: string | null): Flags {
  return {
    isSticker: told.sticker === true,
    isVoiceNote: told.voice_note === true || word === "voice_note",
    isGif: told.gif === true || told.mimetype?.toLowerCase() === "image/gif",
    isUnavailable: told.unavailable === true,
  };
}

/** A word we do not know makes a plain file; without one the media type tells. */
function kindOf(word: string | null, mimetype: string | null): AttachmentKind {
  if (word !== null) return kinds.get(word) ?? "file";
  return mediaKinds.get((mimetype ?? "").split("/")[0]?.toLowerCase() ?? "") ?? "file";
}

function whole(told: number | null, largest: number): number | null {
  return told !== null && told <= largest ? Math.round(told) : null;
}
