"use client";

import { X } from "lucide-react";
import type { MouseEvent } from "react";
import { HistoryEntry } from "@/components/inbox/chat/details/history-entry";
import { ReadersEntry } from "@/components/inbox/chat/details/readers-entry";
import { useHistory, type History } from "@/components/inbox/chat/details/use-history";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { ProblemError } from "@/components/ui/problem-error";
import { IconButton } from "@/components/ui/icon-button";
import { askedWords, shownEntries } from "@/domain/history-words";
import type { HistoryLine, Message } from "@/domain/inbox";
import { peopleWords } from "@/domain/people-words";

type Props = {
  message: Message;
  isGroup: boolean;
  /** the vendor told something: what is on screen may have changed */
  onTold: () => void;
  onClose: () => void;
};

function Failed({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  return (
    <div role="alert" className="flex flex-col items-start gap-2">
      <p className="text-body">What happened to this message could not be loaded.</p>
      <p className="text-preview text-muted">{error instanceof ProblemError ? error.title : "Something went wrong."}</p>
      <Button onClick={onRetry}>Try again</Button>
    </div>
  );
}

function Lines({ history, error, retry }: History) {
  if (history === undefined) return error === undefined ? <Waiting /> : <Failed error={error} onRetry={retry} />;
  const deliveriesOf = ({ deliveryIds }: HistoryLine) =>
    history.deliveries.filter(({ id }) => deliveryIds.includes(id));
  return (
    <ol aria-label="What happened" className="flex flex-col gap-4">
      {shownEntries(history.lines).map(({ key, lines }) => {
        const [line, ...more] = lines;
        if (line === undefined) return null;
        if (more.length > 0) return <ReadersEntry key={key} lines={lines} deliveriesOf={deliveriesOf} />;
        return <HistoryEntry key={key} line={line} deliveries={deliveriesOf(line)} />;
      })}
    </ol>
  );
}

function Waiting() {
  return (
    <p role="status" className="late text-preview text-muted">
      Loading
    </p>
  );
}

/** In a group: who is known to have read it. */
function Readers({ message }: { message: Message }) {
  const names = message.readBy.map(({ name }) => name);
  return (
    <p className="text-preview text-muted">
      {names.length === 0 ? "Nobody is known to have read it." : `Read by ${peopleWords(names)}.`}
    </p>
  );
}

function Excerpt({ text }: { text: string }) {
  return (
    <p
      dir="auto"
      className="border-accent text-preview text-muted line-clamp-3 border-s-2 ps-2 [overflow-wrap:anywhere]"
    >
      {text.slice(0, 300)}
    </p>
  );
}

/** What happened to one message, in order: a sheet beside the chat, the whole screen on a phone. */
export function MessageDetails({ message, isGroup, onTold, onClose }: Props) {
  const told = useHistory(message, onTold);
  const close = ({ currentTarget }: MouseEvent) => {
    currentTarget.closest("dialog")?.close();
  };
  const quiet = askedWords(told.asked);
  return (
    <Dialog label="Message details" look="side" onClose={onClose}>
      <div className="flex h-full flex-col pt-[env(safe-area-inset-top)] pb-[env(safe-area-inset-bottom)]">
        <header className="border-border flex h-14 flex-none items-center justify-between border-b ps-4 pe-3">
          <h2 className="text-message font-semibold">Message details</h2>
          <IconButton name="Close" onClick={close}>
            <X size={20} aria-hidden />
          </IconButton>
        </header>
        <div className="scroll-thin flex min-h-0 flex-1 flex-col gap-5 overflow-y-auto overscroll-contain px-4 py-4">
          {message.text === null || message.text === "" ? null : <Excerpt text={message.text} />}
          {isGroup && message.direction === "outgoing" ? <Readers message={message} /> : null}
          <Lines {...told} />
          <p role="status" className="text-meta text-muted">
            {quiet}
          </p>
        </div>
      </div>
    </Dialog>
  );
}
