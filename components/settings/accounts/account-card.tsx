"use client";

import { ChevronRight, CircleCheck, CircleDashed, TriangleAlert } from "lucide-react";
import { AccountActions } from "@/components/settings/accounts/account-actions";
import { LookForm } from "@/components/settings/accounts/look-form";
import { Avatar } from "@/components/ui/avatar";
import { useClock } from "@/components/ui/clock";
import { TimeText } from "@/components/ui/time-text";
import { accountStanding, trafficWords, type AccountStanding } from "@/domain/account-state-words";
import type { AccountActivity } from "@/domain/account-activity";
import type { Account } from "@/domain/inbox";
import { providerWords } from "@/domain/providers";

const looks = {
  good: { Icon: CircleCheck, colour: "text-success" },
  waiting: { Icon: CircleDashed, colour: "text-muted" },
  bad: { Icon: TriangleAlert, colour: "text-danger" },
} as const;

type Props = {
  account: Account;
  /** null until it is known */
  activity: AccountActivity | null;
  hasApi: boolean;
  onChanged: () => void;
};

function Standing({ standing }: { standing: AccountStanding }) {
  const { Icon, colour } = looks[standing.look];
  return (
    <div className="flex flex-col gap-1">
      <p className={`flex items-center gap-1.5 font-medium ${colour}`}>
        <Icon size={16} aria-hidden />
        {standing.label}
      </p>
      {standing.next === null ? null : <p className="text-preview text-muted">{standing.next}</p>}
    </div>
  );
}

function Facts({ account, activity }: Pick<Props, "account" | "activity">) {
  const { identity, lastEventAt, externalId } = account;
  return (
    <dl className="text-preview grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1">
      <dt className="text-muted">Identity</dt>
      <dd className="[overflow-wrap:anywhere]">
        <bdi>{identity ?? "not told yet"}</bdi>
      </dd>
      <dt className="text-muted">Last event</dt>
      <dd>
        {lastEventAt === null ? (
          "none yet"
        ) : (
          <>
            <TimeText at={lastEventAt} as="day" />, <TimeText at={lastEventAt} as="clock" />
          </>
        )}
      </dd>
      <dt className="text-muted">Traffic</dt>
      <dd>{activity === null ? "…" : trafficWords(activity.messagesPerDay)}</dd>
      <dt className="text-muted">At postpress</dt>
      <dd className="font-mono [overflow-wrap:anywhere]">{externalId}</dd>
    </dl>
  );
}

/** One account: who it is, how it is, and what to do next. */
export function AccountCard({ account, activity, hasApi, onChanged }: Props) {
  const { now } = useClock();
  const standing = accountStanding(account, now);
  const { name, ownName, provider, feature, colour, isTest } = account;
  return (
    <li
      aria-label={name}
      className="border-border rounded-card flex flex-col gap-3 border border-s-[5px] px-4 py-4"
      style={colour === null ? undefined : { borderInlineStartColor: `var(--look-${colour})` }}
    >
      <div className="flex items-center gap-3">
        <Avatar name={name} pictureUrl={null} sizePx={40} provider={provider} />
        <div className="min-w-0">
          <h2 className="truncate font-semibold">
            <bdi>{name}</bdi>
          </h2>
          <p className="text-preview text-muted truncate">
            {providerWords(provider, feature)}
            {name === ownName ? null : (
              <>
                {" · "}
                <bdi>{ownName}</bdi>
              </>
            )}
            {isTest ? " · test account" : null}
          </p>
        </div>
      </div>
      <Standing standing={standing} />
      <Facts account={account} activity={activity} />
      {hasApi && !isTest ? (
        <AccountActions account={account} advised={standing.action} gap={activity?.gap ?? null} onChanged={onChanged} />
      ) : null}
      <details className="group">
        <summary className="text-muted hover:text-fg touch:min-h-11 flex min-h-6 w-fit list-none items-center gap-1 font-medium">
          <ChevronRight size={16} aria-hidden className="transition-transform group-open:rotate-90 rtl:-scale-x-100" />
          Name and colour
        </summary>
        <div className="pt-3">
          <LookForm account={account} onChanged={onChanged} />
        </div>
      </details>
    </li>
  );
}
