"use client";

import { useState, type ReactNode } from "react";
import { SWRConfig, type Middleware, type SWRConfiguration } from "swr";
import { ProblemError } from "@/components/ui/problem-error";

const pollMs = 5_000;
const catchUpAtMostEveryMs = 2_000;
const finalStatuses = new Set([401, 403, 404, 410]);

/** Unchanged answers are the same objects, also inside a list of pages. */
function isSameAnswer(left: unknown, right: unknown): boolean {
  if (!Array.isArray(left) || !Array.isArray(right)) return left === right;
  return left.length === right.length && left.every((item, place) => item === right[place]);
}

/** Who is no longer signed in goes to the sign-in page and comes back to where they were. */
function leaveWhenSignedOut(error: unknown): void {
  if (!(error instanceof ProblemError) || error.status !== 401) return;
  const back = window.location.pathname + window.location.search;
  const signIn = new URL("/login", window.location.origin);
  signIn.searchParams.set("callbackUrl", back);
  window.location.assign(signIn);
}

/** The first reading comes after the first paint, and so does what reads. */
async function readOnDemand(url: string): Promise<unknown> {
  const { fetchJson } = await import("@/components/ui/fetch-json");
  return fetchJson(url);
}

/** What the server told with the page is as fresh as an answer: it is read again with the next poll, not at once. */
const trustFallback: Middleware = (useNext) => (key, fetcher, config) => {
  const isTold = typeof key === "string" && config.fallback?.[key] !== undefined;
  return useNext(key, fetcher, isTold ? { revalidateOnMount: false, ...config } : config);
};

type Retry = NonNullable<SWRConfiguration<unknown, unknown>["onErrorRetry"]>;

const configuration: SWRConfiguration = {
  use: [trustFallback],
  fetcher: readOnDemand,
  compare: isSameAnswer,
  refreshInterval: pollMs,
  refreshWhenHidden: false,
  revalidateOnFocus: true,
  focusThrottleInterval: catchUpAtMostEveryMs,
  dedupingInterval: 500,
  onError: leaveWhenSignedOut,
  onErrorRetry: (...[error, , , revalidate, { retryCount }]: Parameters<Retry>) => {
    if (error instanceof ProblemError && finalStatuses.has(error.status)) return;
    setTimeout(() => void revalidate({ retryCount }), pollMs);
  },
};

/** Reads every five seconds while the page is seen, never while it is hidden, once when it is seen again. What the server told stands where answers stand, so that it can be changed like one. */
export function Polling({ fallback, children }: { fallback: Record<string, unknown>; children: ReactNode }) {
  const [kept] = useState(() => new Map(Object.entries(fallback).map(([key, told]) => [key, { data: told }])));
  return <SWRConfig value={{ ...configuration, fallback, provider: () => kept }}>{children}</SWRConfig>;
}
