/** The second half of S6: how much of anything is taken and held. Hang-ups reach the vendor, and large files never stand in memory. */
import { existsSync, readdirSync, readFileSync, readlinkSync } from "node:fs";
import { request } from "node:http";
import { demand, demandEqual, until } from "./demand.mjs";
import { openAttachment, receive } from "./hostile-scene.mjs";

const mebibyte = 1024 * 1024;
const limitBytes = 25 * mebibyte;
const files = [1, 2, 3, 4].map((number) => `file-${number}-${limitBytes}`);
const tooLargeByOne = `file-5-${limitBytes + 1}`;
/** far less than the files together, which are 100 MiB */
const mostGrowthBytes = 60 * mebibyte;

/** Whoever goes away ends the download that only they waited for. */
export async function hangUpEarly(scene) {
  const ids = await receive(scene, ["silent-after-head"], "s6-hang-up");
  const before = scene.vendor.asked.length;
  const client = begin(scene, `${ids["silent-after-head"]}?again=1`);
  await until(() => scene.vendor.asked.length > before, { what: "a request to the vendor" });
  client.destroy();
  const startedAt = performance.now();
  await until(() => scene.vendor.asked[before].isClosed, { what: "the end of that request", timeoutMs: 5000 });
  return `a hang-up reached the vendor after ${Math.round(performance.now() - startedAt)} ms`;
}

/** Four of the largest files are fetched at once, then read by eight who do not read on. */
export async function holdFilesAtOnce(scene) {
  const ids = await receive(scene, [...files, tooLargeByOne], "s6-files");
  const { status } = await openAttachment(scene, { id: ids[tooLargeByOne] });
  demandEqual(status, 502, "a byte more than may be");
  const memory = watchMemory(scene.product);
  const sizes = await Promise.all(files.map((name) => countBytes(scene, ids[name])));
  demandEqual(
    sizes,
    files.map(() => limitBytes),
    "the sizes of the largest files",
  );
  const readers = [...files, ...files].map((name) => begin(scene, ids[name]));
  await Promise.all(readers.map(answered));
  await memory.steady();
  for (const reader of readers) reader.destroy();
  await until(() => openBlobs(scene.product) === 0, { what: "letting go of the files" });
  const growth = memory.stop();
  demand(growth === null || growth < mostGrowthBytes, `memory grew by ${Math.round(growth / mebibyte)} MiB`);
  return `4 × 25 MiB and 8 who stopped reading: ${growth === null ? "not measured here" : `+${Math.round(growth / mebibyte)} MiB`}`;
}

function begin({ product, cookie }, place) {
  const client = request(`${product.url}/api/attachments/${place}`, { agent: false, headers: { cookie } });
  client.on("error", () => {}); // destroyed on purpose
  return client.end();
}

/** Its first bytes are there, and nobody reads on. */
function answered(client) {
  return new Promise((done, fail) => {
    client.once("response", (answer) => {
      answer.on("error", () => {});
      demandEqual(answer.statusCode, 200, "a large file");
      answer.once("readable", done);
    });
    client.once("error", fail);
  });
}

async function countBytes(scene, id) {
  const client = begin(scene, id);
  return new Promise((done, fail) => {
    client.once("error", fail);
    client.once("response", (answer) => {
      let sizeBytes = 0;
      answer.on("data", (chunk) => (sizeBytes += chunk.length));
      answer.once("error", fail);
      answer.once("end", () => done(sizeBytes));
    });
  });
}

/** `stop` gives the growth at its highest; null where the system does not tell. */
function watchMemory({ child }) {
  const before = memoryOf(child.pid);
  const seen = [];
  const timer = setInterval(() => seen.push(memoryOf(child.pid)), 20);
  return {
    /** until a second has gone by without growth worth the name */
    steady: () => until(() => isLevel(seen.slice(-50)), { what: "steady memory" }),
    stop: () => {
      clearInterval(timer);
      return before === null ? null : Math.max(...seen) - before;
    },
  };
}

function isLevel(latest) {
  return latest.length === 50 && Math.max(...latest) - Math.min(...latest) < 8 * mebibyte;
}

function memoryOf(pid) {
  const file = `/proc/${pid}/status`;
  if (!existsSync(file)) return null;
  return Number(/VmRSS:\s+(\d+) kB/.exec(readFileSync(file, "utf8"))?.[1]) * 1024;
}

/** How many files of the store the process holds open. */
function openBlobs({ child }) {
  const folder = `/proc/${child.pid}/fd`;
  if (!existsSync(folder)) return 0;
  return readdirSync(folder).filter((name) => targetOf(`${folder}/${name}`).includes("/blobs/")).length;
}

function targetOf(link) {
  try {
    return readlinkSync(link);
  } catch (error) {
    if (error.code === "ENOENT") return ""; // closed meanwhile
    throw error;
  }
}
