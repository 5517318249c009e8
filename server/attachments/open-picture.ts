/**
 * The picture of a person or a group, as the provider has it. It is kept like an attachment but may change: after a day it is asked for
 * again while the old one is shown. That there is none is remembered, too, because most of a long list has none.
 */
import { z } from "zod";
import { providerOf } from "@/domain/providers";
import { db } from "../db";
import { notFound, Refusal } from "../http";
import { answerBlob } from "./answer-blob";
import { pictureKey } from "./blob-keys";
import type { Blob } from "./blob";
import { blobStore } from "./blob-store";
import { Failure, refusing } from "./failure";
import { fetchBlob } from "./fetch-blob";
import { isPicture, mediaTypeOf } from "./media-type";
import { download } from "./shared-downloads";

const mostBytes = 5 * 1024 * 1024;
const freshMs = 24 * 60 * 60_000;
const noneSeconds = 60 * 60;
const failedSeconds = 60;

/** The vendor's words for "there is no such picture". */
const none = new Set([400, 404, 410, 415, 422, 501]);

type Owner = { id: string; externalId: string; provider: string };

/** @throws Refusal 404 for who is not there, and for who has no picture */
export async function openAttendeePicture(id: string, request: Request): Promise<Response> {
  if (!z.guid().safeParse(id).success) throw notFound();
  const found = await db().attendee.findFirst({
    where: { id, account: { chats: { some: { lastActivityAt: { not: null } } } } },
    select: { externalId: true, account: { select: { provider: true } } },
  });
  if (!found) throw notFound();
  return openPicture({ id, externalId: found.externalId, provider: found.account.provider }, request);
}

/** The group's own; a chat of two has none but the other person's. @throws Refusal 404 */
export async function openChatPicture(id: string, request: Request): Promise<Response> {
  if (!z.guid().safeParse(id).success) throw notFound();
  const found = await db().chat.findFirst({
    where: { id, isGroup: true, lastActivityAt: { not: null } },
    select: { externalId: true, provider: true },
  });
  if (!found) throw notFound();
  return openPicture({ id, ...found }, request);
}

async function openPicture(owner: Owner, request: Request): Promise<Response> {
  const speaking = { provider: providerOf(owner.provider).label, noun: "picture", mostBytes } as const;
  const blob = await refusing(speaking, () => obtain(owner, request.signal));
  const shown = { kind: "image", name: null, fallback: "picture", isDownload: false } as const;
  return answerBlob(request, blob, { ...shown, cacheControl: `private, max-age=${String(60 * 60)}` });
}

async function obtain(owner: Owner, signal: AbortSignal): Promise<Blob> {
  const key = pictureKey(owner.id);
  const kept = await blobStore().open(key, signal);
  if (kept) {
    if (!isFresh(kept)) refresh(owner);
    return kept;
  }
  await fetchPicture(owner, signal);
  const fetched = await blobStore().open(key, signal);
  if (!fetched) throw noPicture();
  return fetched;
}

const isFresh = ({ storedAt }: Blob) => Date.now() - storedAt.getTime() <= freshMs;

/** Nobody waits for it; what goes wrong is logged where it does, and tried again later. */
function refresh(owner: Owner): void {
  fetchPicture(owner, new AbortController().signal).catch((error: unknown) => {
    if (!(error instanceof Error)) throw error;
  });
}

async function fetchPicture({ id, externalId }: Owner, signal: AbortSignal): Promise<void> {
  const key = pictureKey(id);
  const path = ["chat_attendees", externalId, "picture"];
  const rememberMs = (error: unknown) => (error instanceof Refusal ? noneSeconds : failedSeconds) * 1000;
  const work = async (ending: AbortSignal) => {
    const kept = await blobStore().open(key, ending);
    if (kept && isFresh(kept)) return; // it came between the look of whoever asked and this one
    try {
      await fetchBlob({ key, path, mostBytes, isFit: isShowable }, ending);
    } catch (error) {
      if (!(error instanceof Failure) || !none.has(error.told?.status ?? 0)) throw error;
      await blobStore().remove(key); // they took it away
      throw noPicture();
    }
  };
  await download(key, { work, signal, rememberMs });
}

function isShowable(firstBytes: Uint8Array): boolean {
  const media = mediaTypeOf(firstBytes, "image");
  return media !== null && isPicture(media);
}

function noPicture(): Refusal {
  const title = "There is no picture.";
  return new Refusal({ status: 404, type: "no-picture", title, maxAgeSeconds: noneSeconds });
}
