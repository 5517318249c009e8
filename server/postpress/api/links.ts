/** The vendor's own page on which somebody signs an account in: how it is asked for, and what it tells afterwards. */
import { z } from "zod";
import { described, id, words } from "../fields";
import { parseBody } from "../body";
import { askVendorJson, VendorError } from "../client";

export type LinkWanted = {
  /** the vendor's word of a network; null leaves the choice to whoever signs in */
  provider: string | null;
  /** the vendor's id of an account to be connected again */
  accountId: string | null;
  apiUrl: string;
  expiresAt: Date;
  /** comes back in what the vendor tells afterwards */
  name: string;
  notifyUrl: string;
  /** where the person is sent afterwards, with `connected` or `failed` */
  returnUrl: string;
};

const answer = z.object({ url: z.url({ protocol: /^https?$/ }) });
const patienceMs = 20_000;

/** The address of the page. @throws VendorError */
export async function askForLink(wanted: LinkWanted): Promise<string> {
  const { provider, accountId, apiUrl, expiresAt, name, notifyUrl, returnUrl } = wanted;
  const body = {
    type: accountId === null ? "create" : "reconnect",
    providers: provider === null ? "*" : [provider],
    api_url: apiUrl,
    expiresOn: expiresAt.toISOString(),
    notify_url: notifyUrl,
    name,
    success_redirect_url: `${returnUrl}?signIn=done`,
    failure_redirect_url: `${returnUrl}?signIn=failed`,
    ...(accountId !== null && { reconnect_account: accountId }),
  };
  const path = ["hosted", "accounts", "link"];
  const told = await askVendorJson({ method: "POST", path, body, signal: AbortSignal.timeout(patienceMs) });
  const parsed = answer.safeParse(told);
  if (!parsed.success) throw new VendorError("interrupted");
  return parsed.data.url;
}

const sentAfterwards = described({ status: words, account_id: id, name: words });

export type SignInTold = { hasFailed: boolean; accountId: string | null; name: string };

const failures = new Set(["CREATION_FAIL", "RECONNECTION_FAIL"]);

/** What the vendor tells when somebody has signed in, or tried to; null for what is nothing of the kind. */
export function parseSignIn(text: string): SignInTold | null {
  const body = parseBody(new TextEncoder().encode(text));
  const parsed = sentAfterwards.safeParse(body.isReadable ? body.value : null);
  if (!parsed.success) return null;
  const { status, account_id: accountId, name } = parsed.data;
  return name === null ? null : { hasFailed: failures.has(status?.toUpperCase() ?? ""), accountId, name };
}
