/**
 * One table of the networks: the word people see, the shape of the mark and where the provider's own app is found.
 * An unknown network gets a neutral entry with its own word; what a network can do comes with answering.
 */
import type { KnownProvider } from "./inbox";

export type Mark = "linkedin" | "whatsapp" | "instagram" | "messenger" | "telegram" | "x" | "other";

export type Provider = {
  /** the vendor's word */
  key: string;
  label: string;
  mark: Mark;
  /** where a person opens the network's own inbox; null when we do not know it */
  appUrl: string | null;
};

const known: Record<KnownProvider, Omit<Provider, "key">> = {
  LINKEDIN: { label: "LinkedIn", mark: "linkedin", appUrl: "https://www.linkedin.com/messaging/" },
  WHATSAPP: { label: "WhatsApp", mark: "whatsapp", appUrl: "https://web.whatsapp.com/" },
  INSTAGRAM: { label: "Instagram", mark: "instagram", appUrl: "https://www.instagram.com/direct/inbox/" },
  MESSENGER: { label: "Messenger", mark: "messenger", appUrl: "https://www.messenger.com/" },
  TELEGRAM: { label: "Telegram", mark: "telegram", appUrl: "https://web.telegram.org/" },
  TWITTER: { label: "X", mark: "x", appUrl: "https://x.com/messages" },
};

const isKnown = (key: string): key is KnownProvider => Object.hasOwn(known, key);

/** "SLACK" → "Slack"; nothing to show → "Unknown network". */
function capitalised(raw: string): string {
  const word = raw.trim().toLowerCase().replaceAll("_", " ");
  const first = Array.from(word)[0];
  return first === undefined ? "Unknown network" : first.toUpperCase() + word.slice(first.length);
}

export function providerOf(key: string): Provider {
  return isKnown(key) ? { key, ...known[key] } : { key, label: capitalised(key), mark: "other", appUrl: null };
}

const features: Partial<Record<string, string>> = {
  recruiter: "Recruiter",
  sales_navigator: "Sales Nav",
  organization: "Page",
};

/** "LinkedIn Recruiter": the network with the product of it that the account lives in. */
export function providerWords(key: string, feature: string | null): string {
  const { label } = providerOf(key);
  const product = feature === null ? undefined : features[feature];
  return product === undefined ? label : `${label} ${product}`;
}

const folders: Partial<Record<string, string>> = {
  INBOX: "Other",
  INBOX_LINKEDIN_CLASSIC: "Classic",
  INBOX_LINKEDIN_RECRUITER: "Recruiter",
  INBOX_LINKEDIN_SALES_NAVIGATOR: "Sales Navigator",
  INBOX_LINKEDIN_ORGANIZATION: "Page",
};

/** What one of several inboxes of an account is called; what is new to us by its own word. */
export function folderWords(folder: string): string {
  const words = Object.hasOwn(folders, folder) ? folders[folder] : undefined;
  return words ?? capitalised(folder.replace(/^INBOX_(LINKEDIN_)?/, ""));
}

const order: readonly string[] = Object.keys(known);

/** The order in which networks are listed: ours first, then unknown ones by their word. */
export function compareProviders(left: string, right: string): number {
  const rank = (key: string) => (isKnown(key) ? order.indexOf(key) : order.length);
  return rank(left) - rank(right) || (left < right ? -1 : left > right ? 1 : 0);
}
