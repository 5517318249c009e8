/**
 * Why a file cannot be had, in words that stay for programs and in a sentence for the person who wanted to see it. That it was the vendor
 * who failed is a 502 or 504; a 503 would say that we are away, and make browsers and proxies come back by themselves.
 */
import { Refusal, type ProblemDetails } from "../http";
import { log } from "../log";
import { VendorError } from "../postpress/client";
import { HungUp } from "./hung-up";
import { TooLarge } from "./incoming";
import { StoreError } from "./store-error";

const mebibyte = 1024 * 1024;

export type FailureWord =
  | "attachment-gone"
  | "vendor-not-configured"
  | "vendor-failed"
  | "vendor-slow"
  | "attachment-too-large"
  | "account-disconnected";

/** `told`: what the log may know of it, never what people see. */
export class Failure extends Error {
  constructor(
    readonly word: FailureWord,
    readonly told: { status: number; type: string } | null = null,
  ) {
    super(word);
  }
}

const gone = new Set([404, 410]);

/** What a download threw, as a failure; what is none of the vendor's comes back as it is. */
export function toFailure(error: unknown): unknown {
  if (error instanceof TooLarge) return new Failure("attachment-too-large");
  if (!(error instanceof VendorError)) return error;
  const { reason, isTimeout } = error;
  if (reason === "not-configured") return new Failure("vendor-not-configured");
  if (error.told === null) return new Failure(isTimeout ? "vendor-slow" : "vendor-failed");
  const told = { status: error.told.status, type: error.told.type };
  if (told.type.startsWith("disconnected_")) return new Failure("account-disconnected", told);
  if (gone.has(told.status)) return new Failure("attachment-gone", told);
  return new Failure(told.status === 504 || told.status === 408 ? "vendor-slow" : "vendor-failed", told);
}

/** `provider`: the network's name for people; `noun`: what they wanted to see. */
export type Speaking = { provider: string; noun: "attachment" | "picture"; mostBytes: number };

/** Runs what brings the bytes. @throws Refusal for all that is known to go wrong */
export async function refusing<T>(speaking: Speaking, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Failure) throw new Refusal({ type: error.word, ...words[error.word](speaking) });
    if (error instanceof HungUp) throw new Refusal(hungUp);
    if (!(error instanceof StoreError)) throw error;
    log.error({ code: error.code }, "the store of attachments cannot be used");
    throw new Refusal(storeAway);
  }
}

const words: Record<FailureWord, (speaking: Speaking) => Omit<ProblemDetails, "type">> = {
  "attachment-gone": ({ provider, noun }) => ({
    status: 410,
    title: `This ${noun} is no longer available.`,
    detail: `${provider} or postpress does not have it any more.`,
  }),
  "vendor-not-configured": () => ({
    status: 501,
    title: "This Postroom is not connected to postpress's API.",
    detail: "An admin connects it by setting POSTPRESS_API_URL and POSTPRESS_API_KEY.",
  }),
  "vendor-failed": ({ noun }) => ({
    status: 502,
    title: `postpress did not hand over the ${noun}.`,
    detail: "Try again in a moment.",
  }),
  "vendor-slow": ({ noun }) => ({
    status: 504,
    title: `postpress takes too long to hand over the ${noun}.`,
    detail: "Try again in a moment.",
  }),
  "attachment-too-large": ({ provider, noun, mostBytes }) => ({
    status: 502,
    title: `This ${noun} is too large to show here.`,
    detail: `Postroom takes files of up to ${String(mostBytes / mebibyte)} MiB. Open the chat in ${provider} to see it.`,
  }),
  "account-disconnected": ({ provider, noun }) => ({
    status: 502,
    title: `The ${provider} account is disconnected.`,
    detail: `The ${noun} comes when the account has been connected again at postpress.`,
  }),
};

/** Kept without an id of the vendor's, there is nothing to ask for. */
export function neverHadAnId(provider: string): Refusal {
  const title = "postpress never said where this attachment is.";
  return new Refusal({
    status: 410,
    type: "attachment-gone",
    title,
    detail: `Open the chat in ${provider} to see it.`,
  });
}

const storeAway: ProblemDetails = {
  status: 503,
  type: "store-unavailable",
  title: "The place where attachments are kept cannot be used right now.",
  detail: "Nothing is lost. An admin finds the reason in the log.",
  retryAfterSeconds: 5,
};

/** For the log of a proxy at most, in the way of nginx. */
const hungUp: ProblemDetails = { status: 499, type: "hung-up", title: "Nobody waits for this any more." };
