/** R10: far too much. 413 with and without a length, 401 for strangers before the body is read, encodings refused unread, memory level. */
import { existsSync, readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { demand, demandEqual } from "./demand.mjs";
import { toPayload } from "./known-traffic.mjs";
import { checkLog } from "./ledger-check.mjs";
import { deliver, pour } from "./probe.mjs";

const mebibyte = 1024 * 1024;
const mostGrowthBytes = 100 * mebibyte;

export const campaign = { id: "R10", title: "oversize and bombs", quick: {}, full: {}, run };

async function run(stage) {
  const database = await stage.database();
  const product = await stage.product(database);
  await deliver(product, toPayload("message_received", { prefix: "r10", chat: "r10", id: "warm", number: 1 }));
  const before = memoryOf(product);
  const known = { "content-type": "application/json", [product.header]: product.secret };
  const told = await pour(product, { sizeBytes: mebibyte + 1, headers: known, hasLength: true });
  const untold = await pour(product, { sizeBytes: mebibyte + 1, headers: known });
  demandEqual([told.status, untold.status], [413, 413], "a byte too much, with and without its length");
  const heaps = await Promise.all(
    [0, 1, 2, 3].map((place) =>
      pour(product, { sizeBytes: 32 * mebibyte, headers: known, hasLength: place % 2 === 0 }),
    ),
  );
  for (const { status } of heaps) demand(status === 413 || status === 0, `32 MiB got ${status}`);
  demand(
    heaps.some(({ status }) => status === 413),
    "none of the 32 MiB got its 413",
  );
  const stranger = await pour(product, {
    sizeBytes: 32 * mebibyte,
    headers: { [product.header]: "not the secret" },
    hasLength: true,
  });
  demandEqual(stranger.status, 401, "32 MiB of a stranger");
  const bomb = gzipSync(Buffer.alloc(64 * mebibyte, " "));
  demandEqual((await deliver(product, bomb, { "content-encoding": "gzip" })).status, 415, "a gzip bomb");
  const after = memoryOf(product);
  demand(
    before === null || after - before < mostGrowthBytes,
    `memory grew by ${Math.round((after - before) / mebibyte)} MiB`,
  );
  await demandWhole(database, product);
  checkLog(product);
  const growth = before === null ? "not measured here" : `+${Math.round((after - before) / mebibyte)} MiB`;
  return `413 told and untold, 4 × 32 MiB at once, 401 after ${stranger.tookMs} ms, gzip 415, memory ${growth}`;
}

/** The highest the process has been, in bytes; null where the system does not tell. */
function memoryOf({ child }) {
  const file = `/proc/${child.pid}/status`;
  if (!existsSync(file)) return null;
  return Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync(file, "utf8"))?.[1]) * 1024;
}

/** Nothing of it was kept, and a delivery of exactly the limit is. */
async function demandWhole(database, product) {
  const payload = toPayload("message_received", { prefix: "r10", chat: "r10", id: "whole", number: 2 });
  const room = mebibyte - Buffer.byteLength(JSON.stringify({ ...payload, message: "" }));
  const whole = await deliver(product, { ...payload, message: "m".repeat(room) });
  demandEqual(whole.status, 200, "exactly 1 MiB");
  const [{ count }] = await database.query(`SELECT count(*)::int AS "count" FROM "Delivery"`);
  demandEqual(count, 2, "deliveries kept");
}
