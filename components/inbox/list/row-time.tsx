import { WaitingTime } from "@/components/inbox/list/waiting-time";
import { TimeText } from "@/components/ui/time-text";
import type { Chat } from "@/domain/inbox";
import type { View } from "@/domain/inbox-address";

/** The time by which the list is ordered: of the queue how long it has been waiting, else when something was last said. */
export function RowTime({ chat, view }: { chat: Chat; view: View }) {
  if (view === "waiting" && chat.waitingSince !== null) return <WaitingTime since={chat.waitingSince} look="first" />;
  const colour = chat.unreadCount > 0 ? "text-accent font-medium" : "text-subtle";
  return <TimeText at={chat.lastActivityAt} as="list" className={`text-meta flex-none ${colour}`} />;
}
