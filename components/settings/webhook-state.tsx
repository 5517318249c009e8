import { CircleCheck, CircleDashed } from "lucide-react";
import { TimeText } from "@/components/ui/time-text";

/** Whether anything has come, and when last. */
export function WebhookState({ lastDeliveryAt }: { lastDeliveryAt: string | null }) {
  return (
    <p role="status" className="border-border bg-raised rounded-card flex items-center gap-3 border px-4 py-3">
      {lastDeliveryAt === null ? (
        <>
          <CircleDashed size={20} aria-hidden className="text-muted" />
          <span>
            <span className="block font-medium">Waiting for the first event</span>
            <span className="text-preview text-muted">This line changes by itself when postpress has posted one.</span>
          </span>
        </>
      ) : (
        <>
          <CircleCheck size={20} aria-hidden className="text-success" />
          <span>
            <span className="block font-medium">Received</span>
            <span className="text-preview text-muted">
              Last event: <TimeText at={lastDeliveryAt} as="day" />, <TimeText at={lastDeliveryAt} as="clock" />
            </span>
          </span>
        </>
      )}
    </p>
  );
}
