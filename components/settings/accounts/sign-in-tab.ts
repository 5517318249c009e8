"use client";

import { useCallback, useState } from "react";
import { sendJson } from "@/components/ui/fetch-json";

type Wanted = { type: "create"; provider: string | null } | { type: "reconnect"; accountId: string };

/**
 * Opens postpress's page in a tab of its own. The tab is opened with the click and led on when the link is there, or browsers would take it
 * for an advertisement; where it cannot be opened, the link is there to be followed.
 */
export function useSignInTab(): { link: string | null; open: (wanted: Wanted) => Promise<void> } {
  const [link, setLink] = useState<string | null>(null);
  const open = useCallback(async (wanted: Wanted) => {
    setLink(null);
    const tab = window.open("", "_blank");
    if (tab) tab.opener = null;
    try {
      const answer = await sendJson<{ url: string }>("POST", "/api/accounts/link", wanted);
      if (!answer) return;
      if (tab) tab.location.replace(answer.url);
      else setLink(answer.url);
    } catch (error) {
      tab?.close();
      throw error;
    }
  }, []);
  return { link, open };
}
