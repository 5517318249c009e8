"use client";

import { ChevronLeft, ChevronRight } from "lucide-react";
import { useCallback, useEffect, useRef, useState, type KeyboardEvent } from "react";
import { LightboxBar } from "@/components/inbox/chat/attachments/lightbox-bar";
import { LightboxPicture } from "@/components/inbox/chat/attachments/lightbox-picture";
import { useStage, type Stage } from "@/components/inbox/chat/attachments/use-stage";
import { IconButton } from "@/components/ui/icon-button";
import { toKeyPress } from "@/components/ui/key-press";
import { usePreferences } from "@/components/ui/preferred";
import { attachmentLabel } from "@/domain/attachment-words";
import type { GalleryItem } from "@/domain/gallery";
import { isZoomed, zoomStep, type Place } from "@/domain/picture-zoom";
import type { Provider } from "@/domain/providers";
import { commandFor, type Command } from "@/domain/shortcuts";

const panStepPx = 80;
/** While a picture is larger than its stage the arrows move it. */
const directions: Partial<Record<string, Place>> = {
  ArrowLeft: { x: panStepPx, y: 0 },
  ArrowRight: { x: -panStepPx, y: 0 },
  ArrowUp: { x: 0, y: panStepPx },
  ArrowDown: { x: 0, y: -panStepPx },
};

/** The shown one is known by its id: messages come and go while one looks. */
function useShown(items: readonly GalleryItem[], startId: string) {
  const [shownId, setShownId] = useState(startId);
  const found = items.findIndex(({ attachment }) => attachment.id === shownId);
  const place = Math.max(0, found);
  const at = (step: number) => items[place + step] ?? null;
  const turn = (step: number) => {
    const next = at(step);
    if (next !== null) setShownId(next.attachment.id);
  };
  return { shownId, place, at, turn };
}

const beside = "bg-raised text-fg absolute top-1/2 min-h-11 min-w-11 -translate-y-1/2 rounded-full disabled:invisible";

const pictureUrl = (item: GalleryItem | null) => (item?.attachment.kind === "image" ? item.attachment.url : "");

/** The neighbours are there when one turns to them. */
function usePreloaded(...urls: readonly [string, string]): void {
  const [next, previous] = urls;
  useEffect(() => {
    for (const url of [next, previous]) if (url !== "") new Image().src = url;
  }, [next, previous]);
}

function usePress(stage: Stage, turn: (step: number) => void) {
  const { hasLetterKeys } = usePreferences().preferences;
  const runs: Partial<Record<Command, () => void>> = {
    "next-picture": () => turn(1),
    "previous-picture": () => turn(-1),
    "zoom-in": () => stage.zoomBy(zoomStep),
    "zoom-out": () => stage.zoomBy(1 / zoomStep),
    "zoom-whole": () => stage.zoomBy(0),
  };
  return (event: KeyboardEvent) => {
    if (event.target instanceof HTMLMediaElement) return;
    const press = toKeyPress(event.nativeEvent);
    const pan = isZoomed(stage.view) && !press.hasModifier ? directions[press.key] : undefined;
    const command = commandFor(press, { place: "picture", hasLetterKeys });
    const run = pan ? () => stage.panBy(pan) : command === null ? undefined : runs[command];
    if (!run) return;
    event.preventDefault();
    run();
  };
}

type TurnsProps = { hasPrevious: boolean; hasNext: boolean; turn: (by: 1 | -1) => void };

function Turns({ hasPrevious, hasNext, turn }: TurnsProps) {
  return (
    <>
      <IconButton
        name="Previous"
        command="previous-picture"
        disabled={!hasPrevious}
        onClick={() => turn(-1)}
        className={`${beside} start-3`}
      >
        <ChevronLeft size={20} aria-hidden className="rtl:-scale-x-100" />
      </IconButton>
      <IconButton
        name="Next"
        command="next-picture"
        disabled={!hasNext}
        onClick={() => turn(1)}
        className={`${beside} end-3`}
      >
        <ChevronRight size={20} aria-hidden className="rtl:-scale-x-100" />
      </IconButton>
    </>
  );
}

type Props = { items: readonly GalleryItem[]; startId: string; provider: Provider; onClosed: () => void };

/** A picture over everything, and from it to all others of the chat. When it closes the focus goes back to where it was. */
export function Lightbox({ items, startId, provider, onClosed }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const { shownId, place, at, turn } = useShown(items, startId);
  const close = () => dialog.current?.close();
  const stage = useStage(shownId, (stroke) => {
    if (stroke === "close") close();
    else turn(stroke === "next" ? 1 : -1);
  });
  const press = usePress(stage, turn);
  usePreloaded(pictureUrl(at(1)), pictureUrl(at(-1)));
  const open = useCallback((element: HTMLDialogElement | null) => {
    dialog.current = element;
    if (element?.open !== false) return;
    element.showModal();
    element.focus(); // not its first button: nobody asked to zoom
  }, []);
  const item = at(0);
  if (item === null) return null;
  const { attachment, message } = item;
  return (
    <dialog
      ref={open}
      tabIndex={-1}
      aria-label="Pictures of this chat"
      onClose={onClosed}
      onKeyDown={press}
      className="lightbox dark outline-none"
    >
      <LightboxBar
        item={item}
        placeWords={`${String(place + 1)} / ${String(items.length)}`}
        onZoom={attachment.kind === "image" ? stage.zoomBy : null}
        onClose={close}
      />
      <p role="status" className="sr-only">
        {`${attachmentLabel(attachment)}, ${String(place + 1)} of ${String(items.length)}`}
      </p>
      <div className="relative min-h-0">
        <LightboxPicture key={attachment.id} attachment={attachment} provider={provider} stage={stage} />
        <Turns hasPrevious={at(-1) !== null} hasNext={at(1) !== null} turn={turn} />
      </div>
      <p
        dir="auto"
        className="text-message scroll-thin max-h-24 overflow-y-auto px-4 py-3 text-center whitespace-pre-wrap empty:hidden"
      >
        {message.text}
      </p>
    </dialog>
  );
}
