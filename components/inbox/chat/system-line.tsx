import { Bell, Phone, PhoneMissed, Users } from "lucide-react";
import { TimeText } from "@/components/ui/time-text";
import type { Message } from "@/domain/inbox";
import { systemLineWords } from "@/domain/system-lines";

const icons = { "missed-call": PhoneMissed, call: Phone, group: Users, notice: Bell } as const;

/** Something that happened in the chat and that nobody wrote. */
export function SystemLine({ message }: { message: Message }) {
  const { sign, text } = systemLineWords(message);
  const Icon = icons[sign];
  return (
    <p dir="auto" className="text-meta text-muted mx-auto max-w-[75%] py-1 text-center [overflow-wrap:anywhere]">
      <Icon size={14} aria-hidden className={`me-1.5 -mt-0.5 inline ${sign === "missed-call" ? "text-danger" : ""}`} />
      {text} <TimeText at={message.sentAt} as="clock" className="ms-1" />
    </p>
  );
}
