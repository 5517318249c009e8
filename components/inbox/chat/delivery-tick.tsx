import { Check, CheckCheck, CircleAlert, CircleHelp, Clock3 } from "lucide-react";
import type { MessageState } from "@/domain/inbox";

const looks = {
  pending: { Icon: Clock3, words: "Sending", colour: "" },
  sent: { Icon: Check, words: "Sent", colour: "" },
  delivered: { Icon: CheckCheck, words: "Delivered", colour: "" },
  read: { Icon: CheckCheck, words: "Read", colour: "text-accent" },
  failed: { Icon: CircleAlert, words: "Not sent", colour: "" },
  unknown: { Icon: CircleHelp, words: "Maybe sent", colour: "" },
} as const;

/** How far a message of ours got, as a tick and in a word. */
export function DeliveryTick({ state, hasWord }: { state: MessageState; hasWord: boolean }) {
  const { Icon, words, colour } = looks[state];
  return (
    <span title={words} className={`inline-flex items-center gap-1 ${colour}`}>
      <Icon size={14} aria-hidden />
      <span className={hasWord ? "" : "sr-only"}>{words}</span>
    </span>
  );
}
