/** What happens at an account, apart from how it is: how much is written, and how the last look for what was missed went. */

/** `since` is from when on it looked, `found` how many messages it brought. `endedAt` is null while it goes on. */
export type GapCheck = { state: "waiting" | "done" | "failed"; since: string; endedAt: string | null; found: number };

/** `messagesPerDay` is on average of the last seven days; `gap` is null where nobody ever looked. */
export type AccountActivity = { accountId: string; messagesPerDay: number; gap: GapCheck | null };
