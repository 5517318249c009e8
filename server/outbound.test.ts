import { once } from "node:events";
import { Readable } from "node:stream";
import { buffer, text } from "node:stream/consumers";
import { afterEach, describe, expect, it } from "vitest";
import { startMute, startServer, stopServers } from "./loopback";
import { OutboundError, sendRequest, type OutboundRequest } from "./outbound";

afterEach(stopServers);

const get = (url: string, told: Partial<OutboundRequest> = {}) =>
  sendRequest(new URL(url), { method: "GET", headers: {}, ...told });

describe("a request of ours", () => {
  it("brings any status, and follows no redirect", async () => {
    const asked: string[] = [];
    const url = await startServer((request, response) => {
      asked.push(request.url ?? "");
      response.writeHead(302, { location: `${url}/elsewhere` }).end();
    });
    const answer = await get(`${url}/here`);
    expect(answer.statusCode).toBe(302);
    expect(await text(answer)).toBe("");
    expect(asked).toEqual(["/here"]);
  });

  it("sends a stream with its length", async () => {
    const url = await startServer((request, response) => {
      void buffer(request).then((body) =>
        response.end(`${request.headers["content-length"] ?? "none"} ${body.length}`),
      );
    });
    const content = Readable.from([Buffer.alloc(70_000), Buffer.alloc(30_000)]);
    const answer = await get(url, { method: "PUT", headers: { "content-length": "100000" }, content });
    expect(await text(answer)).toBe("100000 100000");
  });

  it("knows a place where nobody listens from one that is silent", async () => {
    const url = await startServer((_request, response) => response.end());
    await stopServers();
    await expect(get(url)).rejects.toMatchObject({ isConnected: false, isTimeout: false });
    const silent = await startServer(() => undefined);
    await expect(get(silent, { idleMs: 100 })).rejects.toMatchObject({ isConnected: true, isTimeout: true });
  });

  it("waits for a connection, TLS included, only so long", async () => {
    const url = await startMute();
    await expect(get(url, { connectMs: 100 })).rejects.toMatchObject({ isConnected: false, isTimeout: true });
  });

  it("fails while its answer is read when nothing more comes, and when it is cut", async () => {
    const url = await startServer((request, response) => {
      response.writeHead(200, { "content-length": 10 });
      response.write("half ", () => request.url === "/cut" && response.destroy());
    });
    const idle = await get(`${url}/idle`, { idleMs: 100 });
    await expect(text(idle)).rejects.toMatchObject({ isTimeout: true });
    await expect(text(await get(`${url}/cut`))).rejects.toThrow();
  });

  it("ends with its signal, on the way and while its answer is read", async () => {
    const closed: Promise<unknown>[] = [];
    const url = await startServer((request, response) => {
      closed.push(once(response, "close"));
      if (request.url === "/begun") response.writeHead(200).write("begun");
    });
    const waiting = new AbortController();
    const lost = get(`${url}/silent`, { signal: waiting.signal });
    await expect.poll(() => closed.length).toBe(1);
    waiting.abort();
    await expect(lost).rejects.toBeInstanceOf(OutboundError);
    const reading = new AbortController();
    const answer = await get(`${url}/begun`, { signal: reading.signal });
    reading.abort();
    await expect(text(answer)).rejects.toThrow();
    await Promise.all(closed);
  });
});

describe("a connection that was kept from before", () => {
  /** Answers the first request of each connection, and closes it at the second without a word. */
  async function startForgetful() {
    const seen = { connections: 0, requests: [] as string[] };
    const known = new WeakSet<object>();
    const url = await startServer((request, response) => {
      seen.requests.push(request.method ?? "");
      if (known.has(request.socket)) return void request.socket.destroy();
      seen.connections += 1;
      known.add(request.socket);
      response.end("well");
    });
    return { url, seen };
  }

  it("may be dead: a read is sent once more, on a fresh one", async () => {
    const { url, seen } = await startForgetful();
    expect(await text(await get(url))).toBe("well");
    expect(await text(await get(url))).toBe("well");
    expect(seen).toEqual({ connections: 2, requests: ["GET", "GET", "GET"] });
  });

  it("is never used for a write", async () => {
    const { url, seen } = await startForgetful();
    expect(await text(await get(url))).toBe("well");
    expect(await text(await get(url, { method: "POST" }))).toBe("well");
    expect(seen).toEqual({ connections: 2, requests: ["GET", "POST"] });
  });
});
