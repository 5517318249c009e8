/**
 * `npm run campaign -- R1 R3 [--full] [--kills 20 …]` runs fault campaigns, `--quick` (or no name) all of them at their quick size. One line a
 * campaign, and at the end `N passed, N failed`. They meet the product as postpress and people do, through the simulator's sender.
 */
import { register } from "tsx/esm/api";

register(); // the simulator is written in TypeScript
const { runCampaigns } = await import("./campaigns/run.mjs");
process.exit(await runCampaigns(process.argv.slice(2)));
