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
    <p className="text-meta text-muted mx-auto flex max-w-[75%] items-center justify-center gap-1.5 py-1 text-center">
      <Icon size={14} aria-hidden className={sign === "missed-call" ? "text-danger" : ""} />
      <span dir="auto" className="min-w-0 [overflow-wrap:anywhere]">
        {text}
      </span>
      <TimeText at={message.sentAt} as="clock" className="flex-none" />
    </p>
  );
}
