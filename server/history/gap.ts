/**
 * What was missed at one account since some time: the vendor's own list is compared with what we have, a page a turn, newest first. What
 * is not here is kept as news; nothing is kept twice.
 */
import { fetchPage } from "../postpress/api/pages";
import type { Errand, Turn } from "./errands";
import { keepMessages } from "./keep-messages";

const perPage = "250";

/** @throws VendorError */
export async function fillGap(errand: Errand, provider: string): Promise<Turn> {
  const { accountExternalId, since, cursor } = errand;
  if (since === null) return { outcome: "failed", found: 0 };
  const askedAt = new Date();
  const query = { account_id: accountExternalId, after: since.toISOString(), limit: perPage };
  const page = await fetchPage({ path: ["messages"], query, cursor });
  const about = { askedAt, accountExternalId, chatExternalId: null, provider };
  const found = await keepMessages({ ...about, items: page.items, isMissed: true });
  return page.cursor === null ? { outcome: "done", found } : { outcome: "more", found, cursor: page.cursor };
}
