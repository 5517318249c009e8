"use client";

import { useRef, useState } from "react";
import type { Following } from "@/components/inbox/chat/use-following";
import type { Messages } from "@/components/inbox/chat/use-messages";
import type { Unread } from "@/components/inbox/chat/use-opening";
import { useLatest } from "@/components/ui/use-latest";
import { fetchJson } from "@/components/ui/fetch-json";
import { ProblemError } from "@/components/ui/problem-error";
import type { Message, MessagePage } from "@/domain/inbox";
import { messagesUrl, type MessagesWanted } from "@/domain/inbox-address";
import { beginning } from "@/domain/message-place";
import { holdsEnd, sideOf, windowOf, type MessageWindow } from "@/domain/message-window";
import type { Aim } from "@/domain/scroll";

/** Where the reader came from, with what they saw there. */
type Step = { window: MessageWindow; aim: Aim };

const mostSteps = 5;
const failureShownMs = 5_000;

export type Jumps = {
  toMessage: (messageId: string) => void;
  /** to the first message from a time on, the last where there is none */
  toTime: (at: string) => void;
  toFirst: () => void;
  toDivider: () => void;
  toEnd: () => void;
  /** null when there is nowhere to go back to */
  back: (() => void) | null;
  /** what is said while a jump is under way, or when it failed */
  words: string | null;
};

const firstSince = (messages: readonly Message[], at: string) =>
  messages.find(({ sentAt }) => sentAt >= at) ?? messages.at(-1);

const aimAt = (message: Message | undefined): Aim =>
  message ? { kind: "message", id: message.id, standing: "under the label", isFlashed: false } : { kind: "end" };

const isShown = (window: MessageWindow, aim: Aim) =>
  aim.kind === "end" ? holdsEnd(window) : aim.kind === "anchor" && window.messages.some(({ id }) => id === aim.id);

const whyNot = (error: unknown) =>
  error instanceof ProblemError && error.status === 404
    ? "That message is no longer here"
    : "That part of the chat could not be loaded";

/** Reads a part of the chat and shows it, unless another one was asked for meanwhile. */
function useFarReading(chatId: string, show: Messages["show"]) {
  const [words, setWords] = useState<string | null>(null);
  const latest = useRef(0);
  const read = async (wanted: MessagesWanted, aimOf: (page: MessagePage) => Aim) => {
    latest.current += 1;
    const mine = latest.current;
    const say = (text: string | null) => {
      if (latest.current === mine) setWords(text);
    };
    say("Loading messages");
    try {
      const page = await fetchJson<MessagePage>(messagesUrl(chatId, wanted), null);
      if (latest.current === mine) show(windowOf(page), aimOf(page));
    } catch (error) {
      say(whyNot(error));
      await new Promise((resolve) => setTimeout(resolve, failureShownMs));
    }
    say(null);
  };
  return { words, read };
}

type Told = {
  chatId: string;
  messages: Messages;
  unread: Unread | null;
  /** moves within what is shown */
  stand: (aim: Aim) => void;
  placeNow: Following["placeNow"];
};

/** From anywhere in a conversation to anywhere else, and back. */
export function useJumps({ chatId, messages, unread, stand, placeNow }: Told): Jumps {
  const { reading, newest, show, reload } = messages;
  const { window } = reading;
  const [steps, setSteps] = useState<readonly Step[]>([]);
  const { words, read } = useFarReading(chatId, show);

  const leave = () => {
    setSteps([...steps, { window, aim: placeNow() }].slice(-mostSteps));
  };
  const toMessage = (id: string) => {
    const aim: Aim = { kind: "message", id, standing: "in the middle", isFlashed: true };
    leave();
    if (window.messages.some((message) => message.id === id)) stand(aim);
    else void read({ around: id }, () => aim);
  };
  const toTime = (at: string) => {
    leave();
    void read({ at }, ({ items }) => aimAt(firstSince(items, at)));
  };
  const toFirst = () => {
    toTime(beginning.trim());
  };
  const toDivider = () => {
    if (!unread) return;
    const aim: Aim = { kind: "divider" };
    if (sideOf(window, unread.place) === "within") stand(aim);
    else void read({ around: unread.firstId }, () => aim);
  };
  const toEnd = () => {
    setSteps([]);
    if (holdsEnd(window)) stand({ kind: "end" });
    else if (newest) show(windowOf(newest), { kind: "end" });
    else void read({}, () => ({ kind: "end" }));
  };
  const last = steps.at(-1);
  const back = () => {
    if (!last) return;
    setSteps(steps.slice(0, -1));
    if (isShown(window, last.aim)) {
      stand(last.aim);
      return;
    }
    show(last.window, last.aim);
    reload();
  };
  return { toMessage: useLatest(toMessage), toTime, toFirst, toDivider, toEnd, back: last ? back : null, words };
}
