/** Chooses campaigns and sizes, lends them the stage, and sums up. */
import { parseArgs } from "node:util";
import { ensureBuilt } from "../../scripts/build.mjs";
import { campaign as badInput } from "./bad-input.mjs";
import { campaign as duplicates } from "./duplicates.mjs";
import { campaign as firstMessages } from "./first-messages.mjs";
import { campaign as health } from "./health.mjs";
import { campaign as hostileUpstream } from "./hostile-upstream.mjs";
import { campaign as killApp } from "./kill-app.mjs";
import { campaign as killDatabase } from "./kill-database.mjs";
import { campaign as oversize } from "./oversize.mjs";
import { campaign as poison } from "./poison.mjs";
import { openStage } from "./stage.mjs";

/** Each: `{ id, title, quick, full, run(stage, size) }`; `run` throws when the promise is broken, and returns what it saw as one line. */
const campaigns = [
  killApp,
  killDatabase,
  duplicates,
  firstMessages,
  badInput,
  oversize,
  poison,
  health,
  hostileUpstream,
];
const sizeNames = [...new Set(campaigns.flatMap(({ quick }) => Object.keys(quick)))];

/** @returns the exit code */
export async function runCampaigns(args) {
  const options = Object.fromEntries(sizeNames.map((name) => [name, { type: "string" }]));
  const flags = { full: { type: "boolean" }, quick: { type: "boolean" } };
  const { values, positionals } = parseArgs({ args, options: { ...options, ...flags }, allowPositionals: true });
  const chosen = choose(positionals);
  await ensureBuilt({ onBuild: () => console.log("  … Building") });
  const stage = openStage();
  try {
    return await runAll(stage, chosen, values);
  } finally {
    await stage.close();
  }
}

function choose(ids) {
  const unknown = ids.find((id) => !campaigns.some((campaign) => campaign.id === id.toUpperCase()));
  if (unknown) throw new Error(`No campaign ${unknown}: there are ${campaigns.map(({ id }) => id).join(", ")}.`);
  return ids.length === 0 ? campaigns : campaigns.filter(({ id }) => ids.some((one) => one.toUpperCase() === id));
}

async function runAll(stage, chosen, values) {
  let failed = 0;
  for (const campaign of chosen) if (!(await runOne(stage, campaign, values))) failed += 1;
  console.log(`\n${chosen.length - failed} passed, ${failed} failed`);
  return failed > 0 ? 1 : 0;
}

async function runOne(stage, campaign, values) {
  const size = { ...campaign[values.full ? "full" : "quick"] };
  for (const name of Object.keys(size)) if (values[name] !== undefined) size[name] = Number(values[name]);
  const startedAt = performance.now();
  const head = `${campaign.id.padEnd(4)}${campaign.title}`;
  try {
    const seen = await campaign.run(stage, size);
    console.log(`  ✓ ${head}: ${seen} (${seconds(startedAt)})`);
    return true;
  } catch (error) {
    console.log(`  ✗ ${head} (${seconds(startedAt)})\n      ${error.isDemand ? error.message : error.stack}`);
    for (const line of stage.lastLogLines()) console.log(`      | ${line}`);
    return false;
  } finally {
    await stage.clear();
  }
}

function seconds(startedAt) {
  return `${((performance.now() - startedAt) / 1000).toFixed(1)} s`;
}
