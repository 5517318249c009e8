"use client";

import { Fragment } from "react";
import { Kbd } from "@/components/ui/kbd";
import { usePreferences } from "@/components/ui/preferred";
import { shownShortcuts, type ShownShortcut } from "@/domain/shortcut-words";

function Line({ words, keys }: ShownShortcut) {
  return (
    <div className="flex min-h-8 items-center gap-4">
      <dt className="min-w-0 flex-1">{words}</dt>
      <dd className="text-meta text-subtle flex flex-none items-center gap-1.5">
        {keys.map((key, place) => (
          <Fragment key={key}>
            {place === 0 ? "" : <span>or</span>}
            <Kbd shown={key} />
          </Fragment>
        ))}
      </dd>
    </div>
  );
}

/** The keys that work at present, from the very table that handles them. */
export function KeyList({ soughtFor = "" }: { soughtFor?: string }) {
  const { hasLetterKeys } = usePreferences().preferences;
  const groups = shownShortcuts(hasLetterKeys, soughtFor);
  if (groups.length === 0) return <p className="text-muted py-2">No key does that.</p>;
  return (
    <div className="gap-10 sm:columns-2">
      {groups.map(({ group, lines }) => (
        <section key={group} aria-label={group} className="break-inside-avoid pb-5">
          <h3 className="text-preview text-muted pb-1 font-medium">{group}</h3>
          <dl className="divide-border divide-y">
            {lines.map((line) => (
              <Line key={line.command} {...line} />
            ))}
          </dl>
        </section>
      ))}
    </div>
  );
}
