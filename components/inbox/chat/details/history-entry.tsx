import {
  Archive,
  CheckCheck,
  CircleHelp,
  Eye,
  MessageSquare,
  Pencil,
  RefreshCw,
  Send,
  SmilePlus,
  Smartphone,
  Trash2,
  Undo2,
} from "lucide-react";
import { RawDeliveries } from "@/components/inbox/chat/details/raw-deliveries";
import { FoldedText } from "@/components/inbox/chat/folded-text";
import { TimeText } from "@/components/ui/time-text";
import { historyWords } from "@/domain/history-words";
import type { HistoryLine, RawDelivery } from "@/domain/inbox";

const icons = {
  written: MessageSquare,
  kept: Archive,
  delivered: CheckCheck,
  read: Eye,
  "read-elsewhere": Smartphone,
  "chat-read": Eye,
  edited: Pencil,
  reacted: SmilePlus,
  "took-back": Undo2,
  deleted: Trash2,
  asked: RefreshCw,
  unclear: CircleHelp,
} as const;

function Sign({ line: { kind, person } }: { line: HistoryLine }) {
  const Icon = kind === "written" && person?.isSelf ? Send : icons[kind];
  return <Icon size={16} aria-hidden className="text-muted mt-0.5" />;
}

function Change({ change }: { change: NonNullable<HistoryLine["change"]> }) {
  const texts = [
    { words: "Before", text: change.from, look: "text-muted" },
    { words: "After", text: change.to, look: "text-fg" },
  ];
  return (
    <dl className="border-border rounded-control divide-border flex flex-col divide-y border">
      {texts.map(({ words, text, look }) => (
        <div key={words} className="px-2 py-1.5">
          <dt className="text-meta text-muted">{words}</dt>
          <dd dir="auto" className={`text-preview [overflow-wrap:anywhere] whitespace-pre-wrap ${look}`}>
            {text === null || text === "" ? "Not known" : <FoldedText text={text} />}
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** One thing that happened, when, and for admins what told it. */
export function HistoryEntry({ line, deliveries }: { line: HistoryLine; deliveries: readonly RawDelivery[] }) {
  return (
    <li className="flex gap-3">
      <Sign line={line} />
      <div className="flex min-w-0 flex-1 flex-col gap-1">
        <div className="flex items-baseline justify-between gap-3">
          <span className="text-body min-w-0 [overflow-wrap:anywhere]">{historyWords(line)}</span>
          {line.at === null ? (
            <span className="text-meta text-muted flex-none">time not told</span>
          ) : (
            <TimeText at={line.at} as="moment" className="text-meta text-muted flex-none" />
          )}
        </div>
        {line.change === null ? null : <Change change={line.change} />}
        <RawDeliveries deliveries={deliveries} />
      </div>
    </li>
  );
}
