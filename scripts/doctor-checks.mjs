/** What `npm run doctor` looks at. Each check says what it found, or throws a Problem that says what to do; `null` is nothing to look at. */
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { statfs } from "node:fs/promises";
import { join } from "node:path";
import { readMigrations, compareMigrations, root } from "./migrations.mjs";
import { Problem } from "./problem.mjs";
import { findTooOld } from "./floors.mjs";
import { checkStore } from "./store-check.mjs";

const ENOUGH_DISK_BYTES = 1_000_000_000;

/** On the machine, before any database. */
export const machineChecks = {
  Node: () => process.versions.node,
  Packages: () => {
    const { packages } = JSON.parse(readFileSync(join(root, "node_modules", ".package-lock.json"), "utf8"));
    const tooOld = findTooOld(packages);
    if (tooOld.length > 0) throw new Problem(`versions with known holes: ${tooOld.join("; ")}. Update Postroom.`);
    return `${Object.keys(packages).length} installed, none with known holes`;
  },
  "Data folder": ({ dataDir }) => {
    if (!existsSync(dataDir)) throw new Problem(`${dataDir} does not exist yet: run npm start once.`);
    const open = readdirSync(dataDir).filter((name) => isOpenFile(join(dataDir, name)));
    if (open.length > 0) throw new Problem(`others can read ${open.join(", ")}: chmod 600 ${join(dataDir, open[0])}`);
    return `${dataDir}, closed to others`;
  },
  Disk: async ({ dataDir }) => {
    const { bavail, bsize } = await statfs(existsSync(dataDir) ? dataDir : root);
    const free = `${((bavail * bsize) / 1e9).toFixed(1)} GB free`;
    if (bavail * bsize < ENOUGH_DISK_BYTES) throw new Problem(`${free}: make room; a full disk stops receiving.`);
    return free;
  },
  Attachments: checkStore,
};

/** On the database, each with a connected client. */
export const databaseChecks = {
  Migrations: async (client) => {
    const { missing, failed, changed, unknown } = await compareMigrations(client);
    if (failed.length > 0)
      throw new Problem(`${failed[0]} failed: restore a backup, or mend it and mark it with "prisma migrate resolve".`);
    if (changed.length > 0) throw new Problem(`${changed[0]} was edited after it was applied: restore the file.`);
    if (unknown.length > 0)
      throw new Problem(`the database is of a newer Postroom (${unknown.at(-1)}): update Postroom.`);
    if (missing.length > 0) throw new Problem(`${missing.length} are not applied: npm start applies them.`);
    return `${readMigrations().length}, all applied`;
  },
  Clock: async (client) => {
    const before = Date.now();
    const { rows } = await client.query("SELECT extract(epoch FROM clock_timestamp()) * 1000 AS now");
    const skewMs = Math.round(Number(rows[0].now) - (before + Date.now()) / 2);
    if (Math.abs(skewMs) > 2000)
      throw new Problem(`${skewMs} ms apart from the database's: switch on NTP on both machines.`);
    return "agrees with the database";
  },
  Users: async (client) => {
    const { rows } = await client.query('SELECT count(*)::int AS count FROM "User" WHERE "disabledAt" IS NULL');
    if (rows[0].count === 0)
      throw new Problem(
        "nobody can sign in: open the link that npm start prints, or npm run user -- add you@example.com",
      );
    return `${rows[0].count} can sign in`;
  },
  Webhook: async (client) => {
    const { rows } = await client.query(
      `SELECT max("receivedAt") AS at FROM "Delivery" WHERE "event" IS DISTINCT FROM 'api.message'`,
    );
    if (!rows[0].at)
      throw new Problem(
        "nothing was received yet: register the webhook at postpress, or try npm run webhook -- message_received",
      );
    return `last delivery ${rows[0].at.toISOString()}`;
  },
  Deliveries: async (client) => {
    const { rows } = await client.query(
      `SELECT count(*) FILTER (WHERE "state" = 'kept')::int AS kept, count(*) FILTER (WHERE "state" = 'quarantined')::int AS quarantined,
         extract(epoch FROM now() - min("receivedAt") FILTER (WHERE "state" = 'kept'))::int AS seconds
       FROM "Delivery" WHERE "state" IN ('kept', 'quarantined')`,
    );
    const [{ kept, quarantined, seconds }] = rows;
    if (seconds > 60) throw new Problem(`${kept} wait since ${seconds} s: is the server running? See its log.`);
    if (quarantined > 0)
      throw new Problem(
        `${quarantined} were not understood: an admin finds them, with the reason, in the list of deliveries.`,
      );
    return `${kept} waiting, none in quarantine`;
  },
};

/** On what the world sees. */
export const outsideChecks = {
  Server: async ({ publicUrl, port }) => {
    const url = `${publicUrl ?? `http://localhost:${port}`}/api/ready`;
    const { status } = await ask(url, {}, "start it with npm start, or correct PUBLIC_URL");
    if (status !== 200) throw new Problem(`${url} answers ${status}: wait until it is ready, or see its log.`);
    return `${url} answers`;
  },
  "postpress key": async () => {
    const { POSTPRESS_API_URL: base, POSTPRESS_API_KEY: key } = process.env;
    if (!base || !key) return null;
    const headers = { "X-API-KEY": key, accept: "application/json" };
    const { status } = await ask(
      `${base.replace(/\/+$/, "").replace(/\/api\/v1$/, "")}/api/v1/accounts`,
      headers,
      "check POSTPRESS_API_URL",
    );
    if (status === 401 || status === 403)
      throw new Problem(`postpress refuses the key (${status}): set POSTPRESS_API_KEY to a valid one.`);
    if (status !== 200) throw new Problem(`postpress answers ${status}: check POSTPRESS_API_URL.`);
    return "accepted";
  },
};

function isOpenFile(path) {
  const entry = statSync(path);
  return entry.isFile() && (entry.mode & 0o077) !== 0;
}

async function ask(url, headers, remedy) {
  try {
    return await fetch(url, { headers, redirect: "manual", signal: AbortSignal.timeout(5000) });
  } catch (error) {
    throw new Problem(`no answer from ${url} (${error.cause?.code ?? error.name}): ${remedy}.`);
  }
}
