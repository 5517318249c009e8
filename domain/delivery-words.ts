/** How the log of deliveries is named and addressed. */
import type { Delivery, DeliveryState } from "./inbox";

export const deliveryStates = ["kept", "applied", "ignored", "quarantined"] as const satisfies readonly DeliveryState[];
export type ShownState = DeliveryState | "all";

export const deliveryStateWords: Record<DeliveryState, string> = {
  kept: "Kept",
  applied: "Applied",
  ignored: "Ignored",
  quarantined: "Quarantined",
};

export function parseShownState(value: string | undefined): ShownState {
  return deliveryStates.find((state) => state === value) ?? "all";
}

export function deliveriesUrl(state: ShownState, cursor: string | null): string {
  const params = new URLSearchParams();
  if (state !== "all") params.set("state", state);
  if (cursor !== null) params.set("cursor", cursor);
  return params.size === 0 ? "/api/deliveries" : `/api/deliveries?${params.toString()}`;
}

export const replayUrl = (deliveryId: string) => `/api/deliveries/${encodeURIComponent(deliveryId)}/replay`;

/** The vendor's ids that the delivery named, each with what it names. */
export function deliveryIds({ accountId, chatId, messageId }: Delivery): { name: string; id: string }[] {
  return [
    { name: "Account", id: accountId },
    { name: "Chat", id: chatId },
    { name: "Message", id: messageId },
  ].filter((one): one is { name: string; id: string } => one.id !== null);
}
