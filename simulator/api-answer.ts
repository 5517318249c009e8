/** What a handler of the API may say: an answer, or the vendor's kind of error. */

export type Answer =
  | { status: number; json: Record<string, unknown> }
  | { status: 200; bytes: Uint8Array; mimetype: string; name: string | null };

/** `type` is the vendor's word after "errors/". */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    readonly type: string,
    readonly detail: string,
  ) {
    super(detail);
  }
}

const titles: Record<number, string> = {
  400: "Bad Request",
  401: "Unauthorized",
  403: "Forbidden",
  404: "Not Found",
  405: "Method Not Allowed",
  422: "Unprocessable Entity",
  500: "Internal Server Error",
};

export function toErrorAnswer({ status, type, detail }: ApiError): Answer {
  return { status, json: { status, type: `errors/${type}`, title: titles[status] ?? "Error", detail } };
}

export function notFound(what: string): ApiError {
  return new ApiError(404, "resource_not_found", `${what} was not found.`);
}

type Place = { offset: number; query: Record<string, string> };

const longestPage = 250;
const usualPage = 100;

/** One page of a list. The cursor holds the place and the query it belongs to, and so overrides the other parameters. */
export function toPage<Item>(
  kind: string,
  query: URLSearchParams,
  list: { find: (query: URLSearchParams) => readonly Item[]; toShape: (item: Item) => Record<string, unknown> },
): Answer {
  const cursor = query.get("cursor");
  const place: Place = cursor === null ? { offset: 0, query: Object.fromEntries(query) } : readCursor(cursor);
  const wanted = new URLSearchParams(place.query);
  const limit = readLimit(wanted.get("limit"));
  const found = list.find(wanted);
  const items = found.slice(place.offset, place.offset + limit).map(list.toShape);
  const next = place.offset + limit < found.length ? writeCursor({ ...place, offset: place.offset + limit }) : null;
  return { status: 200, json: { object: `${kind}List`, items, cursor: next } };
}

function readLimit(written: string | null): number {
  const limit = written === null ? usualPage : Number(written);
  if (Number.isInteger(limit) && limit >= 1 && limit <= longestPage) return limit;
  throw new ApiError(400, "invalid_parameters", `limit must be between 1 and ${String(longestPage)}.`);
}

function writeCursor(place: Place): string {
  return Buffer.from(JSON.stringify(place)).toString("base64url");
}

function readCursor(cursor: string): Place {
  try {
    const read: unknown = JSON.parse(Buffer.from(cursor, "base64url").toString("utf8"));
    if (isPlace(read)) return read;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  throw new ApiError(400, "invalid_parameters", "The cursor is not one of ours.");
}

function isPlace(value: unknown): value is Place {
  return (
    typeof value === "object" &&
    value !== null &&
    "offset" in value &&
    "query" in value &&
    typeof value.offset === "number"
  );
}

/** `before` and `after` are exclusive. */
export function isBetween(at: string | null, query: URLSearchParams): boolean {
  const before = query.get("before");
  const after = query.get("after");
  if (before === null && after === null) return true;
  const ms = Date.parse(at ?? "");
  return (before === null || ms < Date.parse(before)) && (after === null || ms > Date.parse(after));
}
