"use client";

import { CircleAlert, CircleCheck } from "lucide-react";
import useSWR from "swr";
import { Button } from "@/components/ui/button";
import { sendJson } from "@/components/ui/fetch-json";
import { ProblemError } from "@/components/ui/problem-error";
import { Notice } from "@/components/ui/notice";
import { problemWords, useAct } from "@/components/ui/use-act";
import {
  findingWords,
  isRight,
  webhookCheckUrl,
  webhookRegisterUrl,
  type WebhookFinding,
} from "@/domain/webhook-check";

function Finding({ finding }: { finding: WebhookFinding }) {
  const { name, state, problems } = findingWords(finding);
  const isGood = isRight(finding);
  const Icon = isGood ? CircleCheck : CircleAlert;
  return (
    <li className="flex gap-2 px-4 py-3">
      <Icon size={16} aria-hidden className={`mt-0.5 flex-none ${isGood ? "text-success" : "text-danger"}`} />
      <div className="min-w-0">
        <p>
          <span className="font-medium">{name}</span>: {state}
        </p>
        {problems.map((problem) => (
          <p key={problem} className="text-preview text-muted [overflow-wrap:anywhere]">
            {problem}
          </p>
        ))}
      </div>
    </li>
  );
}

/** Whether both webhooks stand at postpress as they must, and one button that puts them there. */
export function WebhookRegistration({ isOnlyLocal }: { isOnlyLocal: boolean }) {
  const check = useSWR<{ items: WebhookFinding[] }, unknown>(webhookCheckUrl, {
    refreshInterval: 0,
    revalidateOnFocus: false,
  });
  const { isUnderWay, outcome, run } = useAct();
  const register = () =>
    run(async () => {
      const answer = await sendJson<{ items: WebhookFinding[] }>("POST", webhookRegisterUrl, {});
      if (answer) await check.mutate(answer, { revalidate: false });
      return "Both webhooks stand at postpress.";
    });
  const items = check.data?.items;
  const isDone = items?.every(isRight) === true;
  return (
    <section className="flex flex-col gap-3" aria-labelledby="webhook-registration">
      <div>
        <h2 id="webhook-registration" className="text-name font-semibold">
          Register it by a click
        </h2>
        <p className="text-preview text-muted mt-1">
          Makes both webhooks at postpress, with all six events, the header and JSON. What is right already stays.
        </p>
      </div>
      {isOnlyLocal ? (
        <p className="text-preview text-muted">
          The address below leads to this machine alone. postpress can reach it once <code>PUBLIC_URL</code> is its
          public one.
        </p>
      ) : null}
      {check.error instanceof ProblemError ? <Notice look="problem">{problemWords(check.error)}</Notice> : null}
      {items ? (
        <ul aria-label="Webhooks at postpress" className="border-border rounded-card divide-border divide-y border">
          {items.map((finding) => (
            <Finding key={finding.source} finding={finding} />
          ))}
        </ul>
      ) : null}
      <div className="flex flex-wrap gap-2">
        <Button look={isDone ? "plain" : "primary"} disabled={isUnderWay || isDone} onClick={() => void register()}>
          Register the webhooks
        </Button>
        <Button disabled={isUnderWay} onClick={() => void check.mutate()}>
          Check again
        </Button>
      </div>
      {outcome === null ? null : <Notice look={outcome.look}>{outcome.words}</Notice>}
    </section>
  );
}
