/** What campaigns stand on: a shared throw-away cluster (or one of their own), a database each, the production server with its log, the sender. */
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from "node:fs";
import { randomBytes } from "node:crypto";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createDatabase, withClient } from "../../scripts/database.mjs";
import { bringUpToDate } from "../../scripts/migrate.mjs";
import { startThrowAwayPostgres } from "../../scripts/postgres-throw-away.mjs";
import { createWebhookSender } from "../../simulator/webhook-sender.ts";
import { startProduct } from "../product.mjs";

const header = "Postroom-Webhook-Secret";

export function openStage() {
  const folder = mkdtempSync(join(tmpdir(), "postroom-campaign-"));
  const stage = { shared: null, undo: [], logs: [], started: 0 };

  /** A migrated database on the shared cluster, or, for faults of the cluster itself, on one of its own. */
  const database = async ({ isOwnCluster = false } = {}) => {
    const cluster = isOwnCluster ? await startThrowAwayPostgres() : (stage.shared ??= await startThrowAwayPostgres());
    if (isOwnCluster) stage.undo.push(cluster.stop);
    const url = await createDatabase(cluster.url, `campaign_${randomBytes(4).toString("hex")}`);
    await bringUpToDate(url);
    return { cluster, url, query: (text, values) => query(url, text, values) };
  };

  /** `like`: takes over the address, the secrets and the log of one that ran before. */
  const product = async ({ url }, { like = null, env = {} } = {}) => {
    const logFile = like?.logFile ?? join(folder, `${(stage.started += 1)}.log`);
    if (!like) stage.logs.push(logFile);
    const log = openSync(logFile, "a");
    const started = await startProduct({ databaseUrl: url, stdio: log, like, env });
    closeSync(log);
    stage.undo.push(started.stop);
    const door = `${started.url}/api/webhooks/postpress`;
    const target = { webhookUrl: door, headerName: header, secret: started.secret };
    return {
      ...started,
      databaseUrl: url,
      door,
      header,
      target,
      logFile,
      readLog: () => readFileSync(logFile, "utf8"),
    };
  };

  const sender = (target, options = {}) => {
    const made = createWebhookSender({ ...target, ...options });
    stage.undo.push(made.stop);
    return made;
  };

  const clear = async () => {
    for (const step of stage.undo.splice(0).reverse()) await step();
    stage.logs = [];
  };
  const close = async () => {
    await clear();
    await stage.shared?.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  const lastLogLines = () =>
    stage.logs.flatMap((file) => readFileSync(file, "utf8").trim().split("\n").slice(-8)).filter(Boolean);
  return { database, product, sender, clear, close, lastLogLines };
}

async function query(url, text, values = []) {
  const { rows } = await withClient(url, (client) => client.query(text, values));
  return rows;
}
