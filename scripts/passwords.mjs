/** Password hashes in the very format of server/team/passwords.ts, for scripts that run without the server: `scrypt$N$r$p$salt$hash`. */
import { randomBytes, randomInt, scryptSync } from "node:crypto";

const N = 131072;
const r = 8;
const p = 1;

export function hashPassword(password) {
  const salt = randomBytes(16);
  const hash = scryptSync(password, salt, 32, { N, r, p, maxmem: 256 * N * r });
  return ["scrypt", N, r, p, salt.toString("base64url"), hash.toString("base64url")].join("$");
}

/** Readable aloud, about 80 bits: four groups of four letters and digits without look-alikes. */
export function inventPassword() {
  const letters = "abcdefghjkmnpqrstuvwxyz23456789";
  const pick = () => letters[randomInt(letters.length)];
  return Array.from({ length: 4 }, () => Array.from({ length: 4 }, pick).join("")).join("-");
}
