/**
 * Which passwords are taken, and how one is kept and compared: scrypt with its parameters beside it. Who may try, and how often,
 * is sign-in-throttle.ts; it is asked before anything is hashed, for a hash takes 128 MiB.
 */
import { randomBytes, scrypt, timingSafeEqual } from "node:crypto";

const cost = { N: 131_072, r: 8, p: 1 };
const maxmem = 256 * 1024 * 1024;
const keyBytes = 32;
const shortest = 12;
const longest = 256;

/** The hash queue is full: the machine has more sign-ins to check than it can. */
export class HashQueueFull extends Error {}

/** `scrypt$N$r$p$salt$hash`, the last two base64url. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  const key = await derive(password, salt, cost);
  return ["scrypt", cost.N, cost.r, cost.p, salt.toString("base64url"), key.toString("base64url")].join("$");
}

/** Takes as long for nobody (null) as for somebody, so that the time does not tell who is a user. */
export async function isPassword(password: string, kept: string | null): Promise<boolean> {
  const { salt, key, parameters } = parseKept(kept ?? nobody);
  const derived = await derive(password, salt, parameters);
  return timingSafeEqual(derived, key) && kept !== null;
}

const nobody = `scrypt$${cost.N}$${cost.r}$${cost.p}$${"A".repeat(22)}$${"A".repeat(43)}`;
const keptPattern = /^scrypt\$(\d{1,8})\$(\d{1,2})\$(\d{1,2})\$([\w-]{22,})\$([\w-]{43})$/;

function parseKept(kept: string) {
  const [, N, r, p, salt = "", key = ""] = keptPattern.exec(kept) ?? [];
  if (key === "") throw new Error("a kept password has an unknown form");
  const parameters = { N: Number(N), r: Number(r), p: Number(p) };
  return { salt: Buffer.from(salt, "base64url"), key: Buffer.from(key, "base64url"), parameters };
}

const atOnce = 2;
const mayWait = 20;
let running = 0;
const waiting: (() => void)[] = [];

/** @throws HashQueueFull */
async function derive(password: string, salt: Buffer, parameters: typeof cost): Promise<Buffer> {
  if (waiting.length >= mayWait) throw new HashQueueFull();
  if (running >= atOnce) await new Promise<void>((resume) => waiting.push(resume));
  else running += 1;
  try {
    return await new Promise((done, fail) => {
      scrypt(password, salt, keyBytes, { ...parameters, maxmem }, (error, key) => (error ? fail(error) : done(key)));
    });
  } finally {
    const next = waiting.shift(); // the place is handed over, so that nobody slips in between
    if (next) next();
    else running -= 1;
  }
}

/** What is wrong with a password somebody wants to have, as a sentence; null when it may be used. */
export function passwordProblem(password: string, email: string): string | null {
  const length = Array.from(password).length;
  if (length < shortest) return `Use at least ${shortest} characters.`;
  if (length > longest) return `Use at most ${longest} characters.`;
  if (isCommon(password.toLowerCase(), email.toLowerCase())) return "This password is one of the first to be guessed.";
  return null;
}

/** What is left of a password without the usual decoration: digits and signs around it, figures for letters. */
function isCommon(password: string, email: string): boolean {
  const core = password.replace(/^[^a-z]+|[^a-z]+$/g, "").replace(/[@4310$57!]/g, (sign) => letters.get(sign) ?? sign);
  const name = email.split("@")[0] ?? "";
  const words = [...commonWords, name, "postroom", "postpress"].filter((word) => word.length > 2);
  return (
    /^\d+$/.test(password) || isRepeated(password) || isSequence(password) || (core !== "" && isMadeOf(core, words))
  );
}

const letters = new Map(
  Object.entries({ "@": "a", "4": "a", "3": "e", "1": "i", "!": "i", "0": "o", $: "s", "5": "s", "7": "t" }),
);

/** A short piece over and over: "abcabcabcabc". */
function isRepeated(text: string): boolean {
  return /^(.{1,4})\1+.{0,3}$/u.test(text);
}

const rows = [
  "01234567890123456789",
  "abcdefghijklmnopqrstuvwxyz",
  "qwertyuiopasdfghjklzxcvbnm",
  "qwertzuiopasdfghjklyxcvbnm",
  "1q2w3e4r5t6y7u8i9o0p",
];

function isSequence(text: string): boolean {
  return rows.some((row) => row.includes(text) || Array.from(row).reverse().join("").includes(text));
}

/** Nothing but common words, one after the other. */
function isMadeOf(text: string, words: readonly string[]): boolean {
  const reached = new Set([0]);
  for (let end = 1; end <= text.length; end += 1) {
    if (words.some((word) => reached.has(end - word.length) && text.slice(end - word.length, end) === word))
      reached.add(end);
  }
  return reached.has(text.length);
}

const commonWords = (
  "password passwort passw passwd pass word welcome willkommen admin administrator root user login letmein let me in " +
  "qwerty qwertz qwertyuiop azerty asdf asdfgh asdfghjkl zxcvbn zxcvbnm qazwsx qaz wsx edc abc abcd abcdef " +
  "iloveyou ilove you love lovely sunshine princess dragon monkey football baseball basketball soccer hockey superman batman " +
  "starwars pokemon master shadow michael jordan jennifer ashley daniel charlie computer internet samsung google facebook " +
  "linkedin whatsapp instagram telegram twitter messenger trustno whatever freedom flower cookie cheese summer winter spring " +
  "autumn monday friday january december secret changeme change test testing guest default example company support hello " +
  "hallo bonjour correct horse battery staple killer hunter ginger pepper banana orange purple silver golden diamond matrix " +
  "mustang ferrari mercedes liverpool arsenal chelsea barcelona thomas george andrew joshua matthew jessica amanda nicole"
).split(" ");
