/**
 * An attachment for whoever may see its chat: out of the store, or first from the vendor into it. The vendor is asked by its own ids as
 * our tables have them, never by anything that a request or an event says.
 */
import { z } from "zod";
import type { AttachmentKind } from "@/domain/inbox";
import { providerOf } from "@/domain/providers";
import { db } from "../db";
import { notFound, readQuery } from "../http";
import { answerBlob } from "./answer-blob";
import { attachmentKey } from "./blob-keys";
import type { Blob } from "./blob";
import { blobStore } from "./blob-store";
import { Failure, neverHadAnId, refusing } from "./failure";
import { fetchBlob } from "./fetch-blob";
import { isWebPageOrJson, mediaTypeOf } from "./media-type";
import { download } from "./shared-downloads";

const mostBytes = 25 * 1024 * 1024;

/** what is gone stays gone for a while; all else may be well again soon */
const goneMs = 10 * 60_000;
const failedMs = 5_000;

/** `download`: to be saved, not shown. `again`: a person asks once more, and a failure remembered does not count. */
const query = z.strictObject({ download: z.literal("1").optional(), again: z.string().max(20).optional() });

/** @throws Refusal 404 for what is not there or not for this user, and what Failure has words for */
export async function openAttachment(id: string, request: Request): Promise<Response> {
  const row = await findAttachment(id);
  const asked = readQuery(request, query);
  const speaking = { provider: row.provider, noun: "attachment", mostBytes } as const;
  const { signal } = request;
  const blob = await refusing(speaking, () => obtain(row, { signal, isAgain: asked.again !== undefined }));
  const { kind, name } = row;
  const shown = { kind, name, fallback: fallbackOf(row), isDownload: asked.download === "1" };
  return answerBlob(request, blob, { ...shown, cacheControl: "private, no-cache" });
}

type AttachmentRow = Awaited<ReturnType<typeof findAttachment>>;

const kinds = z.enum(["image", "video", "audio", "file", "card"]);

/** Found through its message and a chat that is listed. @throws Refusal 404 */
async function findAttachment(id: string) {
  if (!z.guid().safeParse(id).success) throw notFound();
  const found = await db().attachment.findFirst({
    where: { id, message: { isVisible: true, chat: { lastActivityAt: { not: null } } } },
    select: {
      ...{ externalId: true, kind: true, name: true, mimetype: true, isVoiceNote: true, isUnavailable: true },
      message: { select: { externalId: true, chat: { select: { provider: true } } } },
    },
  });
  if (!found) throw notFound();
  const { message, kind, ...rest } = found;
  const provider = providerOf(message.chat.provider).label;
  return { id, ...rest, kind: kinds.parse(kind), messageExternalId: message.externalId, provider };
}

/** What was fetched once is shown, even when the provider has lost it since. */
async function obtain(row: AttachmentRow, asking: { signal: AbortSignal; isAgain: boolean }): Promise<Blob> {
  const key = attachmentKey(row.id);
  const kept = await blobStore().open(key, asking.signal);
  if (kept) return kept;
  if (row.externalId.startsWith("#")) throw neverHadAnId(row.provider);
  if (row.isUnavailable) throw new Failure("attachment-gone");
  const path = ["messages", row.messageExternalId, "attachments", row.externalId];
  await download(key, {
    ...asking,
    work: (signal) => fetchBlob({ key, path, mostBytes, isFit: fitnessFor(row) }, signal),
    rememberMs: (error) => (error instanceof Failure && error.word === "attachment-gone" ? goneMs : failedMs),
  });
  const fetched = await blobStore().open(key, asking.signal);
  if (!fetched) throw new Failure("vendor-failed"); // removed in this very moment, with the chat it belongs to
  return fetched;
}

const textual = /^(text\/|application\/(octet-stream|xml|json|xhtml)|[^;]+\+(xml|json))/i;

/** A page or an error of the vendor's is no picture, sound, film or document; only where text was promised may it be the file itself. */
function fitnessFor({ kind, mimetype }: AttachmentRow): (firstBytes: Uint8Array, contentType: string) => boolean {
  const isMedia = kind === "image" || kind === "video" || kind === "audio";
  const mayBeText = !isMedia && (mimetype === null || textual.test(mimetype));
  return (first, contentType) => mayBeText || mediaTypeOf(first, kind) !== null || !isWebPageOrJson(first, contentType);
}

const nouns: Record<AttachmentKind, string> = {
  image: "photo",
  video: "video",
  audio: "audio",
  file: "file",
  card: "card",
};

function fallbackOf({ kind, isVoiceNote }: AttachmentRow): string {
  return isVoiceNote ? "voice-message" : nouns[kind];
}
