/**
 * Attachments as one body describes them. The vendor's addresses are left behind: `att://` is no web address, and files are fetched
 * by their ids.
 */
import type { AttachmentFacts } from "@/domain/events";
import type { AttachmentKind } from "@/domain/inbox";
import type { AttachmentPayload } from "./payload";

const kinds = new Map<string, AttachmentKind>([
  ["img", "image"],
  ["image", "image"],
  ["video", "video"],
  ["audio", "audio"],
  ["voice_note", "audio"],
  ["file", "file"],
  ["linkedin_post", "card"],
  ["video_meeting", "card"],
  ["media_share", "card"],
  ["contact_card", "card"],
  ["profile", "card"],
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
  return {
    externalId: told.attachment_id ?? told.id,
    place,
    kind: kindOf(word, told.mimetype),
    mimetype: told.mimetype,
    name: told.attachment_name ?? told.file_name,
    sizeBytes: whole(told.attachment_size ?? told.file_size, Number.MAX_SAFE_INTEGER),
    width: whole(told.size.width, largestInteger),
    height: whole(told.size.height, largestInteger),
    durationSeconds: told.duration !== null && told.duration <= largestInteger ? told.duration : null,
    isSticker: told.sticker === true,
    isVoiceNote: told.voice_note === true || word === "voice_note",
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
