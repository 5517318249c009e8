/**
 * How kept bytes are answered: type by what they are, shown in the page or saved, whole or in part, and nothing when the other side has
 * them already. They are read while they are sent, so that no file is ever held in memory.
 */
import type { AttachmentKind } from "@/domain/inbox";
import { isKnown } from "../http";
import type { Blob } from "./blob";
import { isRangeMeant, readRange, type ByteRange } from "./byte-range";
import { contentDisposition, safeFileName } from "./file-name";
import { mediaTypeOf } from "./media-type";

export type Shown = {
  kind: AttachmentKind;
  /** what somebody called it; `fallback` where nobody did */
  name: string | null;
  fallback: string;
  isDownload: boolean;
  cacheControl: string;
};

/** scripts/serve.mjs turns it into Content-Length, which Next drops from what a route says. */
const lengthHeader = "X-Postroom-Length";

export function answerBlob(request: Request, blob: Blob, shown: Shown): Response {
  const headers = new Headers({ ETag: blob.etag, "Cache-Control": shown.cacheControl });
  if (isKnown(blob.etag, request.headers.get("if-none-match"))) return new Response(null, { status: 304, headers });
  const range = rangeOf(request, blob);
  headers.set("Accept-Ranges", "bytes");
  if (range === "unsatisfiable") {
    headers.set("Content-Range", `bytes */${String(blob.sizeBytes)}`);
    return new Response(null, { status: 416, headers });
  }
  describe(headers, blob, shown);
  const { start, end } = range ?? { start: 0, end: blob.sizeBytes - 1 };
  if (range) headers.set("Content-Range", `bytes ${String(start)}-${String(end)}/${String(blob.sizeBytes)}`);
  for (const name of ["Content-Length", lengthHeader]) headers.set(name, String(end + 1 - start));
  const body = request.method === "HEAD" ? null : toStream(blob.read({ start, end }));
  return new Response(body, { status: range ? 206 : 200, headers });
}

/** A part is a matter of GET alone. */
function rangeOf({ method, headers }: Request, { etag, sizeBytes }: Blob): ByteRange | "unsatisfiable" | null {
  if (method !== "GET" || !isRangeMeant(headers.get("if-range"), etag)) return null;
  return readRange(headers.get("range"), sizeBytes);
}

/** Whatever it is, it runs nothing: not as a page of ours, not as one of its own, not inside a page of somebody else. */
function describe(headers: Headers, { firstBytes }: Blob, { kind, name, fallback, isDownload }: Shown): void {
  const media = mediaTypeOf(firstBytes, kind);
  const way = media === null || isDownload ? "attachment" : "inline";
  const fileName = safeFileName(name, fallback, media?.extension ?? null);
  headers.set("Content-Type", media?.type ?? "application/octet-stream");
  headers.set("Content-Disposition", contentDisposition(way, fileName));
  headers.set("X-Content-Type-Options", "nosniff");
  headers.set("Content-Security-Policy", "default-src 'none'; sandbox");
  headers.set("Cross-Origin-Resource-Policy", "same-origin");
}

/** One chunk at a time, and only when it is wanted: a reader that is slow, or gone, is not read for. */
function toStream(chunks: AsyncGenerator<Uint8Array>): ReadableStream<Uint8Array> {
  return new ReadableStream<Uint8Array>(
    {
      pull: async (controller) => {
        const next = await chunks.next();
        if (next.done) controller.close();
        else controller.enqueue(next.value);
      },
      cancel: async () => {
        await chunks.return(undefined);
      },
    },
    { highWaterMark: 0 },
  );
}
