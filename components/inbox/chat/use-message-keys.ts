"use client";

import {
  useCallback,
  useEffectEvent,
  useLayoutEffect,
  useRef,
  useState,
  type FocusEvent,
  type KeyboardEvent,
} from "react";
import { focusAim, focusOn } from "@/components/inbox/chat/message-focus";
import { anchorOf, elementOf, extentOf, lastInView, scrollToStart } from "@/components/inbox/chat/scroll-box";
import { innerControls, useInnerControls } from "@/components/inbox/chat/use-inner-controls";
import type { Following } from "@/components/inbox/chat/use-following";
import { isMenuOpen, toKeyPress } from "@/components/ui/key-press";
import type { Reading } from "@/components/inbox/chat/use-messages";
import { commandFor, type Command } from "@/domain/shortcuts";

type Box = Following["box"];

const messageOf = (target: EventTarget) =>
  target instanceof HTMLElement ? target.closest<HTMLElement>("[data-message]") : null;

const isInView = (box: HTMLElement, element: HTMLElement) => {
  const { top, bottom } = extentOf(box, element);
  return bottom > 0 && top < box.clientHeight;
};

export type MessageKeys = {
  /** the one message that Tab reaches */
  stopId: string | null;
  onKeyDown: (event: KeyboardEvent) => void;
  onFocus: (event: FocusEvent) => void;
  onBlur: (event: FocusEvent) => void;
};

/** A focus that went with its message comes back to where the reader is; a new part of the chat is entered at its aim. */
function useKeptFocus(box: Box, { turn, aim, window }: Reading): (target: HTMLElement) => void {
  const focused = useRef<HTMLElement | null>(null);
  const drawn = useEffectEvent((element: HTMLElement) => {
    const isLost = focused.current?.isConnected === false && document.activeElement === document.body;
    if (isLost) focusOn(elementOf(element, anchorOf(element)?.id ?? "") ?? element);
  });
  useLayoutEffect(() => {
    if (box.current) drawn(box.current);
  }, [box, window]);
  const enter = useEffectEvent((element: HTMLElement) => {
    focusAim(element, aim);
  });
  useLayoutEffect(() => {
    if (turn > 0 && box.current) enter(box.current);
  }, [box, turn]);
  return useCallback((target) => {
    focused.current = target;
  }, []);
}

/** Which message Tab reaches: the one that has or had the focus, until the reader has scrolled on. */
function useTabStop(ids: readonly string[], restingAt: string | null) {
  const [chosen, setChosen] = useState<{ id: string; restingAt: string | null } | null>(null);
  const [hasFocus, setHasFocus] = useState(false);
  const isChosen = hasFocus || chosen?.restingAt === restingAt;
  const wanted = isChosen ? chosen?.id : restingAt;
  const stopId = wanted != null && ids.includes(wanted) ? wanted : (ids.at(-1) ?? null);
  const choose = (id: string) => {
    setHasFocus(true);
    setChosen({ id, restingAt });
  };
  const leave = () => {
    setHasFocus(false);
    setChosen((known) => known && { ...known, restingAt });
  };
  return { stopId, choose, leave };
}

type Moves = Partial<Record<Command, (message: HTMLElement | null) => void>>;

/** `message` is the one that has the focus, or that holds what has it; null is the list itself. */
function useMoving({ box }: Following, ids: readonly string[]): Moves {
  const go = (id: string | null | undefined) => {
    const element = box.current && id != null ? elementOf(box.current, id) : null;
    focusOn(element);
    element?.scrollIntoView({ block: "nearest" });
  };
  const step = (by: 1 | -1, from: HTMLElement | null) => {
    if (!box.current) return;
    if (from && isInView(box.current, from)) go(ids[ids.indexOf(from.dataset.message ?? "") + by] ?? null);
    else go(by === 1 ? anchorOf(box.current)?.id : lastInView(box.current));
  };
  return {
    "next-message": (message) => {
      step(1, message);
    },
    "previous-message": (message) => {
      step(-1, message);
    },
    "first-message": () => {
      if (!box.current) return;
      scrollToStart(box.current);
      focusOn(elementOf(box.current, ids[0] ?? ""));
    },
    "into-message": (message) => {
      if (message) innerControls(message)[0]?.focus();
    },
    "out-of-message": focusOn,
  };
}

/** The list of messages under the keyboard: one Tab stop, the arrows move by message, Enter goes into one, Escape comes back. */
export function useMessageKeys(following: Following, reading: Reading): MessageKeys {
  const { box, restingAt } = following;
  const ids = reading.window.messages.map(({ id }) => id);
  const noteFocus = useKeptFocus(box, reading);
  const { stopId, choose, leave } = useTabStop(ids, restingAt);
  const moves = useMoving(following, ids);
  useInnerControls(box);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.defaultPrevented || isMenuOpen()) return;
    const message = messageOf(event.target);
    const place = message === null || message === event.target ? "messages" : "message";
    const command = commandFor(toKeyPress(event.nativeEvent), { place, hasLetterKeys: false });
    const move = command === null ? undefined : moves[command];
    if (!move) return;
    event.preventDefault();
    move(message);
  };
  const onFocus = ({ target }: FocusEvent) => {
    const id = messageOf(target)?.dataset.message;
    if (id === undefined || !(target instanceof HTMLElement)) return;
    noteFocus(target);
    choose(id);
  };
  const onBlur = ({ currentTarget, relatedTarget }: FocusEvent) => {
    if (!(relatedTarget instanceof Node) || !currentTarget.contains(relatedTarget)) leave();
  };
  return { stopId, onKeyDown, onFocus, onBlur };
}
