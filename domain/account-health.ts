/** What keeps an account from receiving, in short, as it stands where accounts are chosen. */
import type { Account } from "./inbox";

export type Ailment = "reconnect" | "error" | "stopped" | "deleted" | "quiet";

type Told = Pick<Account, "state" | "isQuiet">;

/** Null while nothing is known to be wrong. */
export function ailmentOf({ state, isQuiet }: Told): Ailment | null {
  if (state === "reconnect" || state === "error" || state === "stopped" || state === "deleted") return state;
  return isQuiet ? "quiet" : null;
}

export const ailmentWords: Record<Ailment, string> = {
  reconnect: "reconnect",
  error: "error",
  stopped: "stopped",
  deleted: "removed",
  quiet: "quiet",
};
