import { Album } from "@/components/inbox/chat/attachments/album";
import { CardRow } from "@/components/inbox/chat/attachments/card-row";
import { FileRow } from "@/components/inbox/chat/attachments/file-row";
import { GifBox } from "@/components/inbox/chat/attachments/gif-box";
import { SinglePicture } from "@/components/inbox/chat/attachments/single-picture";
import { SoundPlayer } from "@/components/inbox/chat/attachments/sound-player";
import { Sticker } from "@/components/inbox/chat/attachments/sticker";
import { UnavailableBox } from "@/components/inbox/chat/attachments/unavailable-box";
import { VideoBox } from "@/components/inbox/chat/attachments/video-box";
import { partsOf } from "@/domain/gallery";
import type { Attachment, Message } from "@/domain/inbox";
import type { Provider } from "@/domain/providers";

const looks = { image: SinglePicture, video: VideoBox, audio: SoundPlayer, file: FileRow, card: CardRow } as const;

function lookOf({ kind, isUnavailable, isSticker, isGif }: Attachment) {
  if (isUnavailable) return UnavailableBox;
  if (isSticker) return Sticker;
  return isGif ? GifBox : looks[kind];
}

/** Pictures reach closer to the edge of the bubble than words do. */
const flush = "-mx-1.5 rounded-card first:-mt-1";

const isFlush = ({ kind, isSticker, isUnavailable }: Attachment) =>
  (kind === "image" || kind === "video") && !isSticker && !isUnavailable;

/** Below a voice note without words the message's time stands on its last line. */
const withinLastLine = "has-[>:last-child>[data-voice]]:-mb-6";

/** All that hangs on a message. Each part keeps the focus when what is in it changes. */
export function Attachments({ message, provider }: { message: Message; provider: Provider }) {
  if (message.attachments.length === 0) return null;
  const { album, others } = partsOf(message.attachments);
  const [first] = album;
  return (
    <div className={`my-1 flex flex-col gap-1 ${(message.text ?? "") === "" ? withinLastLine : ""}`}>
      {first === undefined ? null : (
        <div data-attachment={first.id} tabIndex={-1} className={flush}>
          <Album album={album} provider={provider} />
        </div>
      )}
      {others.map((attachment) => {
        const Look = lookOf(attachment);
        return (
          <div
            key={attachment.id}
            data-attachment={attachment.id}
            tabIndex={-1}
            className={isFlush(attachment) ? flush : "rounded-card"}
          >
            <Look attachment={attachment} provider={provider} />
          </div>
        );
      })}
    </div>
  );
}
