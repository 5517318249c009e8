"use client";

import { RefreshCw } from "lucide-react";
import { useCallback, useEffect, useEffectEvent } from "react";
import useSWR from "swr";
import { AccountCard } from "@/components/settings/accounts/account-card";
import { ConnectAccount } from "@/components/settings/accounts/connect-account";
import { WithoutKey } from "@/components/settings/accounts/without-key";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { sendJson } from "@/components/ui/fetch-json";
import { Notice } from "@/components/ui/notice";
import { useAct, type Outcome } from "@/components/ui/use-act";
import { sortedAccounts } from "@/domain/filter-counts";
import type { AccountActivity } from "@/domain/account-activity";
import type { Account } from "@/domain/inbox";
import { accountsUrl } from "@/domain/inbox-address";

type Props = {
  accounts: { items: Account[] };
  /** there is an address and a key to ask postpress with */
  hasApi: boolean;
  /** what somebody comes back with from postpress's page */
  signIn: "done" | "failed" | null;
};

const returned: Record<"done" | "failed", Outcome> = {
  done: { look: "success", words: "Signed in at postpress. The account is below as soon as postpress has told of it." },
  failed: { look: "problem", words: "The sign-in did not work. Nothing has changed here; try again." },
};

type CardsProps = { accounts: readonly Account[]; hasApi: boolean; onChanged: () => void };

function Cards({ accounts, hasApi, onChanged }: CardsProps) {
  const activity = useSWR<{ items: AccountActivity[] }, unknown>("/api/accounts/activity");
  const changed = () => {
    onChanged();
    void activity.mutate();
  };
  if (accounts.length === 0) {
    return (
      <EmptyState title="No account yet">
        <p className="text-preview text-muted">An account appears with its first event, or when it is connected.</p>
      </EmptyState>
    );
  }
  return (
    <ul aria-label="Accounts" className="flex flex-col gap-3">
      {sortedAccounts(accounts).map((account) => (
        <AccountCard
          key={account.id}
          account={account}
          activity={activity.data?.items.find(({ accountId }) => accountId === account.id) ?? null}
          hasApi={hasApi}
          onChanged={changed}
        />
      ))}
    </ul>
  );
}

/** All connected accounts. postpress is asked how they are when the page opens: what it says settles what deliveries have told. */
export function Accounts({ accounts: start, hasApi, signIn }: Props) {
  const { data, mutate } = useSWR<{ items: Account[] }, unknown>(accountsUrl, { fallbackData: start });
  const { isUnderWay, outcome, run } = useAct(signIn && returned[signIn]);
  const changed = useCallback(() => void mutate(), [mutate]);
  const ask = async () => {
    const answer = await sendJson<{ items: Account[] }>("POST", "/api/accounts/check", {});
    if (answer) await mutate(answer, { revalidate: false });
  };
  const askOnOpening = useEffectEvent(() => {
    if (!hasApi) return;
    void ask().catch(() => undefined); // the button says why, if somebody wants to know
  });
  useEffect(() => {
    askOnOpening();
  }, []);
  const askNow = () =>
    run(async () => {
      await ask();
      return "postpress was asked just now.";
    });
  return (
    <>
      {hasApi ? null : <WithoutKey />}
      <section className="flex flex-col gap-3" aria-label="Connected accounts">
        {hasApi ? (
          <div className="flex flex-wrap items-center gap-3">
            <Button disabled={isUnderWay} onClick={() => void askNow()}>
              <RefreshCw size={16} aria-hidden />
              Ask postpress
            </Button>
          </div>
        ) : null}
        {outcome === null ? null : <Notice look={outcome.look}>{outcome.words}</Notice>}
        <Cards accounts={data?.items ?? start.items} hasApi={hasApi} onChanged={changed} />
      </section>
      {hasApi ? <ConnectAccount /> : null}
    </>
  );
}
