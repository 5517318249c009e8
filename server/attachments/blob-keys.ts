/** Under which name a blob is kept: our id, spread over folders, so that none grows without end. Nothing foreign gets into a name. */

export const attachmentKey = (attachmentId: string) => keyOf("attachments", attachmentId);

/** `ownerId`: an attendee's, or a chat's for the picture of a group. */
export const pictureKey = (ownerId: string) => keyOf("pictures", ownerId);

function keyOf(folder: string, id: string): string {
  const name = id.toLowerCase();
  return `${folder}/${name.slice(0, 2)}/${name}`;
}
