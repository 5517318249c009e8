"use client";

import { useState } from "react";
import { arrivals, arrivalWords } from "@/domain/arrivals";
import type { Chat } from "@/domain/inbox";

type Told = { chats: readonly Chat[] | null; listOf: string; words: string };

/** Says once what came in. Apart from the list, which would read itself out whenever it is drawn. */
export function Announcer({ chats, listOf }: { chats: readonly Chat[] | null; listOf: string }) {
  const [told, setTold] = useState<Told>({ chats, listOf, words: "" });
  if (told.chats !== chats || told.listOf !== listOf) {
    const before = told.listOf === listOf ? told.chats : null;
    const words = before && chats ? arrivalWords(arrivals(before, chats)) : "";
    setTold({ chats, listOf, words: words === "" ? told.words : words });
  }
  return (
    <p role="status" aria-label="News" className="sr-only">
      {told.words}
    </p>
  );
}
