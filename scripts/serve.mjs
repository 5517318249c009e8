/**
 * Owns the HTTP server in production: what postpress delivers goes to the door before Next sees it, all else to Next. Listens only when
 * Next is prepared and the door stands. Run by start.mjs, or alone where the environment is complete (a container).
 *
 * What Next calls in this process at its start (instrumentation.ts, server/start.ts) leaves the promise `postroom.started` on globalThis and
 * two functions: `postroom.door` `(req, res)`, and `postroom.stop`, which ends streams and background work, but not what requests under
 * way still need.
 */
import { EventEmitter } from "node:events";
import { createServer } from "node:http";
import { fileURLToPath } from "node:url";
import next from "next";

const DOOR = Symbol.for("postroom.door");
const STARTED = Symbol.for("postroom.started");
const STOP = Symbol.for("postroom.stop");
const LENGTH_HEADER = "X-Postroom-Length"; // server/attachments/answer-blob.ts
const DOOR_PATH = "/api/webhooks/postpress";
const GRACE_MS = 5000;

const root = fileURLToPath(new URL("..", import.meta.url));
const host = process.env.HOST || "127.0.0.1";
const port = Number(process.env.PORT || 3000);

let server;
let isStopping = false;

async function main() {
  process.env.NODE_ENV = "production";
  process.env.NEXTAUTH_URL ||= process.env.PUBLIC_URL || `http://localhost:${port}`;
  for (const signal of ["SIGTERM", "SIGINT"]) process.on(signal, () => void stop(0));
  process.on("disconnect", () => void stop(0)); // the start script is gone, however it went
  const handle = await prepareNext();
  await globalThis[STARTED]; // rejects with the reason when our own start failed
  const door = globalThis[DOOR];
  if (!door) throw new Error("The server did not start: its instrumentation left no door (see above).");
  server = createServer(
    { headersTimeout: 15_000, requestTimeout: 120_000, connectionsCheckingInterval: 5000 },
    (req, res) => {
      answer(req, res, { door, handle });
    },
  );
  server.keepAliveTimeout = 65_000; // longer than a reverse proxy keeps its side, so that it never meets a closed connection
  await listen();
  report({ state: "listening", port: server.address().port });
}

async function prepareNext() {
  // Next would take over upgrades of the real server; given an emitter of its own it has none to answer, and there are none.
  const app = next({ dev: false, dir: root, hostname: host, port, httpServer: new EventEmitter() });
  await withoutChatter(() => app.prepare());
  return app.getRequestHandler();
}

/** Next tells how long it took to read its configuration, in the middle of what we print; warnings and errors still come through. */
async function withoutChatter(work) {
  const { log } = console;
  console.log = () => {};
  try {
    await work();
  } finally {
    console.log = log;
  }
}

function answer(req, res, { door, handle }) {
  req.url = withoutOrigin(req.url);
  req.headers["x-postroom-peer"] = req.socket.remoteAddress ?? ""; // who asks; whatever was sent under this name is gone
  if (isDoorPath(req.url)) return door(req, res);
  if (req.method === "TRACE") {
    res.writeHead(405, { Allow: "GET, HEAD, POST, PUT, PATCH, DELETE", Connection: "close" }).end();
    return undefined;
  }
  tellLength(res);
  return handle(req, res);
}

/** Next drops the Content-Length of a route's answer, without which a browser shows no progress and some play no film. */
function tellLength(res) {
  const { writeHead } = res;
  res.writeHead = (...args) => {
    const length = res.getHeader(LENGTH_HEADER);
    res.removeHeader(LENGTH_HEADER);
    if (length !== undefined && !res.hasHeader("Content-Encoding")) res.setHeader("Content-Length", length);
    return writeHead.apply(res, args);
  };
}

/** `GET http://host/path` is allowed by HTTP; Next would answer it with a redirect. */
function withoutOrigin(url) {
  if (url.startsWith("/")) return url;
  const path = url.replace(/^https?:\/\/[^/?#]*/i, "");
  return path.startsWith("/") ? path : `/${path}`;
}

/** With a doubled or trailing slash too, where Next would redirect: the vendor takes a redirect for a failure. */
function isDoorPath(url) {
  const path = url.split(/[?#]/, 1)[0].replace(/\/{2,}/g, "/");
  return path === DOOR_PATH || path === `${DOOR_PATH}/`;
}

function listen() {
  return new Promise((done, fail) => {
    server.once("error", fail);
    server.listen(port, host, done);
  });
}

/** Stops listening, ends streams and background work, lets answers under way finish for a while, and goes. */
async function stop(code) {
  if (isStopping) return;
  isStopping = true;
  setTimeout(() => process.exit(code || 1), GRACE_MS + 2000).unref();
  await Promise.race([Promise.all([closeServer(), stopWork()]), pause(GRACE_MS)]);
  process.exit(code);
}

function closeServer() {
  if (!server?.listening) return undefined;
  const idle = setInterval(() => server.closeIdleConnections(), 50);
  return new Promise((done) => server.close(done)).finally(() => clearInterval(idle));
}

async function stopWork() {
  try {
    await globalThis[STOP]?.();
  } catch (error) {
    console.error(error); // going anyway; what was kept is applied after the next start
  }
}

function pause(ms) {
  return new Promise((done) => setTimeout(done, ms));
}

/** To the start script when there is one, else to the console. */
function report(message) {
  if (process.send) process.send(message);
  else console.log(`Postroom listens on http://${host}:${message.port}`);
}

main().catch((error) => {
  if (process.send) process.send({ state: "failed", code: error.code ?? null, reason: error.message });
  console.error(error);
  void stop(1);
});
