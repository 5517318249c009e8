/** The simulator as the vendor: a small world of people who write, webhooks that arrive before a step goes on, and the API over that world. */
import { randomBytes } from "node:crypto";
import { expect } from "@playwright/test";
import type { KnownProvider } from "@/domain/inbox";
import { withClient } from "../scripts/database.mjs";
import { createAttachment, type AttachmentDraft } from "../simulator/attachments";
import {
  addMessage,
  changeStatus,
  deleteMessage,
  deliverMessage,
  editMessage,
  react,
  readMessage,
} from "../simulator/happenings";
import { createAccount, createPerson } from "../simulator/people";
import { createRandom } from "../simulator/random";
import type { Sendable, WebhookPayload } from "../simulator/webhook-body";
import { createWebhookSender } from "../simulator/webhook-sender";
import {
  addAccount,
  addChat,
  createWorld,
  type VendorAccount,
  type VendorChat,
  type VendorMessage,
  type VendorPerson,
} from "../simulator/world";
import type { VendorApi } from "./vendor-api";

export type AccountTold = { provider?: KnownProvider; name?: string; feature?: string };
export type ChatTold = { account?: VendorAccount; people?: string[]; subject?: string };
export type MessageTold = {
  by?: VendorPerson;
  minutesAgo?: number;
  attachments?: AttachmentDraft[];
  quoted?: VendorMessage;
  eventType?: number;
  /** fields as the vendor would put them, over what the simulator made */
  raw?: WebhookPayload;
};

export type Vendor = ReturnType<typeof createVendor>;

const minutes = (ago: number) => new Date(Date.now() - ago * 60_000).toISOString();

export function createVendor(desk: { url: string; databaseUrl: string; secret: string; api: VendorApi }) {
  const world = createWorld(createRandom(randomBytes(8).toString("hex")));
  const target = {
    webhookUrl: `${desk.url}/api/webhooks/postpress`,
    headerName: "Postroom-Webhook-Secret",
    secret: desk.secret,
  };
  const sender = createWebhookSender({ ...target, delaysMs: [100, 100, 100] });
  desk.api.serve({ world, echo: (payload) => void sender.send(payload) });

  /** one look at a time, however many send at once: the database takes only so many connections */
  let looking: Promise<unknown> = Promise.resolve();

  /** Resolves when the deliveries are kept and applied. */
  async function send(...deliveries: Sendable[]): Promise<void> {
    const entries = await Promise.all(deliveries.map((delivery) => sender.send(delivery)));
    expect(entries.map(({ outcome }) => outcome)).toEqual(deliveries.map(() => "acked"));
    const kept = () =>
      withClient(
        desk.databaseUrl,
        async (client: { query: (text: string) => Promise<{ rowCount: number | null }> }) => {
          const { rowCount } = await client.query(`SELECT 1 FROM "Delivery" WHERE "state" = 'kept' LIMIT 1`);
          return rowCount;
        },
      );
    const look = () => expect.poll(kept, { intervals: [20] }).toBe(0);
    await (looking = looking.then(look, look));
  }

  function account(told: AccountTold = {}): VendorAccount {
    const { provider = "WHATSAPP", name = "Tandem Desk", feature } = told;
    const phone = provider === "WHATSAPP" ? { phoneNumber: `1202555${String(world.random.integer(1000, 9999))}` } : {};
    const draft = {
      id: world.random.id(),
      provider,
      name,
      createdAt: minutes(60),
      ...(feature && { feature }),
      ...phone,
    };
    return addAccount(world, createAccount(world.random, draft));
  }

  function chat(told: ChatTold = {}): VendorChat {
    const { account: of = account(), people = ["Ana Ribeiro"], subject = null } = told;
    const everybody = people.map((name) => createPerson(world.random, { name, provider: of.provider }));
    return addChat(world, { account: of, people: everybody, subject, isGroup: people.length > 1 });
  }

  function draft(
    chatOf: VendorChat,
    text: string | null,
    told: MessageTold,
  ): { message: VendorMessage; payload: WebhookPayload } {
    const by = told.by ?? chatOf.people[0];
    if (!by) throw new Error("nobody is in this chat");
    const attachments = (told.attachments ?? []).map((one) => createAttachment(world.random, one));
    const { quoted = null, eventType = null, minutesAgo = 0 } = told;
    const made = addMessage(world, {
      chat: chatOf,
      sender: by,
      text,
      attachments,
      quoted,
      eventType,
      at: minutes(minutesAgo),
    });
    return { message: made.message, payload: { ...made.payload, ...told.raw } };
  }

  async function says(chatOf: VendorChat, text: string | null, told: MessageTold = {}): Promise<VendorMessage> {
    const { message, payload } = draft(chatOf, text, told);
    await send(payload);
    return message;
  }

  /** Many at once, oldest first, a minute apart, the last one now. */
  async function saysAll(chatOf: VendorChat, texts: readonly string[]): Promise<VendorMessage[]> {
    const made = texts.map((text, place) => draft(chatOf, text, { minutesAgo: texts.length - 1 - place }));
    await send(...made.map(({ payload }) => payload));
    return made.map(({ message }) => message);
  }

  return {
    account,
    chat,
    send,
    /** It happens at the network and at the vendor, and nobody is told. */
    missed: (chatOf: VendorChat, text: string, told: MessageTold = {}) => draft(chatOf, text, told).message,
    says,
    saysAll,
    answers: (chatOf: VendorChat, text: string, told: MessageTold = {}) =>
      says(chatOf, text, { by: chatOf.account.self, ...told }),
    reacts: (message: VendorMessage, emoji: string, by = message.chat.people[0] ?? message.sender) =>
      send(react(message, by, { emoji, at: minutes(0) })),
    edits: (message: VendorMessage, text: string) => send(editMessage(message, text, minutes(0))),
    deletes: (message: VendorMessage) => send(deleteMessage(message, minutes(0))),
    delivers: (message: VendorMessage) => send(deliverMessage(message, minutes(0))),
    reads: (message: VendorMessage, by = message.chat.people[0] ?? message.sender) =>
      send(readMessage(message, by, minutes(0))),
    changes: (of: VendorAccount, status: string) => send(changeStatus(of, status)),
    /** what the product asks the API for, and ways to make that go wrong */
    api: desk.api,
    attachmentPath: (message: VendorMessage, place = 0) =>
      `messages/${message.id}/attachments/${message.attachments[place]?.id ?? "none"}`,
    picturePath: (of: VendorPerson | VendorChat) => `chat_attendees/${of.id}/picture`,
    stop: () => sender.stop(),
  };
}
