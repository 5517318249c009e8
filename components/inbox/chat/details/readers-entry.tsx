"use client";

import { ChevronRight, Eye } from "lucide-react";
import { useState } from "react";
import { HistoryEntry } from "@/components/inbox/chat/details/history-entry";
import type { HistoryLine, RawDelivery } from "@/domain/inbox";
import { peopleWords } from "@/domain/people-words";

type Props = { lines: readonly HistoryLine[]; deliveriesOf: (line: HistoryLine) => RawDelivery[] };

/** The many who have read a message of a group, in one line until each is asked for. */
export function ReadersEntry({ lines, deliveriesOf }: Props) {
  const [isOpen, setIsOpen] = useState(false);
  const names = lines.map(({ person }) => person?.name ?? "Unknown");
  return (
    <li className="flex flex-col gap-4">
      <div className="flex gap-3">
        <Eye size={16} aria-hidden className="text-muted mt-0.5" />
        <button
          type="button"
          aria-expanded={isOpen}
          onClick={() => {
            setIsOpen(!isOpen);
          }}
          className="text-body touch:min-h-11 flex min-h-6 min-w-0 items-center gap-1 text-start"
        >
          Read by {peopleWords(names)}
          <ChevronRight size={14} aria-hidden className={isOpen ? "rotate-90" : "rtl:rotate-180"} />
        </button>
      </div>
      {isOpen ? (
        <ol aria-label="Readers" className="flex flex-col gap-3 ps-7">
          {lines.map((line) => (
            <HistoryEntry key={line.key} line={line} deliveries={deliveriesOf(line)} />
          ))}
        </ol>
      ) : null}
    </li>
  );
}
