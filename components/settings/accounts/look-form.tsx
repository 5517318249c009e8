"use client";

import { useId, useState } from "react";
import { Button } from "@/components/ui/button";
import { sendJson } from "@/components/ui/fetch-json";
import { Field } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { useAct } from "@/components/ui/use-act";
import { accountColours, colourWords, longestShortName, type AccountColour } from "@/domain/account-look";
import type { Account } from "@/domain/inbox";

type ColourProps = { group: string; colour: AccountColour | null; isChosen: boolean; onChoose: () => void };

function Colour({ group, colour, isChosen, onChoose }: ColourProps) {
  return (
    <label className="text-preview border-border rounded-control touch:min-h-11 has-[:checked]:border-fg flex min-h-8 items-center gap-2 border px-2">
      <input type="radio" name={group} checked={isChosen} onChange={onChoose} className="accent-fg" />
      {colour === null ? null : (
        <span aria-hidden className="size-3 rounded-full" style={{ background: `var(--look-${colour})` }} />
      )}
      {colour === null ? "None" : colourWords[colour]}
    </label>
  );
}

/** What the team calls an account, and by which colour it is found. */
export function LookForm({ account, onChanged }: { account: Account; onChanged: () => void }) {
  const id = useId();
  const [shortName, setShortName] = useState(account.shortName ?? "");
  const [colour, setColour] = useState(account.colour);
  const { isUnderWay, outcome, run } = useAct();
  const save = () =>
    run(async () => {
      await sendJson("PUT", `/api/accounts/${account.id}/look`, { shortName, colour });
      onChanged();
      return "Kept.";
    });
  return (
    <form
      className="flex flex-col items-start gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <Field
        label="Short name"
        hint="In place of its own name, for the whole team."
        value={shortName}
        maxLength={longestShortName}
        autoComplete="off"
        onChange={(event) => setShortName(event.target.value)}
      />
      <fieldset className="flex flex-col gap-1.5">
        <legend className="text-preview font-medium">Colour</legend>
        <span className="mt-1.5 flex flex-wrap gap-2">
          {[null, ...accountColours].map((one) => (
            <Colour
              key={one ?? "none"}
              group={id}
              colour={one}
              isChosen={colour === one}
              onChoose={() => setColour(one)}
            />
          ))}
        </span>
      </fieldset>
      <Button type="submit" disabled={isUnderWay}>
        Save
      </Button>
      {outcome === null ? null : <Notice look={outcome.look}>{outcome.words}</Notice>}
    </form>
  );
}
