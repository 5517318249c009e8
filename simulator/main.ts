/**
 * `npx tsx simulator/main.ts --target <webhook url> [--demo] [--secret …] [--header …] [--port 0] [--api-key …] [--seed …] [--pace <ms>]`
 *
 * What the flags leave out comes from POSTPRESS_WEBHOOK_SECRET, POSTPRESS_WEBHOOK_HEADER and POSTPRESS_API_KEY. Prints its own address in one
 * line when it is ready, and "told" when the demo's history has been sent; ends on SIGTERM, on Ctrl-C and when its parent is gone. With POSTROOM_DATA the moment at which the demo's history
 * ends is kept there, so that a second start tells the same history, to the byte.
 */
import { existsSync, fstatSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { parseArgs } from "node:util";
import type { SimulatorOptions } from "./simulator";
import { startSimulator } from "./simulator";

const flags = {
  target: { type: "string" },
  secret: { type: "string" },
  header: { type: "string" },
  port: { type: "string" },
  "api-key": { type: "string" },
  seed: { type: "string" },
  pace: { type: "string" },
  demo: { type: "boolean" },
} as const;

async function main(): Promise<void> {
  const options = readOptions();
  const simulator = await startSimulator(options);
  const end = () => {
    void simulator.stop().then(() => process.exit(0));
  };
  process.once("SIGTERM", end);
  process.once("SIGINT", end);
  endWithParent(end);
  console.log(options.apiKey === undefined ? `${simulator.url} X-API-KEY ${simulator.apiKey}` : simulator.url);
  await simulator.demo?.told.then(() => console.log("told"));
}

function readOptions(): SimulatorOptions {
  const { values } = parseArgs({ options: flags });
  const { env } = process;
  if (values.target === undefined) throw new Error("--target, the address of the webhook, is needed.");
  const apiKey = values["api-key"] ?? env.POSTPRESS_API_KEY;
  return {
    webhookUrl: values.target,
    secret: readSecret(values.secret ?? env.POSTPRESS_WEBHOOK_SECRET),
    headerName: values.header ?? env.POSTPRESS_WEBHOOK_HEADER ?? "Postroom-Webhook-Secret",
    port: Number(values.port ?? 0),
    ...(apiKey && { apiKey }),
    ...(values.seed && { seed: values.seed }),
    ...(values.demo && { demo: readDemo(values.pace, env.POSTROOM_DATA) }),
  };
}

/** Of two, while one is being replaced, the first. */
function readSecret(written: string | undefined): string {
  const [secret = ""] = (written ?? "").split(",");
  if (secret.trim() === "") throw new Error("--secret or POSTPRESS_WEBHOOK_SECRET is needed.");
  return secret.trim();
}

function readDemo(pace: string | undefined, dataFolder: string | undefined): SimulatorOptions["demo"] & object {
  return { epochMs: readEpoch(dataFolder), ...(pace !== undefined && { paceMs: Number(pace) }) };
}

function readEpoch(dataFolder: string | undefined): number {
  if (!dataFolder) return Date.now();
  const file = join(dataFolder, "simulator-epoch");
  const kept = existsSync(file) ? Number(readFileSync(file, "utf8")) : Number.NaN;
  if (kept > 0) return kept;
  const epochMs = Date.now();
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, String(epochMs), { mode: 0o600 });
  return epochMs;
}

/** A parent that dies without a word leaves us to another one, or closes the pipe that is our standard input. */
function endWithParent(end: () => void): void {
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) end();
  }, 1000).unref();
  const input = fstatSync(0);
  if (input.isFIFO() || input.isSocket()) process.stdin.once("end", end).resume();
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
