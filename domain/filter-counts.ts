/** What each filter of the list would show unread. An account's count is that of its chats which hold something unread. */
import type { Account } from "./inbox";
import type { ChatFilter } from "./inbox-address";
import { compareProviders } from "./providers";

export type ProviderCount = { provider: string; unreadCount: number };

const sum = (accounts: readonly Account[]) => accounts.reduce((total, { unreadCount }) => total + unreadCount, 0);

/** One line for each network that has an account, in the order in which networks are listed. */
export function providerCounts(accounts: readonly Account[]): ProviderCount[] {
  const providers = [...new Set(accounts.map(({ provider }) => provider))].sort(compareProviders);
  return providers.map((provider) => ({
    provider,
    unreadCount: sum(accounts.filter((account) => account.provider === provider)),
  }));
}

/** Unread chats within the network and account that are chosen, whether or not only unread ones are shown. */
export function unreadWithin(accounts: readonly Account[], { provider, accountId }: ChatFilter): number {
  const isWithin = (account: Account) =>
    (provider === null || account.provider === provider) && (accountId === null || account.id === accountId);
  return sum(accounts.filter(isWithin));
}

/** Accounts grouped by network, then by name. */
export function sortedAccounts(accounts: readonly Account[]): Account[] {
  return [...accounts].sort(
    (left, right) => compareProviders(left.provider, right.provider) || (left.name < right.name ? -1 : 1),
  );
}
