"use client";

import { RemoveAccount } from "@/components/settings/accounts/remove-account";
import { SignInLink } from "@/components/settings/accounts/sign-in-link";
import { useSignInTab } from "@/components/settings/accounts/sign-in-tab";
import { Button } from "@/components/ui/button";
import { sendJson } from "@/components/ui/fetch-json";
import { Notice } from "@/components/ui/notice";
import { useAct } from "@/components/ui/use-act";
import { gapWords, type AccountStanding } from "@/domain/account-state-words";
import type { GapCheck } from "@/domain/account-activity";
import type { Account } from "@/domain/inbox";

type Props = { account: Account; advised: AccountStanding["action"]; gap: GapCheck | null; onChanged: () => void };

/** What can be done with an account at postpress; what helps most comes first and stands out. */
export function AccountActions({ account, advised, gap, onChanged }: Props) {
  const { isUnderWay, outcome, run } = useAct();
  const { link, open } = useSignInTab();
  if (account.state === "deleted") return null;
  const lookOf = (action: AccountStanding["action"]) => (advised === action ? "primary" : "plain");
  const reconnect = () =>
    run(async () => {
      await open({ type: "reconnect", accountId: account.id });
      return "Sign in on postpress’s page. The state here changes by itself.";
    });
  const restart = () =>
    run(async () => {
      await sendJson("POST", `/api/accounts/${account.id}/restart`, {});
      onChanged();
      return "Restarted.";
    });
  const look = () =>
    run(async () => {
      await sendJson("POST", `/api/accounts/${account.id}/gap-check`, {});
      onChanged();
      return null;
    });
  return (
    <div className="flex flex-col items-start gap-2">
      <div className="flex flex-wrap gap-2">
        <Button look={lookOf("reconnect")} disabled={isUnderWay} onClick={() => void reconnect()}>
          Reconnect
        </Button>
        <Button look={lookOf("restart")} disabled={isUnderWay} onClick={() => void restart()}>
          Restart
        </Button>
        <Button disabled={isUnderWay || gap?.state === "waiting"} onClick={() => void look()}>
          Look for missed messages
        </Button>
        <RemoveAccount account={account} onChanged={onChanged} />
      </div>
      {gap === null ? null : (
        <p role="status" className="text-preview text-muted">
          {gapWords(gap)}
        </p>
      )}
      {outcome === null ? null : <Notice look={outcome.look}>{outcome.words}</Notice>}
      <SignInLink href={link} />
    </div>
  );
}
