"use client";

import { ChevronRight } from "lucide-react";
import { useState } from "react";
import { CopyButton } from "@/components/ui/copy-button";
import { TimeText } from "@/components/ui/time-text";
import { deliveryStateWords } from "@/domain/delivery-words";
import type { RawDelivery } from "@/domain/inbox";
import { jsonLines } from "@/domain/json-layout";
import { sizeWords } from "@/domain/file-measures";
import { plural } from "@/domain/measures";

function Raw({ delivery }: { delivery: RawDelivery }) {
  const { id, event, state, receivedAt, repeats, sizeBytes, body, isCut } = delivery;
  const details = [
    deliveryStateWords[state],
    sizeWords(sizeBytes),
    repeats === 0 ? "" : `came ${plural(repeats, "time", "times")} more`,
    isCut ? "only its beginning is shown" : "",
  ];
  return (
    <li className="flex flex-col gap-1">
      <div className="flex items-center justify-between gap-2">
        <p className="text-meta text-muted min-w-0">
          <span className="text-fg font-mono [overflow-wrap:anywhere]">{event ?? "unknown"}</span>
          {" · "}
          <TimeText at={receivedAt} as="moment" />
          {" · "}
          {details.filter((part) => part !== "").join(" · ")}
        </p>
        <CopyButton label={`delivery ${id}`} value={body} />
      </div>
      <pre
        tabIndex={0}
        role="group"
        aria-label={`Delivery ${id}`}
        dir="ltr"
        className="bg-raised rounded-control scroll-thin text-meta max-h-80 overflow-auto p-2 font-mono [overflow-wrap:anywhere] whitespace-pre-wrap"
      >
        {jsonLines(body)}
        {isCut ? "…" : ""}
      </pre>
    </li>
  );
}

/** The deliveries behind a line, as they came. Laid out when they are opened. */
export function RawDeliveries({ deliveries }: { deliveries: readonly RawDelivery[] }) {
  const [isOpen, setIsOpen] = useState(false);
  if (deliveries.length === 0) return null;
  return (
    <div className="flex flex-col gap-1">
      <button
        type="button"
        aria-expanded={isOpen}
        onClick={() => {
          setIsOpen(!isOpen);
        }}
        className="text-meta text-muted hover:text-fg touch:min-h-11 -ms-1 flex min-h-6 items-center gap-0.5 self-start"
      >
        <ChevronRight
          size={14}
          aria-hidden
          className={`transition-transform ${isOpen ? "rotate-90" : "rtl:rotate-180"}`}
        />
        {plural(deliveries.length, "delivery", "deliveries")}
      </button>
      {isOpen ? (
        <ul className="flex flex-col gap-3">
          {deliveries.map((delivery) => (
            <Raw key={delivery.id} delivery={delivery} />
          ))}
        </ul>
      ) : null}
    </div>
  );
}
