import { createServer, type Server } from "node:http";
import { connect as connectSocket, createServer as createSocketServer, type AddressInfo, type Socket } from "node:net";
import { Pool } from "pg";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { env } from "../env";
import { messageReceived } from "../postpress/payload-examples";
import { mountOnNode, mountOnWeb, openReceiver, type Receiver } from "./door";

const secret = "secret-of-the-door-0123456789-0123456789";
const secretHeader = { "Postroom-Webhook-Secret": secret };
const pool = new Pool({ connectionString: env().DATABASE_URL, max: 2 });
const path = "/api/webhooks/postpress";

let receiver: Receiver;
let server: Server;
let commits = 0;

function open(databaseUrl: string): Receiver {
  return openReceiver({
    databaseUrl,
    secretHeader: "Postroom-Webhook-Secret",
    secrets: [secret],
    onKept: () => (commits += 1),
  });
}

async function listen(door: Receiver): Promise<Server> {
  const made = createServer(mountOnNode(door));
  await new Promise<void>((done) => made.listen(0, "127.0.0.1", done));
  return made;
}

const portOf = (one: Server) => (one.address() as AddressInfo).port;

beforeAll(async () => {
  receiver = open(env().DATABASE_URL);
  server = await listen(receiver);
});
beforeEach(async () => {
  commits = 0;
  await pool.query(`TRUNCATE "Delivery", "DeliveryRepeat" RESTART IDENTITY`);
});
afterAll(async () => {
  server.closeAllConnections();
  server.close();
  await receiver.close();
  await pool.end();
});

type Sent = { method?: string; headers?: Record<string, string>; body?: string | Uint8Array | null };

function post(body: string | Uint8Array, headers: Record<string, string> = secretHeader): Sent {
  return { body, headers };
}

const mounts = {
  node: ({ method = "POST", headers = {}, body = null }: Sent) =>
    fetch(`http://127.0.0.1:${portOf(server)}${path}`, {
      method,
      headers,
      body: body as BodyInit | null,
      redirect: "manual",
    }),
  web: ({ method = "POST", headers = {}, body = null }: Sent) =>
    mountOnWeb(receiver)(new Request(`http://localhost${path}`, { method, headers, body: body as BodyInit | null })),
};

async function essence(response: Response) {
  const names = ["content-type", "content-length", "cache-control", "allow", "retry-after", "location", "set-cookie"];
  const headers = Object.fromEntries(names.map((name) => [name, response.headers.get(name)]));
  return { status: response.status, headers, body: await response.text() };
}

async function states(): Promise<string[]> {
  const { rows } = await pool.query<{ state: string }>(`SELECT "state" FROM "Delivery" ORDER BY "id"`);
  return rows.map(({ state }) => state);
}

describe("both mounts give the same answers", () => {
  const json = JSON.stringify(messageReceived);
  const mebibyte = 1024 * 1024;
  const corpus: [string, number, Sent][] = [
    ["a delivery", 200, post(json)],
    [
      "a delivery called a form",
      200,
      post(json, { ...secretHeader, "Content-Type": "application/x-www-form-urlencoded" }),
    ],
    ["a delivery without a content type", 200, post(Buffer.from(json))],
    ["a form", 200, post("event=message_read&account_id=a&chat_id=c")],
    ["an empty object", 200, post("{}")],
    ["an unknown event", 200, post('{"event":"message_pinned"}')],
    ["hostile text", 200, post('{"event":"message_received","message":"\\u0000\\ud800","__proto__":{"a":1}}')],
    ["deep nesting", 200, post(`{"event":"x","a":${"[".repeat(100_000)}${"]".repeat(100_000)}}`)],
    ["exactly 1 MiB", 200, post(`{"a":"${"x".repeat(mebibyte - 8)}"}`)],
    ["no secret", 401, post(json, {})],
    ["a wrong secret", 401, post(json, { "Postroom-Webhook-Secret": `${secret}x` })],
    ["an empty secret", 401, post(json, { "Postroom-Webhook-Secret": "" })],
    ["one byte more than 1 MiB", 413, post("x".repeat(mebibyte + 1))],
    ["gzip", 415, post(json, { ...secretHeader, "Content-Encoding": "gzip" })],
    ["identity, which is no encoding", 200, post(json, { ...secretHeader, "Content-Encoding": "identity" })],
    ["nothing", 400, post("")],
    ["a list", 400, post("[]")],
    ["a cut body", 400, post(json.slice(0, 500))],
    ["bytes", 400, post(Uint8Array.from({ length: 256 }, (_, byte) => byte))],
    ...["GET", "HEAD", "PUT", "PATCH", "DELETE", "OPTIONS"].map((method): [string, number, Sent] => {
      return [method, 405, { method, headers: secretHeader }];
    }),
  ];

  test.each(corpus)("%s: %i", async (_, status, sent) => {
    const node = await essence(await mounts.node(sent));
    const web = await essence(await mounts.web(sent));
    expect(node.status).toBe(status);
    expect(web).toEqual(node);
    expect(node.headers).toMatchObject({ "set-cookie": null, location: null, "cache-control": "no-store" });
    expect(await states()).toEqual(status === 200 ? ["kept"] : status === 400 ? ["quarantined"] : []);
  });
});

describe("what is answered", () => {
  test("200 comes after the commit, which is told once", async () => {
    const response = await mounts.node(post('{"event":"x"}'));
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ kept: true });
    expect(await states()).toEqual(["kept"]);
    expect(commits).toBe(1);
  });

  test("400 says what is wrong without a word of what was sent", async () => {
    const response = await mounts.node(post('{"message":"something private'));
    expect(response.headers.get("content-type")).toBe("application/problem+json");
    const answer = await response.text();
    expect(JSON.parse(answer)).toMatchObject({ status: 400, type: "urn:postroom:problem:not-an-object" });
    expect(answer).not.toContain("private");
  });

  test("405 names what is allowed", async () => {
    expect((await mounts.node({ method: "GET" })).headers.get("allow")).toBe("POST");
  });

  test("fifty identical posts at once are one delivery, all answered 200", async () => {
    const answers = await Promise.all(Array.from({ length: 50 }, () => mounts.node(post('{"event":"x","n":1}'))));
    expect(answers.map(({ status }) => status)).toEqual(Array(50).fill(200));
    expect(await states()).toEqual(["kept"]);
    const { rows } = await pool.query<{ sum: string }>(`SELECT sum("count") FROM "DeliveryRepeat"`);
    expect(rows[0]?.sum).toBe("49");
  });

  test("a source that keeps failing is told to wait, postpress never is", async () => {
    const door = open(env().DATABASE_URL);
    const web = mountOnWeb(door);
    const knock = (headers: Record<string, string>) =>
      web(new Request(`http://localhost${path}`, { method: "POST", headers, body: "{}" }));
    for (let failure = 0; failure < 1000; failure += 1) expect((await knock({})).status).toBe(401);
    const tooMany = await knock({});
    expect([tooMany.status, tooMany.headers.get("retry-after")]).toEqual([429, "60"]);
    expect((await knock(secretHeader)).status).toBe(200);
    await door.close();
  });

  test("a limiter that breaks lets everybody be answered", async () => {
    const isTooMany = (): boolean => {
      throw new Error("out of order");
    };
    const web = mountOnWeb({ ...receiver, parts: { ...receiver.parts, strangers: { isTooMany } } });
    expect((await web(new Request(`http://localhost${path}`, { method: "POST", body: "{}" }))).status).toBe(401);
    expect(
      (await web(new Request(`http://localhost${path}`, { method: "POST", headers: secretHeader, body: "{}" }))).status,
    ).toBe(200);
  });
});

describe("bodies that are not waited for", () => {
  /** Sends the text as it is; resolves with everything the server says until it closes the connection. */
  function talk(text: string, port = portOf(server)): Promise<string> {
    return new Promise((done, fail) => {
      let heard = "";
      const socket = connectSocket(port, "127.0.0.1", () => socket.write(text));
      socket
        .on("data", (chunk) => (heard += chunk.toString()))
        .on("end", () => done(heard))
        .on("error", fail);
    });
  }
  const head = (...lines: string[]) => [`POST ${path} HTTP/1.1`, "Host: localhost", ...lines, "", ""].join("\r\n");
  const secretLine = `Postroom-Webhook-Secret: ${secret}`;

  test.each([
    ["a stranger's 32 MiB", 401, ["Content-Length: 33554432"]],
    ["a stranger's stream without end", 401, ["Transfer-Encoding: chunked"]],
    ["postpress with more than 1 MiB", 413, [secretLine, "Content-Length: 1048577"]],
    ["an encoded body", 415, [secretLine, "Content-Encoding: gzip", "Content-Length: 5000"]],
  ])("%s: %i before the body is there, and the connection ends", async (_, status, lines) => {
    const heard = await talk(head(...lines));
    expect(heard).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
    expect(heard).toContain("Connection: close");
  });

  test("a stream is counted: 413 as soon as it passes 1 MiB, though nothing was declared", async () => {
    const chunk = `10000\r\n${"x".repeat(0x10000)}\r\n`;
    const heard = await talk(head(secretLine, "Transfer-Encoding: chunked") + chunk.repeat(17));
    expect(heard).toMatch(/^HTTP\/1.1 413 /);
    expect(await states()).toEqual([]);
  });

  test("a body that stops coming: 408 on both mounts, nothing is kept", async () => {
    const limits = { ...receiver.parts.limits, timeoutMs: 50 };
    const hasty = { ...receiver, parts: { ...receiver.parts, limits } };
    const slow = await listen(hasty);
    expect(await talk(`${head(secretLine, "Content-Length: 100")}{"event":`, portOf(slow))).toMatch(/^HTTP\/1.1 408 /);
    slow.close();
    const body = new ReadableStream({ start: (controller) => controller.enqueue(Buffer.from('{"event":')) });
    const sent = { method: "POST", headers: secretHeader, body, duplex: "half" } as RequestInit;
    expect((await mountOnWeb(hasty)(new Request(`http://localhost${path}`, sent))).status).toBe(408);
    expect(await states()).toEqual([]);
  });

  test("a sender that hangs up leaves nothing behind", async () => {
    const socket = connectSocket(portOf(server), "127.0.0.1");
    socket.write(`${head(secretLine, "Content-Length: 100")}{"event":`);
    await expect.poll(() => connections()).toBe(1);
    socket.destroy();
    await expect.poll(() => connections()).toBe(0);
    expect(await states()).toEqual([]);
  });

  function connections(): Promise<number> {
    server.closeIdleConnections();
    return new Promise((done, fail) => server.getConnections((error, count) => (error ? fail(error) : done(count))));
  }
});

describe("when the database cannot commit", () => {
  const fault = (body: string) =>
    pool.query(`
      CREATE SEQUENCE IF NOT EXISTS attempts;
      CREATE OR REPLACE FUNCTION fail() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN ${body} RETURN NEW; END $$;
      CREATE OR REPLACE TRIGGER fault BEFORE INSERT ON "Delivery" FOR EACH ROW EXECUTE FUNCTION fail();
      ALTER SEQUENCE attempts RESTART`);

  afterEach(() => pool.query(`DROP TRIGGER IF EXISTS fault ON "Delivery"`));

  test.each(["53100", "53200", "53300", "57P01", "57014", "40001", "40P01", "55P03", "25006", "XX000"])(
    "%s: 503 with Retry-After, nothing half-written, and well again when it is over",
    async (code) => {
      await fault(`RAISE 'no' USING ERRCODE = '${code}';`);
      for (const send of [mounts.node, mounts.web]) {
        const response = await send(post(`{"event":"${code}"}`));
        expect([response.status, response.headers.get("retry-after")]).toEqual([503, "5"]);
      }
      expect(await states()).toEqual([]);
      await pool.query(`DROP TRIGGER fault ON "Delivery"`);
      expect((await mounts.node(post(`{"event":"${code}"}`))).status).toBe(200);
    },
  );

  test.each(["40001", "40P01"])("%s that passes is tried again inside", async (code) => {
    await fault(`IF nextval('attempts') < 3 THEN RAISE 'no' USING ERRCODE = '${code}'; END IF;`);
    expect((await mounts.node(post('{"event":"x"}'))).status).toBe(200);
    expect(await states()).toEqual(["kept"]);
  });

  test("a locked table: 503 within 5 seconds, and well again at once", async () => {
    const locker = await pool.connect();
    await locker.query(`BEGIN; LOCK TABLE "Delivery"`);
    const beganAt = performance.now();
    const responses = await Promise.all(
      Array.from({ length: 20 }, (_, n) => mounts.node(post(`{"event":"x","n":${n}}`))),
    );
    expect(performance.now() - beganAt).toBeLessThan(5000);
    expect(responses.map(({ status }) => status)).toEqual(Array(20).fill(503));
    await locker.query(`ROLLBACK`);
    locker.release();
    expect((await mounts.node(post('{"event":"after"}'))).status).toBe(200);
  });

  test("a database that goes away and comes back: 503 meanwhile, then 200 without a restart", async () => {
    const { hostname, port } = new URL(env().DATABASE_URL);
    const sockets = new Set<Socket>();
    const between = createSocketServer((socket) => {
      const onward = connectSocket(Number(port), hostname);
      for (const one of [socket, onward]) sockets.add(one.on("error", () => one.destroy()));
      socket.pipe(onward).pipe(socket);
    });
    const up = (at: number) => new Promise<void>((done) => between.listen(at, "127.0.0.1", done));
    await up(0);
    const address = new URL(env().DATABASE_URL);
    address.port = String((between.address() as AddressInfo).port);
    const door = open(address.href);
    const knock = async (n: number) =>
      (
        await mountOnWeb(door)(
          new Request(`http://localhost${path}`, { method: "POST", headers: secretHeader, body: `{"n":${n}}` }),
        )
      ).status;
    expect(await knock(1)).toBe(200);
    between.close();
    for (const socket of sockets) socket.destroy();
    expect(await knock(2)).toBe(503);
    await up(Number(address.port));
    expect(await knock(2)).toBe(200);
    expect(await states()).toEqual(["kept", "kept"]);
    await door.close();
    between.close();
  });
});
