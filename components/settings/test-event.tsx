"use client";

import { useState } from "react";
import useSWR from "swr";
import { Button } from "@/components/ui/button";
import { sendJson } from "@/components/ui/fetch-json";
import { ProblemError } from "@/components/ui/problem-error";
import { Notice } from "@/components/ui/notice";
import { PageLink } from "@/components/ui/page-link";
import { ProviderBadge } from "@/components/ui/provider-badge";
import type { Account } from "@/domain/inbox";
import { accountsUrl } from "@/domain/inbox-address";

type Outcome = { kind: "sent"; chatId: string } | { kind: "cleared" } | { kind: "failed"; words: string } | null;

function Outcome({ outcome }: { outcome: Outcome }) {
  if (outcome === null) return null;
  if (outcome.kind === "failed") return <Notice look="problem">{outcome.words}</Notice>;
  if (outcome.kind === "cleared") return <Notice look="success">The test data is gone.</Notice>;
  return (
    <Notice look="success">
      The sample went through the webhook.{" "}
      <PageLink
        href={`/inbox?chat=${outcome.chatId}`}
        className="text-accent font-medium underline-offset-4 hover:underline"
      >
        Open its chat
      </PageLink>
    </Notice>
  );
}

function TestAccounts({
  accounts,
  isBusy,
  onClear,
}: {
  accounts: readonly Account[];
  isBusy: boolean;
  onClear: () => void;
}) {
  if (accounts.length === 0) return null;
  return (
    <div className="border-border rounded-card flex items-center gap-3 border px-4 py-3">
      <ul className="min-w-0 flex-1">
        {accounts.map(({ id, provider, name }) => (
          <li key={id} className="flex items-center gap-2">
            <ProviderBadge provider={provider} sizePx={16} />
            <bdi className="truncate">{name}</bdi>
            <span className="text-meta text-muted">test account</span>
          </li>
        ))}
      </ul>
      <Button look="danger" disabled={isBusy} onClick={onClear}>
        Clear test data
      </Button>
    </div>
  );
}

/** The vendor's own sample through the real webhook, and away with it again. */
export function TestEvent() {
  const accounts = useSWR<{ items: Account[] }, unknown>(accountsUrl);
  const [outcome, setOutcome] = useState<Outcome>(null);
  const [isBusy, setIsBusy] = useState(false);
  const run = async (act: () => Promise<Outcome>) => {
    setIsBusy(true);
    try {
      setOutcome(await act());
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      setOutcome({ kind: "failed", words: [error.title, error.more.detail ?? ""].join(" ") });
    } finally {
      setIsBusy(false);
      void accounts.mutate();
    }
  };
  const send = async (): Promise<Outcome> => {
    const answer = await sendJson<{ chatId: string }>("POST", "/api/test-event", {});
    return { kind: "sent", chatId: answer?.chatId ?? "" };
  };
  const clear = async (): Promise<Outcome> => {
    await sendJson("DELETE", "/api/test-event");
    return { kind: "cleared" };
  };
  return (
    <section className="flex flex-col gap-4" aria-labelledby="test-event">
      <div>
        <h2 id="test-event" className="text-name font-semibold">
          Try it without postpress
        </h2>
        <p className="text-preview text-muted mt-1">
          Sends postpress’s sample message through the real webhook. Its account is marked as a test.
        </p>
      </div>
      <div>
        <Button disabled={isBusy} onClick={() => void run(send)}>
          Send the sample
        </Button>
      </div>
      <Outcome outcome={outcome} />
      <TestAccounts
        accounts={accounts.data?.items.filter(({ isTest }) => isTest) ?? []}
        isBusy={isBusy}
        onClear={() => void run(clear)}
      />
    </section>
  );
}
