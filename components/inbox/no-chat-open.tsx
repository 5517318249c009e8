"use client";

import { Kbd } from "@/components/ui/kbd";
import { usePreferences } from "@/components/ui/preferred";
import { shownKeyOf } from "@/domain/shortcuts";

/** Stands where a chat would, with the keys that get one. */
export function NoChatOpen() {
  const { hasLetterKeys } = usePreferences().preferences;
  const [next = "", previous = ""] = [
    shownKeyOf("next-chat", hasLetterKeys),
    shownKeyOf("previous-chat", hasLetterKeys),
  ];
  const help = shownKeyOf("show-keys", hasLetterKeys);
  return (
    <div className="text-subtle flex flex-1 flex-col items-center justify-center gap-2 text-center">
      <p className="text-body text-muted font-medium">No chat open</p>
      <p className="text-preview">
        <Kbd shown={next} /> <Kbd shown={previous} /> move, <Kbd shown="Enter" /> opens
        {help === undefined ? null : (
          <>
            , <Kbd shown={help} /> shows all keys
          </>
        )}
      </p>
    </div>
  );
}
