/** How many chats with something unread each filter of the list holds. What stands beside the filters adds up to their total. */
import type { Account } from "./inbox";
import type { ChatFilter } from "./inbox-address";
import { compareProviders } from "./providers";

type Unread = { unreadCount: number };

export const totalUnread = (parts: readonly Unread[]) =>
  parts.reduce((total, { unreadCount }) => total + unreadCount, 0);

export type ProviderCount = Unread & { provider: string };

/** One line for each network that has an account, in the order in which networks are listed. */
export function providerCounts(accounts: readonly Account[]): ProviderCount[] {
  const providers = [...new Set(accounts.map(({ provider }) => provider))].sort(compareProviders);
  return providers.map((provider) => ({
    provider,
    unreadCount: totalUnread(accounts.filter((account) => account.provider === provider)),
  }));
}

/** Unread chats within the network, account and folder that are chosen, whether or not only unread ones are shown. */
export function unreadWithin(accounts: readonly Account[], { provider, accountId, folder }: ChatFilter): number {
  const isWithin = (account: Account) =>
    (provider === null || account.provider === provider) && (accountId === null || account.id === accountId);
  const within = accounts.filter(isWithin);
  if (folder === null) return totalUnread(within);
  return totalUnread(within.flatMap(({ folders }) => folders.filter((one) => one.folder === folder)));
}

/** Only then its folders are worth telling apart. */
export function hasSeveralFolders({ folders }: Account): boolean {
  return folders.length > 1;
}

/** Accounts grouped by network, then by name. */
export function sortedAccounts(accounts: readonly Account[]): Account[] {
  return [...accounts].sort(
    (left, right) => compareProviders(left.provider, right.provider) || (left.name < right.name ? -1 : 1),
  );
}
