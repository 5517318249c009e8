"use client";

import { useId, useState } from "react";
import { SignInLink } from "@/components/settings/accounts/sign-in-link";
import { useSignInTab } from "@/components/settings/accounts/sign-in-tab";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { useAct } from "@/components/ui/use-act";
import { providerOf } from "@/domain/providers";

const networks = ["LINKEDIN", "WHATSAPP", "INSTAGRAM", "MESSENGER", "TELEGRAM", "TWITTER"] as const;

/** A new account, through postpress's own page: passwords and codes never pass through here. */
export function ConnectAccount() {
  const id = useId();
  const [network, setNetwork] = useState("");
  const { isUnderWay, outcome, run } = useAct();
  const { link, open } = useSignInTab();
  const connect = () =>
    run(async () => {
      await open({ type: "create", provider: network === "" ? null : network });
      return "Sign in on postpress’s page. The account appears here by itself.";
    });
  return (
    <section className="flex flex-col gap-3" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`} className="text-name font-semibold">
        Connect an account
      </h2>
      <div className="flex flex-wrap items-end gap-3">
        <label className="flex flex-col gap-1.5">
          <span className="text-preview font-medium">Network</span>
          <select
            value={network}
            onChange={(event) => setNetwork(event.target.value)}
            className="bg-surface border-border-strong rounded-control text-body touch:min-h-11 touch:text-[1rem] min-h-9 border px-3 py-1"
          >
            <option value="">Chosen there</option>
            {networks.map((one) => (
              <option key={one} value={one}>
                {providerOf(one).label}
              </option>
            ))}
          </select>
        </label>
        <Button look="primary" disabled={isUnderWay} onClick={() => void connect()} className="min-h-9">
          Connect
        </Button>
      </div>
      <p className="text-preview text-muted">
        Opens postpress’s page in a new tab. The link works once, for an hour; what you type there never passes through
        Postroom.
      </p>
      {outcome === null ? null : <Notice look={outcome.look}>{outcome.words}</Notice>}
      <SignInLink href={link} />
    </section>
  );
}
