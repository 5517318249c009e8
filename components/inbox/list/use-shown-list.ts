"use client";

import { useCallback, useMemo, useState } from "react";
import { heldFurther, shownWhileHeld, type HeldRows, type ShownList } from "@/domain/list-hold";
import { placeInList } from "@/domain/list-place";
import type { ChatList } from "@/domain/list-pages";

type Hold = { of: string; rows: HeldRows };

export type Shown = ShownList & {
  /** lets in what waits outside */
  release: () => void;
  /** the place of the row before this one; null before the first */
  placeBefore: (index: number) => string | null;
};

const nothing: HeldRows = [];

/** What is in hand: taken up and let go as the reader does, and longer whenever more was read. */
function nextHold(hold: Hold | null, list: ChatList | null, isTouched: boolean): Hold | null {
  if (list === null || !isTouched) return null;
  if (hold?.of !== list.of) return { of: list.of, rows: list.chats };
  const rows = heldFurther(list, hold.rows);
  return rows === hold.rows ? hold : { of: list.of, rows };
}

/** The list as it is drawn: the rows stay where they are while the reader has them in hand. */
export function useShownList(list: ChatList | null, isTouched: boolean): Shown {
  const [kept, setKept] = useState<Hold | null>(null);
  const hold = useMemo(() => nextHold(kept, list, isTouched), [kept, list, isTouched]);
  if (hold !== kept) setKept(hold);
  const shown = useMemo<ShownList>(() => {
    if (list === null) return { chats: nothing, newCount: 0 };
    return hold === null ? { chats: list.chats, newCount: 0 } : shownWhileHeld(list, hold.rows);
  }, [list, hold]);
  const release = useCallback(() => {
    setKept(null);
  }, []);
  const placeBefore = useCallback(
    (index: number) => {
      const chat = (hold?.rows ?? list?.chats ?? nothing)[index - 1];
      return list && chat ? placeInList(list.view, chat) : null;
    },
    [list, hold],
  );
  return { ...shown, release, placeBefore };
}
