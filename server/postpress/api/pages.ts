/** The vendor's lists, page by page: items and a cursor that leads to the next page and overrides everything else that is asked. */
import { z } from "zod";
import { askVendorJson, VendorError } from "../client";

const page = z.object({ items: z.array(z.unknown()), cursor: z.string().nullish() });

export type Page = {
  items: unknown[];
  /** null at the end */
  cursor: string | null;
};

type Asked = { path: readonly string[]; query?: Record<string, string>; cursor?: string | null; signal?: AbortSignal };

const patienceMs = 20_000;

/** @throws VendorError, also for an answer that is no list */
export async function fetchPage({ path, query = {}, cursor = null, signal }: Asked): Promise<Page> {
  const asked = cursor === null ? query : { ...query, cursor };
  const value = await askVendorJson({ path, query: asked, signal: signal ?? AbortSignal.timeout(patienceMs) });
  const parsed = page.safeParse(value);
  if (!parsed.success) throw new VendorError("interrupted");
  const next = parsed.data.cursor ?? null;
  return { items: parsed.data.items, cursor: parsed.data.items.length === 0 || next === "" ? null : next };
}

const mostPages = 40;

/** All of a list that is never long, such as that of the accounts. @throws VendorError */
export async function fetchAll(asked: Asked): Promise<unknown[]> {
  const items: unknown[] = [];
  let cursor: string | null = null;
  for (let pages = 0; pages < mostPages; pages += 1) {
    const read: Page = await fetchPage({ ...asked, cursor });
    items.push(...read.items);
    cursor = read.cursor;
    if (cursor === null) break;
  }
  return items;
}
