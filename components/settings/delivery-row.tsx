"use client";

import { ChevronRight, CircleCheck, CircleMinus, CircleX, Clock3 } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { sendJson } from "@/components/ui/fetch-json";
import { ProblemError } from "@/components/ui/problem-error";
import { Notice } from "@/components/ui/notice";
import { TimeText } from "@/components/ui/time-text";
import { deliveryIds, deliveryStateWords, replayUrl } from "@/domain/delivery-words";
import type { Delivery } from "@/domain/inbox";
import { plural } from "@/domain/measures";

const looks = {
  kept: { Icon: Clock3, colour: "text-muted" },
  applied: { Icon: CircleCheck, colour: "text-success" },
  ignored: { Icon: CircleMinus, colour: "text-muted" },
  quarantined: { Icon: CircleX, colour: "text-danger" },
} as const;

type Props = { delivery: Delivery; onReplayed: () => void };

function Problems({ problems }: Pick<Delivery, "problems">) {
  if (problems.length === 0) return null;
  return (
    <ul aria-label="Refused fields" className="flex flex-col gap-1">
      {problems.map(({ path, message }) => (
        <li key={`${path} ${message}`} className="text-preview">
          <code className="bg-raised rounded-joint px-1 font-mono [overflow-wrap:anywhere]">
            {path === "" ? "body" : path}
          </code>{" "}
          <span className="text-muted [overflow-wrap:anywhere]">{message}</span>
        </li>
      ))}
    </ul>
  );
}

function Replay({ delivery, onReplayed }: Props) {
  const [outcome, setOutcome] = useState<{ look: "problem" | "success"; words: string } | null>(null);
  const replay = async () => {
    try {
      await sendJson("POST", replayUrl(delivery.id), {});
      setOutcome({ look: "success", words: "Replayed. What was applied before has not changed twice." });
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      setOutcome({ look: "problem", words: error.title });
    }
    onReplayed();
  };
  return (
    <div className="flex flex-col items-start gap-2">
      <Button onClick={() => void replay()}>Replay</Button>
      {outcome === null ? null : <Notice look={outcome.look}>{outcome.words}</Notice>}
    </div>
  );
}

/** One delivery in a line; what is known of it besides opens below. */
export function DeliveryRow({ delivery, onReplayed }: Props) {
  const { Icon, colour } = looks[delivery.state];
  return (
    <li>
      <details className="group">
        <summary className="hover:bg-raised touch:min-h-11 flex min-h-10 list-none items-center gap-3 px-3 py-2 outline-offset-[-2px]">
          <span className="flex w-28 flex-none items-center gap-1.5">
            <Icon size={16} aria-hidden className={colour} />
            {deliveryStateWords[delivery.state]}
          </span>
          <span className="min-w-0 flex-1">
            <span className="block truncate font-medium">{delivery.event ?? "Unreadable"}</span>
            {delivery.reason === null ? null : (
              <span className="text-preview text-muted block truncate">{delivery.reason}</span>
            )}
          </span>
          <TimeText at={delivery.receivedAt} as="list" className="text-meta text-subtle flex-none" />
          <ChevronRight
            size={16}
            aria-hidden
            className="text-subtle transition-transform group-open:rotate-90 rtl:-scale-x-100"
          />
        </summary>
        <div className="flex flex-col gap-3 px-3 pt-1 pb-4">
          {delivery.reason === null ? null : <p className="text-preview [overflow-wrap:anywhere]">{delivery.reason}</p>}
          <Problems problems={delivery.problems} />
          <dl className="text-preview grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1">
            {deliveryIds(delivery).map(({ name, id }) => (
              <div key={name} className="contents">
                <dt className="text-muted">{name}</dt>
                <dd className="font-mono [overflow-wrap:anywhere]">{id}</dd>
              </div>
            ))}
            <dt className="text-muted">Received</dt>
            <dd>{delivery.receivedAt}</dd>
            <dt className="text-muted">Repeats</dt>
            <dd>{delivery.repeats === 0 ? "none" : plural(delivery.repeats, "repeat", "repeats")}</dd>
          </dl>
          <Replay delivery={delivery} onReplayed={onReplayed} />
        </div>
      </details>
    </li>
  );
}
