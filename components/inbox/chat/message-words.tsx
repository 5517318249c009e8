import { ExternalLink } from "lucide-react";
import type { ReactNode } from "react";
import { MessageText } from "@/components/inbox/chat/message-text";
import type { Message } from "@/domain/inbox";
import type { Provider } from "@/domain/providers";

type Props = {
  message: Message;
  provider: Provider;
  /** stands at the end of the last line, or below it where that is full */
  end: ReactNode;
};

function OpenElsewhere({ provider: { label, appUrl } }: Pick<Props, "provider">) {
  if (appUrl === null) return `open it in ${label}`;
  return (
    <a href={appUrl} target="_blank" rel="noopener noreferrer" className="text-accent font-medium hover:underline">
      Open in {label}
      <ExternalLink size={12} aria-hidden className="ms-1 inline" />
    </a>
  );
}

/** The words of a bubble, whatever stands for them. */
export function MessageWords({ message, provider, end }: Props) {
  const { text, deletedAt, isUnsupported, attachments } = message;
  const atEnd = <span className="float-end ms-3 mt-1">{end}</span>;
  if (isUnsupported) {
    return (
      <p className="text-preview text-muted flow-root leading-5">
        Not shown here · <OpenElsewhere provider={provider} />
        {atEnd}
      </p>
    );
  }
  if (text !== null && text !== "") return <MessageText text={text} isFaded={deletedAt !== null} end={atEnd} />;
  if (attachments.length > 0 || deletedAt !== null) return <p className="flow-root">{atEnd}</p>;
  return <p className="text-preview text-muted flow-root leading-5">Empty message{atEnd}</p>;
}
