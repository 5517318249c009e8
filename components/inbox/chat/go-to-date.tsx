"use client";

import { useState, type SubmitEvent } from "react";
import { Button } from "@/components/ui/button";
import { useClock } from "@/components/ui/clock";
import { Dialog } from "@/components/ui/dialog";
import { dayKey, startOfDay } from "@/domain/calendar-days";

type Props = {
  /** the times of the chat's first and last message */
  from: string;
  to: string;
  /** the day that is being read */
  start: string;
  onGo: (at: string) => void;
  onFirst: () => void;
  onClose: () => void;
};

/** Asks for a day of the chat. */
export function GoToDate({ from, to, start, onGo, onFirst, onClose }: Props) {
  const { zone } = useClock();
  const [day, setDay] = useState(() => dayKey(start, zone));
  const submit = ({ nativeEvent }: SubmitEvent) => {
    const isFirst = nativeEvent.submitter?.getAttribute("value") === "first";
    const at = isFirst ? null : startOfDay(day, zone);
    if (isFirst) onFirst();
    else if (at !== null) onGo(at);
  };
  return (
    <Dialog label="Go to a date" onClose={onClose} className="max-w-[300px]">
      <form method="dialog" onSubmit={submit} className="flex flex-col gap-3 p-4">
        <label className="text-preview flex flex-col gap-1.5 font-medium">
          Go to a date
          <input
            type="date"
            required
            value={day}
            min={dayKey(from, zone)}
            max={dayKey(to, zone)}
            onChange={(event) => setDay(event.target.value)}
            className="border-border-strong bg-surface text-body rounded-control touch:min-h-11 min-h-8 border px-2.5 font-normal"
          />
        </label>
        <div className="flex flex-row-reverse items-center justify-between gap-2">
          <Button look="primary" type="submit">
            Go
          </Button>
          <Button look="quiet" type="submit" value="first" formNoValidate className="-ms-3">
            First message
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
