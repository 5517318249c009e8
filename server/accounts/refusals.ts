/** Why the vendor could not do what a person asked for, in words for that person. */
import { Refusal, type ProblemDetails } from "../http";
import { VendorError } from "../postpress/client";

export const notConfigured = () =>
  new Refusal({
    status: 501,
    type: "vendor-not-configured",
    title: "This needs postpress's API.",
    detail: "Set POSTPRESS_API_URL and POSTPRESS_API_KEY, and restart.",
  });
const slow: ProblemDetails = {
  status: 504,
  type: "vendor-slow",
  title: "postpress did not answer.",
  detail: "Nothing here has changed. Try again in a moment.",
};
const wrongKey: ProblemDetails = {
  status: 502,
  type: "vendor-failed",
  title: "postpress does not accept the key.",
  detail: "Check POSTPRESS_API_KEY, and that it belongs to POSTPRESS_API_URL.",
};
const keyTypes = new Set(["missing_credentials", "invalid_credentials", "wrong_account"]);

/** Runs something that asks the vendor. @throws Refusal in place of a VendorError */
export async function asked<Answer>(ask: () => Promise<Answer>): Promise<Answer> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof VendorError && error.reason === "not-configured") throw notConfigured();
    if (error instanceof VendorError) throw new Refusal(detailsOf(error));
    throw error;
  }
}

function detailsOf({ told }: VendorError): ProblemDetails {
  if (told === null) return slow;
  if (keyTypes.has(told.type)) return wrongKey;
  const detail = `It says: ${told.title} (${told.type}).`;
  return { status: 502, type: "vendor-failed", title: "postpress refused.", detail };
}

/** Whether the vendor has no such thing. */
export function isGone(error: unknown): boolean {
  return error instanceof VendorError && error.told?.status === 404;
}
