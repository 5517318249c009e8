/** The vendor's synced copy of the chats: what its API answers from and what its webhooks tell of. Everything lives in memory. */
import type { KnownProvider } from "@/domain/inbox";
import type { VendorAttachment } from "./attachments";
import type { Random } from "./random";

export type VendorPerson = {
  id: string;
  name: string;
  providerId: string;
  publicIdentifier: string | null;
  profileUrl: string;
  specifics: Record<string, unknown> | null;
  isSelf: boolean;
};

export type VendorAccount = {
  id: string;
  provider: KnownProvider;
  /** LinkedIn's product */
  feature: string | null;
  name: string;
  /** the account's own id at the provider; WhatsApp tells the phone number instead */
  userId: string | null;
  phoneNumber: string | null;
  self: VendorPerson;
  status: string;
  createdAt: string;
};

export type VendorReaction = { emoji: string; person: VendorPerson };

export type VendorMessage = {
  id: string;
  providerId: string;
  chat: VendorChat;
  sender: VendorPerson;
  text: string | null;
  at: string;
  attachments: VendorAttachment[];
  quoted: VendorMessage | null;
  /** by attendee id: one for each person */
  reactions: Map<string, VendorReaction>;
  messageType: string;
  /** the number of a system line, null for a message of a person */
  eventType: number | null;
  isForwarded: boolean;
  isDelivered: boolean;
  seenBy: Map<string, string>;
  isEdited: boolean;
  isDeleted: boolean;
};

export type VendorChat = {
  id: string;
  providerId: string;
  account: VendorAccount;
  isGroup: boolean;
  /** a group's name, or the subject of an InMail */
  subject: string | null;
  contentType: string | null;
  folders: string[];
  /** everybody but the account itself */
  people: VendorPerson[];
  /** oldest first */
  messages: VendorMessage[];
  unreadCount: number;
  isArchived: boolean;
  isPinned: boolean;
  isMuted: boolean;
  readOnly: 0 | 1 | 2;
};

export type World = {
  /** replaced after the history, so that what lives on differs from run to run while the history stays the same */
  random: Random;
  accounts: Map<string, VendorAccount>;
  chats: Map<string, VendorChat>;
  messages: Map<string, VendorMessage>;
  people: Map<string, { person: VendorPerson; account: VendorAccount }>;
};

export function createWorld(random: Random): World {
  return { random, accounts: new Map(), chats: new Map(), messages: new Map(), people: new Map() };
}

export function addAccount(world: World, account: VendorAccount): VendorAccount {
  world.accounts.set(account.id, account);
  world.people.set(account.self.id, { person: account.self, account });
  return account;
}

export type ChatDraft = {
  account: VendorAccount;
  people: VendorPerson[];
  isGroup?: boolean;
  subject?: string | null;
  contentType?: string | null;
  readOnly?: 0 | 1 | 2;
};

export function addChat(world: World, draft: ChatDraft): VendorChat {
  const { account, people } = draft;
  const isGroup = draft.isGroup ?? false;
  const chat: VendorChat = {
    id: world.random.id(),
    providerId: toProviderChatId(world, { account, people, isGroup }),
    account,
    isGroup,
    subject: draft.subject ?? null,
    contentType: draft.contentType ?? null,
    folders: foldersOf(account),
    people,
    messages: [],
    unreadCount: 0,
    isArchived: false,
    isPinned: false,
    isMuted: false,
    readOnly: draft.readOnly ?? 0,
  };
  for (const person of people) world.people.set(person.id, { person, account });
  world.chats.set(chat.id, chat);
  return chat;
}

function toProviderChatId(
  world: World,
  { account, people, isGroup }: Pick<VendorChat, "account" | "people" | "isGroup">,
) {
  if (isGroup)
    return account.provider === "WHATSAPP" ? `1203630${digits(world.random, 11)}@g.us` : digits(world.random, 15);
  if (account.provider === "LINKEDIN") return `2-${world.random.id()}==`;
  return people[0]?.providerId ?? digits(world.random, 15);
}

export function digits(random: Random, length: number): string {
  return `9${Array.from({ length: length - 1 }, () => String(random.integer(0, 9))).join("")}`;
}

function foldersOf(account: VendorAccount): string[] {
  if (account.provider !== "LINKEDIN") return ["INBOX"];
  return ["INBOX", `INBOX_LINKEDIN_${(account.feature ?? "classic").toUpperCase()}`];
}
