/** What S6 plays with: attachments that arrive in messages full of foreign addresses, and a person who opens them. */
import { demand, demandEqual } from "./demand.mjs";
import { toPayload } from "./known-traffic.mjs";
import { untilApplied } from "./ledger-check.mjs";
import { ask, deliver } from "./probe.mjs";

/** One message with attachments of these ids; whatever else may hold an address points at the canary. @returns our ids by theirs */
export async function receive({ database, product, canary }, externalIds, messageId) {
  const payload = toPayload("message_received", { prefix: "s6", chat: "s6-chat", id: messageId, number: 1 });
  const attachments = externalIds.map((id) => ({
    attachment_id: id,
    attachment_type: "img",
    attachment_name: "photo.jpg",
    mimetype: "image/jpeg",
    url: `${canary.url}/url`,
    attachment_url: `${canary.url}/attachment-url`,
  }));
  const { status } = await deliver(product, { ...payload, attachments });
  demandEqual(status, 200, "the delivery");
  await untilApplied(database);
  const rows = await database.query(`SELECT "id", "externalId" FROM "Attachment"`);
  const ids = Object.fromEntries(rows.map(({ id, externalId }) => [externalId, id]));
  for (const id of externalIds) demand(ids[id] !== undefined, `the attachment ${JSON.stringify(id)} is not there`);
  return ids;
}

export function openAttachment({ product, cookie }, { id, timeoutMs = 45_000, query = "" }) {
  return ask(`${product.url}/api/attachments/${id}${query}`, { headers: { cookie }, timeoutMs });
}
