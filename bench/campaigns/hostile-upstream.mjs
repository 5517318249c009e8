/**
 * S6: the vendor's API in bad hands. Nothing it or an event says leads a request of ours elsewhere, the key goes to the configured
 * address only, sizes and times have ends, and what a person gets is a sentence or bytes that run nothing.
 */
import { createServer } from "node:http";
import { hostileCases, startHostileVendor } from "../../simulator/hostile.ts";
import { signIn } from "../session.mjs";
import { demand, demandEqual } from "./demand.mjs";
import { hangUpEarly, holdFilesAtOnce } from "./hostile-limits.mjs";
import { openAttachment, receive } from "./hostile-scene.mjs";
import { checkLog } from "./ledger-check.mjs";
import { ask } from "./probe.mjs";

export const campaign = {
  id: "S6",
  title: "a hostile upstream",
  quick: { drip: 0 },
  full: { drip: 1 },
  run,
};

const apiKey = "marked-key-of-campaign-s6";
const tooLarge = new Set(["promises-far-more", "endless"]);
const slowLimitMs = 45_000;
const wholeLimitMs = 4 * 60_000;

/** Ids that would lead elsewhere if they were not encoded, or were read as an address. */
const hostileIds = [
  "../../../canary",
  "..%2f..%2fcanary",
  "%2e%2e/canary",
  "..",
  "a/../../../b",
  "?x=1&redirect=//canary",
  "#canary",
  "//canary/x",
  "@canary/",
  "\\\\canary\\x",
  "x\r\nHost: canary",
  "x\tHTTP/1.1",
  "é 😄",
  "http://canary/",
];

async function run(stage, size) {
  const canary = await startCanary();
  const vendor = await startHostileVendor(canary.url);
  try {
    const database = await stage.database();
    const env = { POSTPRESS_API_URL: vendor.url, POSTPRESS_API_KEY: apiKey };
    const product = await stage.product(database, { env });
    const scene = { database, product, vendor, canary, cookie: await signIn(product) };
    const cases = await runCases(scene, size);
    const ids = await runHostileIds(scene);
    const hungUp = await hangUpEarly(scene);
    const memory = await holdFilesAtOnce(scene);
    demandOwnRequests(scene);
    checkLog(product);
    return `${cases} cases, ${ids} ids, 0 canary hits; ${hungUp}; ${memory}`;
  } finally {
    await vendor.stop();
    await canary.stop();
  }
}

/** A place where nothing may ever arrive; that it would be noticed is tried first. */
async function startCanary() {
  const seen = { connections: 0 };
  const server = createServer((_request, response) => response.end("canary"));
  server.on("connection", () => (seen.connections += 1));
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  const url = `http://127.0.0.1:${server.address().port}`;
  demandEqual((await ask(url)).text, "canary", "the canary");
  demandEqual(seen.connections, 1, "connections of the campaign's own to the canary");
  seen.connections = 0;
  const stop = () => new Promise((done) => (server.close(done), server.closeAllConnections()));
  return { url, seen, stop };
}

async function runCases(scene, { drip }) {
  const { failed, slow, dripping, harmless } = hostileCases;
  const names = Object.keys({ ...failed, ...slow, ...harmless, ...(drip ? dripping : {}) });
  demand(names.length > 25, "too few cases");
  const ids = await receive(scene, names, "s6-cases");
  const open = (cases, check) =>
    Object.keys(cases).map(async (name) =>
      check(name, await openAttachment(scene, { id: ids[name], timeoutMs: wholeLimitMs })),
    );
  await Promise.all([
    ...open(failed, demandFailure),
    ...open(slow, (name, answer) => demandSlow(name, answer, slowLimitMs)),
    ...(drip ? open(dripping, (name, answer) => demandSlow(name, answer, wholeLimitMs)) : []),
    ...open(harmless, demandHarmless),
  ]);
  return names.length;
}

function demandFailure(name, { status, text, tookMs }) {
  const word = tooLarge.has(name) ? "attachment-too-large" : "vendor-failed";
  demandEqual([status, wordOf(text)], [502, word], name);
  demand(tookMs < slowLimitMs, `${name} took ${tookMs} ms`);
}

function demandSlow(name, { status, text, tookMs }, limitMs) {
  demandEqual([status, wordOf(text)], [504, "vendor-slow"], name);
  demand(tookMs < limitMs, `${name} took ${tookMs} ms`);
}

const wordOf = (text) => (text.startsWith("{") ? JSON.parse(text).type.replace("urn:postroom:problem:", "") : text);

/** The bytes come, without anything that came along with them. */
function demandHarmless(name, { status, headers }) {
  demandEqual(status, 200, name);
  const type = name === "drawing" ? "application/octet-stream" : "image/jpeg";
  demandEqual(headers.get("content-type"), type, `${name}'s type`);
  demand(/; sandbox$/.test(headers.get("content-security-policy") ?? ""), `${name} may run as a page`);
  demand(!/evil/.test(headers.get("content-disposition") ?? ""), `${name} named itself`);
  for (const header of ["set-cookie", "location", "refresh", "link", "access-control-allow-origin", "clear-site-data"])
    demandEqual(headers.get(header), null, `${name}'s ${header}`);
}

/** Each is asked for in its place below the API, or, where it is a way up or looks like a name of ours, not at all. */
async function runHostileIds(scene) {
  const before = scene.vendor.asked.length;
  const ids = await receive(scene, hostileIds, "s6-ids");
  for (const id of hostileIds) {
    const { status } = await openAttachment(scene, { id: ids[id], timeoutMs: slowLimitMs });
    demandEqual(status, 410, `the attachment ${JSON.stringify(id)}`);
  }
  const paths = scene.vendor.asked.slice(before).map(({ path }) => path);
  const unasked = hostileIds.filter((id) => id === ".." || id.startsWith("#"));
  demandEqual(paths.length, hostileIds.length - unasked.length, "requests for hostile ids");
  for (const path of paths) demand(/^\/api\/v1\/messages\/s6-ids\/attachments\/[^/?#\s]+$/.test(path), `asked ${path}`);
  return hostileIds.length;
}

function demandOwnRequests({ vendor, canary }) {
  demandEqual(canary.seen.connections, 0, "connections to the canary");
  const strange = vendor.asked.filter(({ host, apiKey: key }) => `http://${host}` !== vendor.url || key !== apiKey);
  demandEqual(strange, [], "requests that were not addressed to the vendor");
  const loops = vendor.asked.filter(({ path }) => path.endsWith("/redirect-loop"));
  demandEqual(loops.length, 1, "requests in the loop of redirects");
}
