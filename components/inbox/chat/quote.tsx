import type { Message } from "@/domain/inbox";

type Props = { quoted: NonNullable<Message["quoted"]>; onJump: (messageId: string) => void };

const shape = "border-accent text-preview mb-1.5 block w-full border-s-2 ps-2 text-start";

/** The message answered to; a click goes there, wherever it is. */
export function Quote({ quoted, onJump }: Props) {
  const { messageId, senderName, text } = quoted;
  const words = (
    <>
      {senderName === null || senderName === "" ? null : (
        <bdi className="text-fg block truncate font-medium">{senderName}</bdi>
      )}
      <span dir="auto" className="text-muted line-clamp-2 [overflow-wrap:anywhere]">
        {text === null || text === "" ? "A message without text" : text}
      </span>
    </>
  );
  if (messageId === null) return <blockquote className={shape}>{words}</blockquote>;
  return (
    <button
      type="button"
      title="Go to this message"
      className={`${shape} hover:opacity-80`}
      onClick={() => onJump(messageId)}
    >
      {words}
    </button>
  );
}
