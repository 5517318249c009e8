/** Under which address of ours an attachment is asked for. */

/** A failure of the last seconds is answered from memory, unless a person asks once more: `times` counts how often they did. */
export function askedAgain(url: string, times: number): string {
  return times === 0 ? url : `${url}${url.includes("?") ? "&" : "?"}again=${String(times)}`;
}

/** To be saved, whatever it is. */
export function downloadAddress(url: string): string {
  return `${url}?download=1`;
}
