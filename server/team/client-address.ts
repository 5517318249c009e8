/**
 * Who is asking, as an address. `scripts/serve.mjs` writes the address of the connection into a header of its own on every request;
 * X-Forwarded-For counts only as far as the proxies named in TRUSTED_PROXIES wrote it.
 */
import { env } from "../env";

export const peerHeader = "x-postroom-peer";

export function clientAddress(headers: Headers): string {
  const trusted = new Set(
    env()
      .TRUSTED_PROXIES.split(",")
      .map((one) => plain(one)),
  );
  const peer = plain(headers.get(peerHeader) ?? "unknown");
  const forwarded = (headers.get("x-forwarded-for") ?? "").split(",").map(plain).filter(Boolean);
  let address = peer;
  while (trusted.has(address) && forwarded.length > 0) address = forwarded.pop() ?? address;
  return address;
}

/** IPv4 in IPv6 clothes is the same address. */
function plain(address: string): string {
  return address
    .trim()
    .toLowerCase()
    .replace(/^::ffff:/, "");
}
