/** Mutants of the saved deliveries: fields bent, bytes flipped, cut and pasted, by seeded chance. */
import { randomFrom } from "../traffic.mjs";
import { savedEvents } from "./events.mjs";
import { oddDates, oddKeys, oddValues } from "./odd-values.mjs";

/** @yields `{ name, bytes }` */
export function* mutants({ seed, count }) {
  const random = randomFrom(seed);
  const pick = (list) => list[Math.floor(random() * list.length)];
  for (let number = 0; number < count; number += 1) {
    const { name, payload } = pick(savedEvents);
    const bent = bend(structuredClone(payload), { random, pick });
    const text = Buffer.from(JSON.stringify(bent), "utf8");
    const bytes = random() < 0.4 ? damage(text, { random, pick }) : text;
    yield { name: `mutant ${number} of ${name}`, bytes };
  }
}

/** One to four fields. */
function bend(payload, chance) {
  const times = 1 + Math.floor(chance.random() * 4);
  for (let time = 0; time < times; time += 1) {
    const places = listPlaces(payload);
    if (places.length > 0) chance.pick(bends)(chance.pick(places), chance);
  }
  return payload;
}

const bends = [
  ({ holder, key }) => delete holder[key],
  ({ holder, key }, { pick }) => (holder[key] = structuredClone(pick(oddValues))),
  ({ holder, key }, { pick }) => (holder[key] = pick(oddDates)),
  ({ holder, key }) => (holder[key] = [holder[key], holder[key]]),
  ({ holder, key }) => (holder[key] = { [key]: holder[key] }),
  ({ holder, key }) => (holder[key] = JSON.stringify(holder[key]) ?? ""),
  ({ holder, key }) => (holder[key] = Number.parseFloat(JSON.stringify(holder[key]))),
  ({ holder, key }, { pick }) => define(holder, pick(oddKeys), holder[key]),
  ({ holder, key }) => define(holder, `${key}_`, holder[key]),
  ({ holder, key }) => define(holder, key.toString().toUpperCase(), holder[key]),
  ({ holder, key }, { random }) => (holder[key] = "x".repeat(Math.floor(random() * 5000))),
];

/** Plain assignment to `__proto__` would make no field. */
function define(holder, key, value) {
  if (Array.isArray(holder)) return; // has no fields that JSON would show, and a length that takes no value
  Object.defineProperty(holder, key, { value, enumerable: true, configurable: true, writable: true });
}

function listPlaces(value) {
  if (typeof value !== "object" || value === null) return [];
  const keys = Array.isArray(value) ? [...value.keys()] : Object.keys(value);
  return keys.flatMap((key) => [{ holder: value, key }, ...listPlaces(value[key])]);
}

function damage(bytes, chance) {
  return chance.pick(damages)(bytes, Math.floor(chance.random() * bytes.length), chance);
}

const damages = [
  (bytes, at) => bytes.subarray(0, at),
  (bytes, at) => bytes.subarray(at),
  (bytes, at, { random }) =>
    Buffer.concat([bytes.subarray(0, at), Buffer.from([Math.floor(random() * 256)]), bytes.subarray(at + 1)]),
  (bytes, at, { random }) => Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + Math.floor(random() * 40))]),
  (bytes, at) => Buffer.concat([bytes.subarray(0, at), bytes]),
  (bytes, at) => Buffer.concat([bytes.subarray(0, at), Buffer.from([0, 0xff, 0xfe, 0xc0, 0x80]), bytes.subarray(at)]),
  (bytes) => Buffer.concat([bytes, Buffer.from("\n"), bytes]),
  (bytes) => Buffer.from(bytes.toString("utf8"), "utf16le"),
];
