"use client";

import { useEffect, useRef, useState } from "react";
import type { Chat } from "@/domain/inbox";

type Told = { chats: readonly Chat[] | null; listOf: string };

async function wordsFor(before: readonly Chat[], after: readonly Chat[]): Promise<string> {
  const { arrivals, arrivalWords } = await import("@/domain/arrivals");
  return arrivalWords(arrivals(before, after));
}

/** Says once what came in. Apart from the list, which would read itself out whenever it is drawn. */
export function Announcer({ chats, listOf }: Told) {
  const [words, setWords] = useState("");
  const known = useRef<Told>({ chats, listOf });
  useEffect(() => {
    const before = known.current;
    known.current = { chats, listOf };
    if (!before.chats || !chats || before.chats === chats || before.listOf !== listOf) return;
    void wordsFor(before.chats, chats).then((news) => {
      if (news !== "") setWords(news);
    });
  }, [chats, listOf]);
  return (
    <p role="status" aria-label="News" className="sr-only">
      {words}
    </p>
  );
}
