/** The accounts of a small shop that rents tandems: nine that work and one whose sign-in has expired. */
import type { AccountDraft } from "../people";

export type DemoAccount = Omit<AccountDraft, "createdAt"> & {
  /** the file of its stories, in `chats/` */
  stories: string;
  /** what its last status said */
  status: "OK" | "CREDENTIALS";
  /** nothing happens here while the demo runs */
  isQuiet?: boolean;
};

export const demoAccounts: readonly DemoAccount[] = [
  {
    id: "demo-wa-rental",
    provider: "WHATSAPP",
    name: "Tandem & Co Rental",
    phoneNumber: "447700900100",
    stories: "wa-rental",
    status: "OK",
  },
  {
    id: "demo-wa-workshop",
    provider: "WHATSAPP",
    name: "Tandem & Co Workshop",
    phoneNumber: "447700900177",
    stories: "wa-workshop",
    status: "OK",
  },
  {
    id: "demo-li-mara",
    provider: "LINKEDIN",
    feature: "classic",
    name: "Mara Velasco",
    stories: "li-mara",
    status: "OK",
  },
  {
    id: "demo-li-hiring",
    provider: "LINKEDIN",
    feature: "recruiter",
    name: "Mara Velasco, Hiring",
    stories: "li-hiring",
    status: "OK",
  },
  { id: "demo-ig-rides", provider: "INSTAGRAM", name: "tandem.rides", stories: "ig-rides", status: "OK" },
  { id: "demo-ig-kids", provider: "INSTAGRAM", name: "tandem.kids", stories: "ig-kids", status: "CREDENTIALS" },
  { id: "demo-ms-tandem", provider: "MESSENGER", name: "Tandem & Co", stories: "ms-tandem", status: "OK" },
  { id: "demo-tg-desk", provider: "TELEGRAM", name: "Tandem Desk", stories: "tg-desk", status: "OK" },
  {
    id: "demo-tg-club",
    provider: "TELEGRAM",
    name: "Tandem Night Club",
    stories: "tg-club",
    status: "OK",
    isQuiet: true,
  },
  { id: "demo-x-tandem", provider: "TWITTER", name: "Tandem & Co", stories: "x-tandem", status: "OK" },
];
