import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { startExampleBucket } from "../server/attachments/example-bucket";
import { stopServers } from "../server/loopback";
import { checkStore } from "./store-check.mjs";

let dataDir;
beforeAll(() => {
  dataDir = mkdtempSync(join(tmpdir(), "postroom-store-"));
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await stopServers();
});
afterAll(() => rmSync(dataDir, { recursive: true }));

describe("whether attachments can be kept", () => {
  test("in the data folder: tried, and nothing is left behind", () => {
    expect(checkStore({ dataDir })).toBe(`${join(dataDir, "blobs")}, writable`);
    expect(readdirSync(dataDir)).toEqual([]);
    expect(checkStore({ dataDir: join(dataDir, "none") })).toBeNull();
  });

  test("not where something else stands in the folder's place", () => {
    writeFileSync(join(dataDir, "blobs"), "");
    expect(() => checkStore({ dataDir })).toThrow(/blobs cannot be written \(ENOTDIR\): give this user the folder/);
    rmSync(join(dataDir, "blobs"));
  });

  test("in a bucket: an object is written and taken away, with a signature that holds", async () => {
    const { address, objects } = await startExampleBucket();
    vi.stubEnv("S3_URL", `${address}/bucket/inbox/?region=eu-central-1`);
    const found = await checkStore({ dataDir });
    expect(found).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/bucket\/inbox, writable$/);
    expect(objects.size).toBe(0);
    expect(checkStore({ dataDir, isDemo: true })).toContain(dataDir);
  });

  test("not in a bucket that refuses or is away, said without its secret", async () => {
    const { address } = await startExampleBucket();
    vi.stubEnv("S3_URL", `${address}/bucket?region=elsewhere`);
    const refused = await checkStore({ dataDir }).catch((error) => error.message);
    expect(refused).toMatch(/\/bucket answers 403 to the wish to write: check S3_URL, its key and region\./);
    await stopServers();
    const away = await checkStore({ dataDir }).catch((error) => error.message);
    expect(away).toMatch(/no answer from .*ECONNREFUSED/);
    for (const message of [refused, away]) expect(message).not.toMatch(/AKIA|wJalr/);
  });
});
