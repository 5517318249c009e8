import { Check, CheckCheck, Clock3, TriangleAlert } from "lucide-react";
import type { MessageState } from "@/domain/inbox";
import { stateWords } from "@/domain/row-words";

const looks = {
  pending: { Icon: Clock3, colour: "" },
  sent: { Icon: Check, colour: "" },
  delivered: { Icon: CheckCheck, colour: "" },
  read: { Icon: CheckCheck, colour: "text-accent" },
  failed: { Icon: TriangleAlert, colour: "" },
  unknown: { Icon: Check, colour: "" },
} as const;

type Props = {
  state: MessageState;
  /** what is known beyond the state: "Read by Ana" */
  words: string | null;
  hasWord: boolean;
};

/** How far a message of ours got, as a tick and in a word. */
export function DeliveryTick({ state, words, hasWord }: Props) {
  const { Icon, colour } = looks[state];
  const said = words ?? stateWords[state];
  return (
    <span title={said} className={`inline-flex items-center gap-1 ${colour}`}>
      <Icon size={14} aria-hidden />
      <span className={hasWord ? "" : "sr-only"}>{said}</span>
    </span>
  );
}
