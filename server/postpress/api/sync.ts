/** Whether the vendor fetches older messages of a chat from the network. Asking is what makes it begin, also when it has ended before. */
import { described, words } from "../fields";
import { askVendorJson } from "../client";

const answer = described({ status: words });
const underWay = new Set(["SYNC_STARTED", "SYNC_RUNNING"]);

/** @throws VendorError */
export async function fetchSync(chatId: string): Promise<"running" | "ended"> {
  const told = await askVendorJson({ path: ["chats", chatId, "sync"], signal: AbortSignal.timeout(20_000) });
  return underWay.has(answer.parse(told).status?.toUpperCase() ?? "") ? "running" : "ended";
}
