/**
 * The vendor page's own sample, as the settings page sends it through the real door. Time and message id are fresh each time, so that
 * one sees it arrive; account and chat stay the sample's, so that it can be told from real ones and cleared.
 */
export const sampleAccountId = "dfXlh46vQYCsMbVarumWlg";
export const sampleChatId = "R8J-xM9WX7eoHLp6gSVtWQ";

const ownId = "ACoAAAcDMMQBODyLwZrRcgYhrkCafURGqva0U4E";
const profileUrl = `https://www.linkedin.com/in/${ownId}/`;
const kim = {
  attendee_id: "C8zaRZTlVcmfnke_Vai4Gg",
  attendee_name: "Kim postpress",
  attendee_provider_id: ownId,
  attendee_profile_url: profileUrl,
};
const bastien = {
  attendee_id: "12Siz1Vcmfnke_Vai4Gg",
  attendee_name: "Bastien postpress",
  attendee_provider_id: "AA1212sqqsMQBODyLwZrRcgYhrkCafURGqva0U4E",
  attendee_profile_url: profileUrl,
};

export function sampleDelivery(now: Date, messageId: string): string {
  return JSON.stringify({
    event: "message_received",
    webhook_name: "Webhook demo",
    timestamp: now.toISOString(),
    account_id: sampleAccountId,
    account_type: "LINKEDIN",
    account_info: { type: "LINKEDIN", feature: "classic", user_id: ownId },
    chat_id: sampleChatId,
    message_id: messageId,
    message: "Hello World!",
    sender: kim,
    attendees: [bastien],
    attachments: [
      image(
        "2-MTY5MzQ3ODM0MTgxOWI4MDA4My0wMDMmNjg2M2E2MTgtNjM2Yi01OWNkLWFjNmQtYjE3Y2NjNTU5ZWZkXzAxMw==",
        "image/jpeg",
        [150, 150],
      ),
      image("2-SECOND_ATTACHMENT_ID_EXAMPLE", "image/png", [1920, 1080]),
    ],
    reaction: "😄",
    reaction_sender: kim,
  });
}

function image(id: string, mimetype: string, [width, height]: [number, number]) {
  const size = { height: String(height), width: String(width) };
  return { id, type: "img", mimetype, size, sticker: false, unavailable: false, url: `att://${id}` };
}
