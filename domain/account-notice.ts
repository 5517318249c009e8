/** What keeps an account from receiving, at length, as it stands above its list. */
import { ailmentOf, type Ailment } from "./account-health";
import type { Account } from "./inbox";
import { providerOf } from "./providers";
import { elapsed } from "./times";

export type AccountNotice = {
  happened: string;
  /** what is safe */
  safe: string;
  /** what to do */
  next: string;
};

const safe = "What was received until then is here.";

type Words = (account: Pick<Account, "name">, told: { network: string; silence: string }) => AccountNotice;

const words: Record<Ailment, Words> = {
  reconnect: ({ name }, { network }) => ({
    happened: `${network} has signed ${name} out, so nothing new arrives.`,
    safe,
    next: "Reconnect it at postpress.",
  }),
  error: ({ name }, { network }) => ({
    happened: `postpress cannot reach ${name} at ${network}.`,
    safe,
    next: "See what postpress says of it.",
  }),
  stopped: ({ name }) => ({
    happened: `${name} has been stopped, so nothing new arrives.`,
    safe,
    next: "Start it again at postpress.",
  }),
  deleted: ({ name }) => ({
    happened: `${name} was removed at postpress.`,
    safe: "Its chats stay here.",
    next: "To go on, connect it anew.",
  }),
  quiet: ({ name }, { network, silence }) => ({
    happened: `${name} counts as connected, but nothing has arrived for ${silence}: longer than usual at these hours.`,
    safe: "Nothing that arrived is lost.",
    next: `If ${network} has new messages, reconnect it at postpress.`,
  }),
};

/** Null while nothing is known to be wrong. */
export function accountNotice(account: Account, now: string): AccountNotice | null {
  const ailment = ailmentOf(account);
  if (ailment === null) return null;
  const silence = account.lastEventAt === null ? "a while" : elapsed(account.lastEventAt, now);
  return words[ailment](account, { network: providerOf(account.provider).label, silence });
}
