/** Browsers of Apple show nothing of a video until they are sent to a place in it. */
export const firstFrame = (url: string): string => `${url}#t=0.001`;
