/** R20: health says the process lives, ready that it can work: database within a second, migrations current. A backlog is told, and never a reason. */
import { withClient } from "../../scripts/database.mjs";
import { signIn } from "../session.mjs";
import { demand, demandEqual, until } from "./demand.mjs";
import { toPayload } from "./known-traffic.mjs";
import { ask, deliver } from "./probe.mjs";

export const campaign = { id: "R20", title: "health and readiness", quick: {}, full: {}, run };

async function run(stage) {
  const database = await stage.database({ isOwnCluster: true });
  const product = await stage.product(database);
  const cookie = await signIn(product);
  await demandStates(product, { health: 200, ready: 200 });
  await demandQuietAnswers(product);
  await withBacklog({ database, product, cookie });
  await withMissingMigration(database, product);
  const downMs = await withoutDatabase(database, product);
  return `ready, then with a backlog, not with a migration missing nor without the database (503 after ${downMs} ms), ready again by itself`;
}

async function look(product, name, headers = {}) {
  const answer = await ask(`${product.url}/api/${name}`, { headers });
  demand(/no-store/.test(answer.headers.get("cache-control") ?? ""), `/api/${name} may be cached`);
  return answer;
}

async function demandStates(product, { health, ready }) {
  const [a, b] = [await look(product, "health"), await look(product, "ready")];
  demandEqual([a.status, b.status], [health, ready], "health and ready");
  return b;
}

/** Strangers learn yes or no; HEAD is as safe as GET. */
async function demandQuietAnswers(product) {
  const { text } = await look(product, "ready");
  demand(!/migration|backlog|database/i.test(text), `strangers are told ${text}`);
  for (const name of ["health", "ready"]) {
    const { status, text: nothing } = await ask(`${product.url}/api/${name}`, { method: "HEAD" });
    demandEqual([status, nothing], [200, ""], `HEAD /api/${name}`);
  }
}

/** The applier waits for a lock while the door goes on. */
async function withBacklog({ database, product, cookie }) {
  await withClient(database.url, async (client) => {
    await client.query(`BEGIN; LOCK TABLE "Message" IN ACCESS EXCLUSIVE MODE`);
    const taken = await deliver(
      product,
      toPayload("message_received", { prefix: "r20", chat: "r20", id: "r20", number: 1 }),
    );
    demandEqual(taken.status, 200, "a delivery while applying waits");
    const tells = async () => {
      const { status, text } = await look(product, "ready", { cookie });
      demandEqual(status, 200, "ready with a backlog");
      return JSON.parse(text).backlogAgeSeconds > 1;
    };
    await until(tells, { what: "the backlog's age" });
    await client.query("ROLLBACK");
  });
}

async function withMissingMigration(database, product) {
  const [{ migration_name: name }] = await database.query(
    `SELECT "migration_name" FROM "_prisma_migrations" ORDER BY "migration_name" DESC LIMIT 1`,
  );
  const hide = `UPDATE "_prisma_migrations" SET "finished_at" = NULL WHERE "migration_name" = $1`;
  await database.query(hide, [name]);
  await demandStates(product, { health: 200, ready: 503 });
  await database.query(hide.replace("NULL", "now()"), [name]);
  await demandStates(product, { health: 200, ready: 200 });
}

async function withoutDatabase(database, product) {
  await database.cluster.crash();
  const { tookMs } = await demandStates(product, { health: 200, ready: 503 });
  demand(tookMs <= 5000, `"not ready" took ${tookMs} ms`);
  await database.cluster.restart();
  const isReady = async () => (await look(product, "ready")).status === 200;
  await until(isReady, { what: "being ready again", timeoutMs: 5000 });
  return tookMs;
}
