"use client";

import { ArrowLeft, CalendarSearch, Mail } from "lucide-react";
import { useLayoutEffect, useRef } from "react";
import { Avatar } from "@/components/ui/avatar";
import { IconButton } from "@/components/ui/icon-button";
import type { Account, Chat, ChatDetail } from "@/domain/inbox";
import { providerWords } from "@/domain/providers";

type Props = {
  chat: Chat | ChatDetail;
  accounts: readonly Account[];
  onBack: () => void;
  /** null while there is nothing to mark yet */
  onMarkUnread: (() => void) | null;
  onGoToDate: (() => void) | null;
};

function peopleOf(chat: Chat | ChatDetail): string {
  if (!chat.isGroup || !("attendees" in chat)) return "";
  const names = chat.attendees.filter(({ isSelf }) => !isSelf).map(({ name }) => name);
  return names.length === 0
    ? ""
    : `${names.slice(0, 3).join(", ")}${names.length > 3 ? ` and ${String(names.length - 3)} more` : ""}`;
}

/** Who this is with, on which network, at which account of ours. */
export function ChatHeader({ chat, accounts, onBack, onMarkUnread, onGoToDate }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  // before anybody can put the focus elsewhere: a chat is drawn a moment after its row was marked
  useLayoutEffect(() => {
    heading.current?.focus({ preventScroll: true });
  }, []);
  const account = accounts.find(({ id }) => id === chat.account.id);
  const network = providerWords(chat.account.provider, account?.feature ?? null);
  const meta = [network, chat.account.name, peopleOf(chat)].filter((part) => part !== "");
  return (
    <header className="border-border bg-surface flex h-14 flex-none items-center gap-3 border-b ps-4 pe-3">
      <IconButton name="Back to the list" onClick={onBack} className="-ms-2 md:hidden">
        <ArrowLeft size={20} aria-hidden className="rtl:-scale-x-100" />
      </IconButton>
      <Avatar name={chat.title} pictureUrl={chat.pictureUrl} sizePx={32} provider={chat.account.provider} />
      <div className="min-w-0 flex-1">
        <h2 ref={heading} tabIndex={-1} className="text-message truncate font-semibold outline-none">
          <bdi>{chat.title}</bdi>
        </h2>
        <p className="text-meta text-muted truncate">
          {meta.map((part, place) => (
            <span key={part}>
              {place === 0 ? "" : " · "}
              <bdi>{part}</bdi>
            </span>
          ))}
        </p>
      </div>
      <IconButton
        name="Go to a date"
        command="go-to-date"
        aria-haspopup="dialog"
        disabled={onGoToDate === null}
        onClick={onGoToDate ?? undefined}
      >
        <CalendarSearch size={20} aria-hidden />
      </IconButton>
      <IconButton
        name="Mark unread"
        command="mark-unread"
        disabled={onMarkUnread === null}
        onClick={onMarkUnread ?? undefined}
      >
        <Mail size={20} aria-hidden />
      </IconButton>
    </header>
  );
}
