"use client";

import { X } from "lucide-react";
import { useRef, useState } from "react";
import { Dialog } from "@/components/ui/dialog";
import { IconButton } from "@/components/ui/icon-button";
import { KeyList } from "@/components/ui/key-list";
import { PageLink } from "@/components/ui/page-link";

/** The keys that work, over whatever page asked for them. */
export function KeysSheet({ onClose }: { onClose: () => void }) {
  const [sought, setSought] = useState("");
  const heading = useRef<HTMLHeadingElement>(null);
  const close = () => {
    heading.current?.closest("dialog")?.close();
  };
  return (
    <Dialog label="Keys" className="max-w-[640px]" onClose={onClose}>
      <header className="border-border bg-surface sticky top-0 flex h-14 items-center gap-3 border-b ps-5 pe-3">
        <h2 ref={heading} className="text-name flex-1 font-semibold">
          Keys
        </h2>
        <input
          type="search"
          aria-label="Find a key"
          placeholder="Find"
          value={sought}
          onChange={(event) => {
            setSought(event.target.value);
          }}
          className="border-border-strong bg-surface rounded-control touch:text-[1rem] touch:min-h-11 min-h-8 w-36 min-w-0 border px-2 outline-offset-1 sm:w-48"
        />
        <IconButton name="Close" onClick={close}>
          <X size={20} aria-hidden />
        </IconButton>
      </header>
      <div className="px-5 pt-4 sm:min-h-60">
        <KeyList soughtFor={sought} />
      </div>
      <p className="border-border text-preview text-muted border-t px-5 py-3">
        Single characters can be switched off in{" "}
        <PageLink
          href="/settings/keyboard"
          onClick={close}
          className="text-accent font-medium underline-offset-4 hover:underline"
        >
          Settings, Keyboard
        </PageLink>
        .
      </p>
    </Dialog>
  );
}
