/** The port to listen on: free now, or one sentence what to do. */
import { createServer } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { Problem } from "./problem.mjs";

/** Port 0 becomes a free one. `patienceMs`: how long a port may be waited for that a dying process still holds. */
export async function claimPort({ host, port }, patienceMs = 0) {
  const until = Date.now() + patienceMs;
  for (;;) {
    const attempt = await tryPort(host, port);
    if (attempt.port) return attempt.port;
    if (attempt.code !== "EADDRINUSE" || Date.now() >= until) throw new Problem(explain(attempt.code, { host, port }));
    await sleep(100);
  }
}

export async function findFreePort() {
  return (await tryPort("127.0.0.1", 0)).port;
}

export async function isPortFree(port) {
  return (await tryPort("127.0.0.1", port)).port === port;
}

function tryPort(host, port) {
  return new Promise((done) => {
    const server = createServer();
    server.once("error", ({ code }) => done({ code }));
    server.listen(port, host, () => {
      const found = server.address().port;
      server.close(() => done({ port: found }));
    });
  });
}

export function explain(code, { host, port }) {
  switch (code) {
    case "EADDRINUSE":
      return `Port ${port} is taken: end the program that listens there, or choose another one, for example PORT=${port + 1} npm start.`;
    case "EACCES":
      return `This user may not listen on port ${port}: choose one above 1023, for example PORT=3000.`;
    default:
      return `Cannot listen on ${host}:${port} (${code}): set HOST to an address of this machine, for example 127.0.0.1 or 0.0.0.0.`;
  }
}
