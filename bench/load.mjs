/**
 * A load generator that costs little next to what it measures: raw keep-alive sockets, one request under way on each. Latency is measured
 * from when a request was due, so that a server which stalls cannot hide it.
 */
import { connect } from "node:net";

const headEnd = Buffer.from("\r\n\r\n");

/** One keep-alive connection; `post(bytes)` resolves with the status. */
export async function openConnection(port) {
  const socket = connect({ port, host: "127.0.0.1", noDelay: true });
  let pending = Buffer.alloc(0);
  let waiting;
  await new Promise((resolve, reject) => socket.once("connect", resolve).once("error", reject));
  const settle = (status) => {
    const { resolve } = waiting ?? {};
    waiting = undefined;
    resolve?.(status);
  };
  socket.on("data", (chunk) => {
    pending = pending.length === 0 ? chunk : Buffer.concat([pending, chunk]);
    const end = pending.indexOf(headEnd);
    if (end === -1) return;
    const head = pending.toString("latin1", 0, end);
    const length = Number(/content-length: *(\d+)/i.exec(head)?.[1] ?? 0);
    const isChunked = /transfer-encoding: *chunked/i.test(head);
    const isWhole = isChunked ? pending.indexOf("0\r\n\r\n", end) !== -1 : pending.length >= end + 4 + length;
    if (!isWhole) return;
    pending = Buffer.alloc(0);
    settle(Number(head.slice(9, 12)));
  });
  socket.on("close", () => settle(0));
  socket.on("error", () => settle(0));
  return {
    post: (bytes) =>
      new Promise((resolve) => {
        waiting = { resolve };
        socket.write(bytes);
      }),
    close: () => socket.destroy(),
  };
}

export function requestBytes({ path, headers, body }) {
  const lines = Object.entries({ Host: "127.0.0.1", ...headers, "Content-Length": body.length }).map(
    ([name, value]) => `${name}: ${value}`,
  );
  return Buffer.concat([Buffer.from(`POST ${path} HTTP/1.1\r\n${lines.join("\r\n")}\r\n\r\n`), body]);
}

/** As fast as it is answered, for `seconds`. Returns `{ acked, failed, perSecond, latencyMs }`. */
export async function closedLoop({ port, connections, seconds, makeRequest }) {
  const result = { acked: 0, failed: 0, latencies: [] };
  const endsAt = performance.now() + seconds * 1000;
  const startedAt = performance.now();
  await Promise.all(
    Array.from({ length: connections }, async () => {
      const connection = await openConnection(port);
      while (performance.now() < endsAt) await timed(result, performance.now(), () => connection.post(makeRequest()));
      connection.close();
    }),
  );
  return summary(result, performance.now() - startedAt);
}

/** At a fixed rate, whatever the answers do. */
export async function openLoop({ port, connections, seconds, perSecond, makeRequest }) {
  const result = { acked: 0, failed: 0, latencies: [] };
  const startedAt = performance.now();
  const total = Math.floor(seconds * perSecond);
  let taken = 0;
  await Promise.all(
    Array.from({ length: connections }, async () => {
      const connection = await openConnection(port);
      for (let index = taken++; index < total; index = taken++) {
        const dueAt = startedAt + (index * 1000) / perSecond;
        const waitMs = dueAt - performance.now();
        if (waitMs > 0) await new Promise((resolve) => setTimeout(resolve, waitMs));
        await timed(result, dueAt, () => connection.post(makeRequest()));
      }
      connection.close();
    }),
  );
  return summary(result, performance.now() - startedAt);
}

async function timed(result, dueAt, send) {
  const status = await send();
  result.latencies.push(performance.now() - dueAt);
  if (status === 200) result.acked += 1;
  else result.failed += 1;
}

function summary({ acked, failed, latencies }, elapsedMs) {
  return { acked, failed, perSecond: Math.round((acked * 1000) / elapsedMs), latencyMs: percentiles(latencies) };
}

export function percentiles(values) {
  const sorted = Float64Array.from(values).sort();
  const at = (share) =>
    Math.round((sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0) * 10) / 10;
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99), max: at(1) };
}
