import { createContext, useContext } from "react";

/** Shows what happened to a message of the chat. */
export const OpenDetails = createContext<(messageId: string) => void>(() => undefined);

export const useOpenDetails = () => useContext(OpenDetails);
