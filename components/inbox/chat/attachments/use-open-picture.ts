import { createContext, useContext } from "react";

/** Shows an attachment of the chat large. */
export const OpenPicture = createContext<(attachmentId: string) => void>(() => undefined);

export const useOpenPicture = () => useContext(OpenPicture);
