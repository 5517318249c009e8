/**
 * Where our pages find the pictures of people and groups: under our own addresses, and only where the vendor's API is configured,
 * since the pictures come from there.
 */
import { isVendorConfigured } from "../postpress/client";

/** Null when there is nobody to show, or nowhere to get a picture from. */
export function attendeePictureUrl(attendeeId: string | null): string | null {
  return attendeeId !== null && isVendorConfigured() ? `/api/attendees/${attendeeId}/picture` : null;
}

/** The group's own picture. */
export function chatPictureUrl(chatId: string): string | null {
  return isVendorConfigured() ? `/api/chats/${chatId}/picture` : null;
}
