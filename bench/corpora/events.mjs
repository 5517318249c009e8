/** The six events (and their relatives) as saved with the simulator, to be bent out of shape. */
import { readFileSync, readdirSync } from "node:fs";

const folder = new URL("../../simulator/payloads/", import.meta.url);

/** `{ name, payload }` of every saved delivery that is JSON. */
export const savedEvents = readdirSync(folder)
  .filter((file) => file.endsWith(".json"))
  .sort()
  .map((file) => ({ name: file.slice(0, -5), payload: JSON.parse(readFileSync(new URL(file, folder), "utf8")) }));

export const savedForm = readFileSync(new URL("message_received_form.txt", folder), "utf8").trim();

export function savedEvent(name) {
  const found = savedEvents.find((event) => event.name === name);
  if (!found) throw new Error(`no saved delivery ${name}`);
  return structuredClone(found.payload);
}
