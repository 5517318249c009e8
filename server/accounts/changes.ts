/** What an admin does with an account at the vendor. How it is afterwards is read back; its chats stay whatever happens. */
import { db } from "../db";
import { queueGap } from "../history/errands";
import { log } from "../log";
import { askVendorJson, isVendorConfigured } from "../postpress/client";
import { requireAccount } from "./known-account";
import { readAccount, readAccounts } from "./read-accounts";
import { asked, isGone, notConfigured } from "./refusals";

const patienceMs = 30_000;

/** Asks how all of them are. @throws Refusal when the vendor does not tell */
export async function checkAccounts(): Promise<void> {
  await asked(readAccounts);
}

/** @throws Refusal 404, or what the vendor says */
export async function restartAccount(id: string): Promise<void> {
  const { externalId } = await requireAccount(id);
  const path = ["accounts", externalId, "restart"];
  await asked(async () => {
    await askVendorJson({ method: "POST", path, signal: AbortSignal.timeout(patienceMs) });
    await readAccount(externalId);
  });
  log.info({ accountId: externalId }, "an account was restarted");
}

const lookBackMs = 7 * 24 * 3_600_000;

/** Looks for what was missed in the last week, by and by. @throws Refusal 404, 501 without an API */
export async function askForGap(id: string): Promise<void> {
  const { externalId } = await requireAccount(id);
  if (!isVendorConfigured()) throw notConfigured();
  await queueGap(db(), { accountExternalId: externalId, since: new Date(Date.now() - lookBackMs), dueInMs: 0 });
}

/** At the vendor; one that is gone there already is fine. @throws Refusal 404, or what the vendor says */
export async function removeAccount(id: string): Promise<void> {
  const { externalId } = await requireAccount(id);
  const path = ["accounts", externalId];
  await asked(async () => {
    try {
      await askVendorJson({ method: "DELETE", path, signal: AbortSignal.timeout(patienceMs) });
    } catch (error) {
      if (!isGone(error)) throw error;
    }
    await readAccount(externalId);
  });
  log.info({ accountId: externalId }, "an account was removed");
}
