/** What the server said is wrong, in its own words. `status` is 0 when no answer came. */
export class ProblemError extends Error {
  constructor(
    readonly status: number,
    readonly title: string,
    readonly more: { detail: string | null; problems: readonly FieldProblem[] } = { detail: null, problems: [] },
  ) {
    super(title);
  }
}

export type FieldProblem = { path: string; message: string };
