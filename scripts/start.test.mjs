import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { ensureBuilt } from "./build.mjs";
import { isAlive, readPidFile } from "./postgres-process.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const start = join(root, "scripts", "start.mjs");
const folders = [];
const running = new Set();
let dataDir;

beforeEach(() => {
  const folder = mkdtempSync(join(tmpdir(), "postroom-start-"));
  folders.push(folder);
  dataDir = join(folder, "data");
});

afterEach(async () => {
  for (const child of running) child.kill("SIGTERM");
  await waitFor(() => running.size === 0);
});

afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** `output()` so far, `ended` with the exit code. */
function begin(variables = {}) {
  const env = {
    PATH: process.env.PATH,
    HOME: process.env.HOME,
    POSTROOM_DATA: dataDir,
    PORT: "0",
    LOG_LEVEL: "error",
    ...variables,
  };
  const child = spawn(process.execPath, [start], { cwd: root, env, stdio: ["ignore", "pipe", "pipe"] });
  running.add(child);
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (output += chunk));
  const ended = new Promise((done) => {
    child.once("close", (code) => {
      running.delete(child);
      done(code);
    });
  });
  return { child, ended, output: () => output };
}

async function waitFor(condition, limitMs = 45_000) {
  const until = Date.now() + limitMs;
  while (!(await condition())) {
    if (Date.now() > until) throw new Error("waited in vain");
    await new Promise((done) => setTimeout(done, 50));
  }
}

async function beginAndWait(variables) {
  const postroom = begin(variables);
  let hasEnded = false;
  void postroom.ended.then(() => (hasEnded = true));
  await waitFor(() => hasEnded || postroom.output().includes("Health "));
  expect(postroom.output()).toContain("Ready in");
  const [, url] = /Inbox\s+(\S+)/.exec(postroom.output());
  return { ...postroom, url };
}

describe("a start that cannot work", () => {
  const cases = [
    ["a weak webhook secret", { POSTPRESS_WEBHOOK_SECRET: "x" }, /POSTPRESS_WEBHOOK_SECRET is too weak.*openssl rand/],
    ["a weak session secret", { NEXTAUTH_SECRET: "short" }, /NEXTAUTH_SECRET is too weak/],
    [
      "a database that is not there",
      { DATABASE_URL: "postgresql://a:b@127.0.0.1:9/x" },
      /Cannot use the database in DATABASE_URL \(127.0.0.1:9\/x\).*ECONNREFUSED.*Start it/,
    ],
    [
      "a database address that is none",
      { DATABASE_URL: "mysql://x" },
      /DATABASE_URL must be a postgresql:\/\/ address/,
    ],
    ["a bucket without its key", { S3_URL: "https://s3.example.com/bucket" }, /S3_URL must be an address such as/],
    ["a port that is none", { PORT: "abc" }, /PORT must be a number/],
    ["a host that is not this machine", { HOST: "203.0.113.1" }, /Cannot listen on 203.0.113.1.*HOST/],
  ];

  test.each(cases)("%s: one sentence with the remedy, and nothing is left behind", async (_, variables, sentence) => {
    const { ended, output } = begin(variables);
    expect(await ended).toBe(1);
    const complaints = output()
      .split("\n")
      .filter((line) => line.includes("✗"));
    expect(complaints).toHaveLength(1);
    expect(complaints[0]).toMatch(sentence);
    expect(existsSync(join(dataDir, "pg"))).toBe(false);
    expect(existsSync(join(dataDir, "postroom.pid"))).toBe(false);
  });

  test("several mistakes are told together", async () => {
    const { ended, output } = begin({ PORT: "abc", NEXTAUTH_SECRET: "short" });
    expect(await ended).toBe(1);
    expect(output()).toMatch(/PORT must be[\s\S]*NEXTAUTH_SECRET is too weak/);
  });

  test("a taken port: says so and names another", async () => {
    const other = createServer();
    await new Promise((done) => other.listen(0, "127.0.0.1", done));
    const { port } = other.address();
    const { ended, output } = begin({ PORT: String(port) });
    expect(await ended).toBe(1);
    expect(output()).toContain(
      `Port ${port} is taken: end the program that listens there, or choose another one, for example PORT=${port + 1}`,
    );
    other.close();
  });

  test("a data folder that cannot be used: says which and why", async () => {
    writeFileSync(dataDir, "a file");
    const { ended, output } = begin();
    expect(await ended).toBe(1);
    expect(output()).toMatch(/Cannot use the data folder .*data \((EEXIST|ENOTDIR)\)/);
  });
});

describe("a Postroom", () => {
  beforeAll(() => ensureBuilt(), 300_000);

  test("comes up, keeps its secrets to itself, refuses a second one on its data, and ends whole on SIGTERM", async () => {
    const first = await beginAndWait();
    expect((await fetch(`${first.url}/api/health`)).status).toBe(200);
    expect(first.output()).toMatch(/\/setup\?token=[\w-]{43}\b/);
    for (const name of readdirSync(dataDir)) {
      const entry = statSync(join(dataDir, name));
      if (entry.isFile()) expect(`${name} ${(entry.mode & 0o777).toString(8)}`).toBe(`${name} 600`);
    }

    const second = begin();
    expect(await second.ended).toBe(1);
    expect(second.output()).toContain("already runs on");

    const database = readPidFile(join(dataDir, "pg"));
    expect(isAlive(database.pid)).toBe(true);
    const endedAt = Date.now();
    first.child.kill("SIGTERM");
    expect(await first.ended).toBe(0);
    expect(Date.now() - endedAt).toBeLessThan(10_000);
    expect(isAlive(database.pid)).toBe(false);
    expect(existsSync(join(dataDir, "postroom.pid"))).toBe(false);
  });

  test("starts after a kill -9, on the same database and with the same secrets", async () => {
    const first = await beginAndWait();
    const secrets = readFileSync(join(dataDir, "secrets.json"), "utf8");
    const { pid } = readPidFile(join(dataDir, "pg"));
    const { port } = new URL(first.url);
    first.child.kill("SIGKILL");
    await first.ended;
    expect(isAlive(pid)).toBe(true);

    const second = await beginAndWait({ PORT: port });
    expect(readPidFile(join(dataDir, "pg")).pid).toBe(pid);
    expect(readFileSync(join(dataDir, "secrets.json"), "utf8")).toBe(secrets);
    expect((await fetch(`${second.url}/api/health`)).status).toBe(200);
    second.child.kill("SIGINT");
    expect(await second.ended).toBe(0);
    expect(isAlive(pid)).toBe(false);
  });
});
