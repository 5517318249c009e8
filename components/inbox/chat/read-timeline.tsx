"use client";

import { useEffect, useEffectEvent, useLayoutEffect, useRef, useState } from "react";
import { Gallery } from "@/components/inbox/chat/attachments/gallery";
import { ChatHeader } from "@/components/inbox/chat/chat-header";
import { DetailsOfMessages } from "@/components/inbox/chat/details/details-of-messages";
import { GoToDate } from "@/components/inbox/chat/go-to-date";
import { LoadOlder } from "@/components/inbox/chat/load-older";
import { focusAim } from "@/components/inbox/chat/message-focus";
import { keepPlace } from "@/components/inbox/chat/kept-places";
import { Timeline } from "@/components/inbox/chat/timeline";
import { useFollowing, type Following } from "@/components/inbox/chat/use-following";
import { useJumps } from "@/components/inbox/chat/use-jumps";
import { useMessageKeys } from "@/components/inbox/chat/use-message-keys";
import { useMessages, type Messages } from "@/components/inbox/chat/use-messages";
import { useNewCount } from "@/components/inbox/chat/use-new-count";
import type { Opened } from "@/components/inbox/chat/use-opening";
import { useReadMark } from "@/components/inbox/chat/use-read-mark";
import { LateNotice } from "@/components/ui/late-notice";
import { useCommands } from "@/components/ui/use-commands";
import type { Account, Chat, ChatDetail } from "@/domain/inbox";
import { holdsEnd, letGo } from "@/domain/message-window";
import { providerOf } from "@/domain/providers";

type Props = {
  chat: Chat | ChatDetail;
  messageId: string | null;
  opened: Opened;
  accounts: readonly Account[];
  onBack: () => void;
  onChanged: (chat: Chat) => void;
};

/** The list often hears of news first: what it says about this chat is a reason to read the messages. */
function useReloadWithChat({ lastMessage }: Chat, reload: () => void): void {
  const said = lastMessage ? `${lastMessage.id} ${lastMessage.preview} ${lastMessage.state ?? ""}` : null;
  const known = useRef(said);
  useEffect(() => {
    if (known.current !== said) reload();
    known.current = said;
  }, [said, reload]);
}

/** Who comes back within this page finds the chat as they left it. */
function useKeepingPlace(chatId: string, { reading }: Messages, placeNow: Following["placeNow"]): void {
  const keep = useEffectEvent(() => {
    keepPlace(chatId, { window: reading.window, aim: placeNow() });
  });
  useLayoutEffect(
    () => () => {
      keep();
    },
    [],
  );
}

/** A link to a message of the chat that is open already. */
function useLinkedMessage(messageId: string | null, toMessage: (id: string) => void): void {
  const known = useRef(messageId);
  const go = useEffectEvent(toMessage);
  useEffect(() => {
    if (messageId !== null && known.current !== messageId) go(messageId);
    known.current = messageId;
  }, [messageId]);
}

/** Who was at the end when more came than could be read at once is taken to where the end is now. */
function useLostEnd({ reading }: Messages, { isAtEnd }: Following, toEnd: () => void): void {
  const isEndHeld = holdsEnd(reading.window);
  const was = useRef({ isAtEnd: false, turn: reading.turn });
  const follow = useEffectEvent(toEnd);
  useEffect(() => {
    const isLost = was.current.isAtEnd && was.current.turn === reading.turn && !isEndHeld;
    was.current = { isAtEnd: isAtEnd && isEndHeld, turn: reading.turn };
    if (isLost) follow();
  }, [isAtEnd, isEndHeld, reading.turn]);
}

function useReading({ chat, opened, messageId }: Props) {
  const { unread } = opened;
  const messages = useMessages(chat.id, opened);
  const { reading, change, loadOlder, loadNewer } = messages;
  const following = useFollowing(reading, unread?.place ?? null, {
    nearStart: loadOlder,
    nearEnd: loadNewer,
    tooMany: (measured, { first, last }) => {
      change((window) => (window.messages === measured ? letGo(window, first, last) : window));
    },
  });
  const { box, stand, placeNow } = following;
  const jumps = useJumps({
    chatId: chat.id,
    messages,
    unread,
    placeNow,
    stand: (aim) => {
      stand(aim);
      if (box.current) focusAim(box.current, aim);
    },
  });
  const keys = useMessageKeys(following, reading);
  useKeepingPlace(chat.id, messages, placeNow);
  useLinkedMessage(messageId, jumps.toMessage);
  useLostEnd(messages, following, jumps.toEnd);
  return { messages, following, keys, jumps };
}

/** A conversation that is there to be read: scrolling, following, and marking it read. */
export function ReadTimeline(props: Props) {
  const { chat, opened, accounts, onBack, onChanged } = props;
  const { messages, following, keys, jumps } = useReading(props);
  const { window } = messages.reading;
  const { isAtEnd } = following;
  const [date, setDate] = useState<string | null>(null);
  const goToDate = () => setDate(window.messages.at(-1)?.sentAt ?? chat.lastActivityAt);
  const newCount = useNewCount({ chat, messages, isAtEnd });
  const lastMessageId = holdsEnd(window) ? (window.messages.at(-1)?.id ?? null) : null;
  const { markUnread } = useReadMark({ chat, lastMessageId, isAtEnd, onChanged });
  useReloadWithChat(chat, messages.reload);
  useCommands({ "mark-unread": markUnread, "to-end": jumps.toEnd, "go-to-date": goToDate });
  const firstAt = ("firstMessageAt" in chat ? chat.firstMessageAt : null) ?? window.messages[0]?.sentAt;
  return (
    <>
      <ChatHeader chat={chat} accounts={accounts} onBack={onBack} onMarkUnread={markUnread} onGoToDate={goToDate} />
      {messages.error === undefined ? null : <LateNotice>Reconnecting…</LateNotice>}
      <Gallery messages={window.messages} provider={providerOf(chat.account.provider)}>
        <DetailsOfMessages messages={window.messages} isGroup={chat.isGroup} onTold={messages.reload}>
          <Timeline
            chat={chat}
            window={window}
            unread={opened.unread}
            following={following}
            keys={keys}
            jumps={jumps}
            isLoadingOlder={messages.isLoadingOlder}
            beginning={<LoadOlder chat={chat} isAtStart={window.before === null} onFound={messages.reload} />}
            newCount={newCount}
            onDate={setDate}
          />
        </DetailsOfMessages>
      </Gallery>
      {date === null ? null : (
        <GoToDate
          from={firstAt ?? date}
          to={chat.lastActivityAt}
          start={date}
          onGo={jumps.toTime}
          onFirst={jumps.toFirst}
          onClose={() => setDate(null)}
        />
      )}
    </>
  );
}
