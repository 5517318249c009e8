"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { sendJson } from "@/components/ui/fetch-json";
import { Notice } from "@/components/ui/notice";
import { useAct } from "@/components/ui/use-act";
import type { Account } from "@/domain/inbox";

/** Takes an account away at postpress, once somebody has said that they mean it. */
export function RemoveAccount({ account, onChanged }: { account: Account; onChanged: () => void }) {
  const [isAsking, setIsAsking] = useState(false);
  const { isUnderWay, outcome, run } = useAct();
  const remove = () =>
    run(async () => {
      await sendJson("DELETE", `/api/accounts/${account.id}`);
      setIsAsking(false);
      onChanged();
      return null;
    });
  return (
    <>
      <Button look="danger" onClick={() => setIsAsking(true)}>
        Remove…
      </Button>
      {isAsking ? (
        <Dialog label={`Remove ${account.name}`} className="max-w-[440px]" onClose={() => setIsAsking(false)}>
          <div className="flex flex-col gap-4 p-5">
            <h2 className="text-name font-semibold">
              Remove <bdi>{account.name}</bdi>?
            </h2>
            <p>
              postpress forgets its sign-in, and nothing new arrives for anybody. Its chats and messages stay here. To
              go on later, somebody has to sign in again.
            </p>
            {outcome === null ? null : <Notice look={outcome.look}>{outcome.words}</Notice>}
            <div className="flex flex-wrap justify-end gap-2">
              <Button autoFocus onClick={() => setIsAsking(false)}>
                Keep it
              </Button>
              <Button look="danger" disabled={isUnderWay} onClick={() => void remove()}>
                Remove the account
              </Button>
            </div>
          </div>
        </Dialog>
      ) : null}
    </>
  );
}
