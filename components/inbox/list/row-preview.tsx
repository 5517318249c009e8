import { DeliveryTick } from "@/components/inbox/chat/delivery-tick";
import { lineDirection } from "@/domain/harmless-text";
import type { Chat } from "@/domain/inbox";
import { shownState } from "@/domain/own-line";

/** The last thing that was said, with how far it got when we said it. Cut where its own language ends, and still aligned with its row. */
export function RowPreview({ chat }: { chat: Chat }) {
  const { lastMessage, unreadCount } = chat;
  const state = lastMessage === null ? null : shownState(lastMessage);
  return (
    <span className={`flex min-w-0 flex-1 items-center gap-1 ${unreadCount > 0 ? "text-fg" : "text-muted"}`}>
      {state === null ? null : <DeliveryTick state={state} words={null} hasWord={false} />}
      <span dir={lineDirection(lastMessage?.preview ?? "")} className="text-as-parent min-w-0 flex-1 truncate">
        {lastMessage?.preview}
      </span>
    </span>
  );
}
