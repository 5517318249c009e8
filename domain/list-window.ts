/** Which rows of a long list are drawn, and where to scroll: all rows are equally high. Heights in pixels, rows by their index. */

export type Box = { scrollTop: number; height: number };
export type Rows = { count: number; height: number };
/** From `first` up to, but without, `end`. */
export type RowRange = { first: number; end: number };

/** Beyond either edge, so that a scroll shows rows and not their absence. */
const spareRows = 8;
/** The range moves in steps, so that not every pixel draws anew. */
const stepRows = 4;
/** Before the box has been measured, and on the server: what any screen shows at once. */
export const drawnAtStart: RowRange = { first: 0, end: 20 };

/** Rows that are seen, if only in part. */
export function rowsInView({ scrollTop, height }: Box, rows: Rows): RowRange {
  const first = Math.floor(Math.max(0, scrollTop) / rows.height);
  const end = Math.ceil((Math.max(0, scrollTop) + height) / rows.height);
  return { first: Math.min(first, rows.count), end: Math.min(end, rows.count) };
}

export function rowsToDraw(box: Box, rows: Rows): RowRange {
  const { first, end } = rowsInView(box, rows);
  const from = Math.floor((first - spareRows) / stepRows) * stepRows;
  const to = Math.ceil((end + spareRows) / stepRows) * stepRows;
  return { first: Math.max(0, from), end: Math.min(rows.count, to) };
}

/** Whether what is drawn for the one does for the other too. */
export function isSameStep(one: Box, other: Box, rowHeight: number): boolean {
  const step = ({ scrollTop }: Box) => Math.floor(scrollTop / (stepRows * rowHeight));
  return one.height === other.height && step(one) === step(other);
}

/** As little as brings the whole row into view. */
export function scrollTopToShow(index: number, box: Box, rows: Rows): number {
  const top = index * rows.height;
  const bottom = top + rows.height;
  if (top < box.scrollTop) return top;
  return bottom > box.scrollTop + box.height ? bottom - box.height : box.scrollTop;
}

/** How far PageUp and PageDown go: what fits, less one row that stays in view. */
export function rowsOfPage({ height }: Box, rows: Rows): number {
  return Math.max(1, Math.floor(height / rows.height) - 1);
}

/** Time to read the next page: the rows that are known end soon. */
export function isNearEnd({ end }: RowRange, count: number): boolean {
  return end >= count - 2 * spareRows;
}

export type Step = "next" | "previous" | "first" | "last" | "page-down" | "page-up";

/** The row to go to from this one, null where there is none; from outside the list (-1) the first. */
export function rowAfter(
  step: Step,
  from: number,
  { count, pageRows }: { count: number; pageRows: number },
): number | null {
  if (count === 0) return null;
  if (from < 0) return step === "last" ? count - 1 : 0;
  const steps = { next: 1, previous: -1, "page-down": pageRows, "page-up": -pageRows, first: -count, last: count };
  const to = Math.min(count - 1, Math.max(0, from + steps[step]));
  return to === from ? null : to;
}
