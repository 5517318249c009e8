/** People mentioned in a text, whom the vendor names by their ids: `{{90017765432@lid}}`. */
import { isolated } from "./harmless-text";

const token = /@?\{\{([^{}]{1,200})\}\}/g;
const providersAddress = /@(?:lid|s\.whatsapp\.net|c\.us)$|^\+?\d{5,}$/;

/** The ids between braces, as they stand there. */
export function mentionedIn(text: string | null): string[] {
  return text === null ? [] : Array.from(text.matchAll(token), ([, alias = ""]) => alias);
}

/**
 * Each becomes the person's name, or "someone" where nobody knows it; never the digits of an id or a phone number. Braces around
 * anything else are what somebody wrote.
 */
export function withMentions(text: string, nameOf: (alias: string) => string | null): string {
  return text.replaceAll(token, (written: string, alias: string) => {
    const name = nameOf(alias);
    if (name === null) return providersAddress.test(alias) ? "@someone" : written;
    return `@${isolated(name)}`;
  });
}
