"use client";

import { useLayoutEffect, useMemo, useRef, useState } from "react";
import { foldedParts } from "@/domain/folding";
import { toTextParts, type TextPart } from "@/domain/message-text";

function Part({ part: { shown, href } }: { part: TextPart }) {
  if (href === null) return shown;
  return (
    <a
      href={href}
      target="_blank"
      rel="noopener noreferrer nofollow"
      className="text-accent underline decoration-1 underline-offset-2"
    >
      {shown}
    </a>
  );
}

/** Text as people wrote it, with its addresses as links; a very long one shows its beginning until all of it is asked for. */
export function FoldedText({ text }: { text: string }) {
  const parts = useMemo(() => toTextParts(text), [text]);
  const head = useMemo(() => foldedParts(parts), [parts]);
  const [isOpen, setIsOpen] = useState(false);
  const start = useRef<HTMLSpanElement>(null);
  const wasOpen = useRef(false);
  useLayoutEffect(() => {
    if (wasOpen.current && !isOpen) start.current?.scrollIntoView({ block: "nearest" });
    wasOpen.current = isOpen;
  }, [isOpen]);
  const shown = head === null || isOpen ? parts : head;
  return (
    <>
      <span ref={start}>
        {shown.map((part, place) => (
          <Part key={place} part={part} />
        ))}
      </span>
      {head === null ? null : (
        <button
          type="button"
          aria-expanded={isOpen}
          onClick={() => {
            setIsOpen(!isOpen);
          }}
          className="text-accent text-preview touch:min-h-11 me-3 block min-h-6 font-medium hover:underline"
        >
          {isOpen ? "Show less" : "Show more"}
        </button>
      )}
    </>
  );
}
