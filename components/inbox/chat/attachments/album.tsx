"use client";

import { useCallback, useState } from "react";
import { AlbumTile } from "@/components/inbox/chat/attachments/album-tile";
import { failureWords } from "@/components/inbox/chat/attachments/failure-words";
import { SinglePicture } from "@/components/inbox/chat/attachments/single-picture";
import type { Source } from "@/components/inbox/chat/attachments/use-source";
import { OpenLink } from "@/components/inbox/chat/open-link";
import { tilesOf } from "@/domain/gallery";
import type { Attachment } from "@/domain/inbox";
import type { Provider } from "@/domain/providers";

/** By the number of tiles; the room is taken before any picture comes. */
const grids: Partial<Record<number, string>> = {
  2: "aspect-[2/1] grid-cols-2",
  3: "aspect-[3/2] grid-cols-3 grid-rows-2",
  4: "aspect-square grid-cols-2 grid-rows-2",
};

function Reasons({ reasons, provider }: { reasons: readonly string[]; provider: Provider }) {
  if (reasons.length === 0) return null;
  return (
    <p
      role="status"
      className="text-preview text-muted flex w-80 max-w-full flex-wrap items-center gap-x-2 px-1.5 pt-1"
    >
      <span className="min-w-0 [overflow-wrap:anywhere]">{reasons.join(" ")}</span>
      {provider.appUrl === null ? null : <OpenLink href={provider.appUrl}>Open in {provider.label}</OpenLink>}
    </p>
  );
}

/** The pictures and videos of one message: one as it is, several as a grid. */
export function Album({ album, provider }: { album: readonly Attachment[]; provider: Provider }) {
  const [sources, setSources] = useState<ReadonlyMap<string, Source>>(new Map());
  const onSource = useCallback((attachmentId: string, source: Source) => {
    setSources((known) => new Map(known).set(attachmentId, source));
  }, []);
  const [only, ...others] = album;
  if (only === undefined) return null;
  if (others.length === 0) return <SinglePicture attachment={only} provider={provider} />;
  const { tiles, more } = tilesOf(album);
  const reasons = tiles.flatMap((attachment) => {
    const source = sources.get(attachment.id);
    return source?.state === "failed" ? [failureWords(attachment, source)] : [];
  });
  return (
    <>
      <div
        role="group"
        aria-label={`Album of ${String(album.length)}`}
        className={`rounded-card grid w-80 max-w-full gap-0.5 overflow-hidden ${grids[tiles.length] ?? ""}`}
      >
        {tiles.map((attachment, place) => (
          <AlbumTile
            key={attachment.id}
            attachment={attachment}
            placeWords={`${String(place + 1)} of ${String(album.length)}`}
            more={place === tiles.length - 1 ? more : 0}
            className={tiles.length === 3 && place === 0 ? "col-span-2 row-span-2" : ""}
            onSource={onSource}
          />
        ))}
      </div>
      <Reasons reasons={Array.from(new Set(reasons))} provider={provider} />
    </>
  );
}
