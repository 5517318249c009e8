import { Bell, Phone, PhoneMissed, Users } from "lucide-react";
import { memo } from "react";
import { TimeText } from "@/components/ui/time-text";
import type { Message } from "@/domain/inbox";
import { systemLineWords } from "@/domain/system-lines";

const icons = { "missed-call": PhoneMissed, call: Phone, group: Users, notice: Bell } as const;

/** Something that happened in the chat and that nobody wrote. */
export const SystemLine = memo(function SystemLine({ message, isTabStop }: { message: Message; isTabStop: boolean }) {
  const { sign, text } = systemLineWords(message);
  const Icon = icons[sign];
  return (
    <article
      data-message={message.id}
      tabIndex={isTabStop ? 0 : -1}
      aria-label="Event"
      aria-describedby={`message-${message.id}`}
      className="message mt-3 flex justify-center"
    >
      <p
        id={`message-${message.id}`}
        dir="auto"
        className="message-body text-meta text-muted max-w-[75%] px-2 py-1 text-center [overflow-wrap:anywhere]"
      >
        <Icon
          size={14}
          aria-hidden
          className={`me-1.5 -mt-0.5 inline ${sign === "missed-call" ? "text-danger" : ""}`}
        />
        {text} <TimeText at={message.sentAt} as="clock" className="ms-1" />
      </p>
    </article>
  );
});
