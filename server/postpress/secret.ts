/**
 * Is it postpress? The vendor signs nothing, so the static header that we chose ourselves is the only proof of origin.
 * What to answer a stranger is the door's matter.
 */
import { createHash, timingSafeEqual } from "node:crypto";

/**
 * Two secrets may be valid at once, so that one can be replaced without a gap. Digests are compared, in constant time: the
 * secrets themselves may differ in length. `presented` is a header as Node and `Headers` give it, one character a byte.
 */
export function createSecretCheck(secrets: readonly string[]): (presented: string | null) => boolean {
  const expected = secrets.map((secret) => digest(Buffer.from(secret, "utf8")));
  return (presented) => {
    const actual = digest(Buffer.from(presented ?? "", "latin1"));
    const matches = expected.map((one) => timingSafeEqual(one, actual));
    return presented !== null && matches.includes(true);
  };
}

function digest(bytes: Buffer): Buffer {
  return createHash("sha256").update(bytes).digest();
}
