/** How an account is, in words for its page in the settings: a label, what to do next, and which button does it. */
import { ailmentOf } from "./account-health";
import type { GapCheck } from "./account-activity";
import type { Account } from "./inbox";
import { plural } from "./measures";
import { providerOf } from "./providers";
import { elapsed } from "./times";

export type AccountStanding = {
  look: "good" | "waiting" | "bad";
  label: string;
  /** null where there is nothing to do */
  next: string | null;
  action: "reconnect" | "restart" | null;
};

type Words = (account: Account, now: string) => AccountStanding;

const words: Record<Account["state"] | "quiet", Words> = {
  ok: () => ({ look: "good", label: "Connected", next: null, action: null }),
  quiet: ({ provider, lastEventAt }, now) => ({
    look: "bad",
    label: lastEventAt === null ? "Quiet" : `Quiet for ${elapsed(lastEventAt, now)}`,
    next: `It counts as connected, and is quieter than its own rhythm. If ${providerOf(provider).label} shows new messages, reconnect it.`,
    action: "reconnect",
  }),
  connecting: () => ({
    look: "waiting",
    label: "Connecting",
    next: "This usually takes a minute. Nothing to do.",
    action: null,
  }),
  reconnect: ({ provider }) => ({
    look: "bad",
    label: "Signed out",
    next: `${providerOf(provider).label} has signed it out, so nothing new arrives. Reconnect it: what was missed then follows.`,
    action: "reconnect",
  }),
  error: ({ provider }) => ({
    look: "bad",
    label: "Not reachable",
    next: `postpress cannot reach it at ${providerOf(provider).label}. Restart it; if that does not help, reconnect it.`,
    action: "restart",
  }),
  stopped: () => ({
    look: "bad",
    label: "Stopped",
    next: "Nothing new arrives until it is restarted.",
    action: "restart",
  }),
  deleted: () => ({
    look: "bad",
    label: "Removed",
    next: "Its chats stay here. To go on, connect it anew.",
    action: null,
  }),
  unknown: ({ rawState }) => ({
    look: "waiting",
    label: rawState === null ? "Not known yet" : `postpress says ${rawState}`,
    next: rawState === null ? "postpress tells with the next change, or when it is asked." : null,
    action: null,
  }),
};

export function accountStanding(account: Account, now: string): AccountStanding {
  return words[ailmentOf(account) === "quiet" ? "quiet" : account.state](account, now);
}

/** "about 12 messages a day"; below one a day by the week. */
export function trafficWords(messagesPerDay: number): string {
  if (messagesPerDay === 0) return "no message in a week";
  if (messagesPerDay >= 1) return `${String(Math.round(messagesPerDay))} messages a day`;
  const aWeek = Math.round(messagesPerDay * 7);
  return aWeek === 1 ? "1 message a week" : `${String(aWeek)} messages a week`;
}

/** How the last look for what was missed went. */
export function gapWords({ state, found }: GapCheck): string {
  const brought = plural(found, "message", "messages");
  if (state === "waiting")
    return found === 0 ? "Comparing with postpress…" : `Comparing with postpress… ${brought} so far.`;
  if (state === "failed") return "postpress could not be compared with.";
  return found === 0
    ? "Compared with postpress: nothing was missing."
    : `Compared with postpress: ${brought} found and filled in.`;
}
