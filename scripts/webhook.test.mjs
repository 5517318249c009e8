import { execFile } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";

const script = fileURLToPath(new URL("webhook.mjs", import.meta.url));
const payloads = fileURLToPath(new URL("../simulator/payloads/", import.meta.url));
const secret = "a-secret-of-more-than-32-characters-x";

let server;
let received;
let status;
let dataDir;

beforeEach(async () => {
  received = [];
  status = 200;
  dataDir = mkdtempSync(join(tmpdir(), "postroom-webhook-"));
  writeFileSync(join(dataDir, "secrets.json"), JSON.stringify({ POSTPRESS_WEBHOOK_SECRET: `${secret},an-older-one` }));
  server = createServer((request, response) => {
    let body = "";
    request.on("data", (chunk) => (body += chunk));
    request.on("end", () => {
      received.push({ path: request.url, headers: request.headers, body });
      response.writeHead(status).end("{}");
    });
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
});

afterEach(() => {
  server.closeAllConnections();
  server.close();
  rmSync(dataDir, { recursive: true, force: true });
});

/** With the data folder as the only place to learn the secret from, unless told otherwise. */
function webhook(args, env = {}) {
  const variables = {
    PATH: process.env.PATH,
    PUBLIC_URL: `http://127.0.0.1:${server.address().port}`,
    POSTROOM_DATA: dataDir,
    ...env,
  };
  return new Promise((resolve) => {
    execFile(process.execPath, [script, ...args], { env: variables }, (error, stdout, stderr) => {
      resolve({ code: error ? error.code : 0, text: stdout + stderr });
    });
  });
}

describe("npm run webhook", () => {
  it("lists what it can post when it is told nothing", async () => {
    const { code, text } = await webhook([]);
    expect(code).toBe(0);
    for (const name of ["sample", "message_received", "message_read", "account_status", "message_received_form"])
      expect(text).toContain(name);
    expect(received).toEqual([]);
  });

  it("posts a saved delivery with the first secret of the data folder", async () => {
    const { code, text } = await webhook(["sample"]);
    expect(code).toBe(0);
    expect(text).toContain("200");
    expect(received).toHaveLength(1);
    expect(received[0].path).toBe("/api/webhooks/postpress");
    expect(received[0].headers).toMatchObject({
      "postroom-webhook-secret": secret,
      "content-type": "application/json",
    });
    expect(JSON.parse(received[0].body)).toMatchObject({ event: "message_received", message: "Hello World!" });
  });

  it("prefers the environment, and what it is told even more", async () => {
    const env = { POSTPRESS_WEBHOOK_SECRET: "from-the-environment", POSTPRESS_WEBHOOK_HEADER: "X-Proof" };
    await webhook(["sample"], env);
    await webhook(
      [
        "sample",
        "--secret",
        "told",
        "--header",
        "X-Told",
        "--url",
        `http://127.0.0.1:${server.address().port}/elsewhere`,
      ],
      env,
    );
    expect(received.map(({ path, headers }) => [path, headers["x-proof"] ?? headers["x-told"]])).toEqual([
      ["/api/webhooks/postpress", "from-the-environment"],
      ["/elsewhere", "told"],
    ]);
  });

  it("makes a new event of a saved one, so that it is no repeat", async () => {
    await webhook(["message_received", "--now"]);
    const { message_id: messageId, timestamp } = JSON.parse(received[0].body);
    expect(messageId).not.toBe("msg-a1");
    expect(Math.abs(Date.now() - Date.parse(timestamp))).toBeLessThan(60_000);
  });

  it("posts JSON as a form, and a real form as one", async () => {
    await webhook(["message_received", "--form"]);
    await webhook(["message_received_form"]);
    const form = "application/x-www-form-urlencoded";
    expect(received.map(({ headers }) => headers["content-type"])).toEqual([form, form]);
    expect(JSON.parse(received[0].body).event).toBe("message_received");
    expect(new URLSearchParams(received[1].body).get("event")).toBe("message_received");
  });

  it("fails for any other answer than 200, and says what it means", async () => {
    status = 401;
    const { code, text } = await webhook(["sample"]);
    expect(code).toBe(1);
    expect(text).toContain("the secret or the header");
  });

  it.each([
    ["an unknown name", { args: ["nonsense"], sentence: "no saved delivery" }],
    ["an unknown option", { args: ["sample", "--nonsense"], sentence: "nonsense" }],
    [
      "a server that is not there",
      { args: ["sample", "--url", "http://127.0.0.1:1/"], sentence: "Is Postroom running there?" },
    ],
    ["no secret", { args: ["sample"], env: { POSTROOM_DATA: "/nowhere" }, sentence: "No webhook secret found" }],
  ])("says one plain sentence for %s", async (_what, { args, env, sentence }) => {
    const { code, text } = await webhook(args, env);
    expect(code).toBe(1);
    expect(text).toContain(sentence);
    expect(text).not.toMatch(/\n\s+at /);
  });

  it("has one saved delivery for each of the six events", () => {
    const names = readdirSync(payloads);
    const events = ["received", "reaction", "read", "edited", "deleted", "delivered"].map(
      (event) => `message_${event}.json`,
    );
    expect(names).toEqual(expect.arrayContaining(events));
  });
});
