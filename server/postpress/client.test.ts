import type { IncomingMessage, RequestListener } from "node:http";
import { buffer, text } from "node:stream/consumers";
import { afterEach, describe, expect, it, vi } from "vitest";
import { startServer, stopServers } from "../loopback";
import type { VendorRequest } from "./client";

const needed = {
  DATABASE_URL: "postgresql://unused",
  POSTPRESS_WEBHOOK_SECRET: "webhook-secret-of-the-tests-0123456789",
  NEXTAUTH_SECRET: "session-secret-of-the-tests-0123456789",
};
const key = "key-of-the-tests";

afterEach(async () => {
  vi.unstubAllEnvs();
  await stopServers();
});

/** The client as it is with these variables; they are read once a process. */
async function clientOf(variables: Record<string, string>) {
  vi.resetModules();
  for (const [name, value] of Object.entries({ ...needed, ...variables })) vi.stubEnv(name, value);
  return import("./client");
}

async function clientAt(answer: RequestListener, path = "") {
  const url = await startServer(answer);
  return clientOf({ POSTPRESS_API_URL: `${url}${path}`, POSTPRESS_API_KEY: key });
}

/** What the vendor was asked, with the body; answers `{}`. */
async function ask(told: VendorRequest, path = "") {
  const asked: { request: IncomingMessage; body: string }[] = [];
  const { askVendorJson } = await clientAt((request, response) => {
    void buffer(request).then((body) => {
      asked.push({ request, body: body.toString("utf8") });
      response.end("{}");
    });
  }, path);
  await askVendorJson(told);
  expect(asked).toHaveLength(1);
  return asked[0]!;
}

const refusing = (status: number, body: string) =>
  clientAt((_request, response) => response.writeHead(status, { location: "http://127.0.0.1:1/" }).end(body));

describe("what the vendor is asked", () => {
  it("goes below /api/v1 with the key, and asks for bytes as they are", async () => {
    const { request } = await ask({ path: ["chats"], query: { limit: "3", after: "a b" } });
    expect(request.method).toBe("GET");
    expect(request.url).toBe("/api/v1/chats?limit=3&after=a+b");
    expect(request.headers).toMatchObject({ "x-api-key": key, "accept-encoding": "identity" });
  });

  it("has each id encoded, so that none leads elsewhere", async () => {
    const ids = ["2-MTY5==", "a/../../b", "?x=1", "#f", "\r\nHost: evil", "@evil.example:80/", "%2e%2e", "é 😄"];
    const { request } = await ask({ path: ["messages", ...ids] });
    expect(request.url).toBe(`/api/v1/messages/${ids.map(encodeURIComponent).join("/")}`);
    expect(request.headers.host).toMatch(/^127\.0\.0\.1:\d+$/);
  });

  it("is not asked at all about an id that is a way up, or nothing", async () => {
    const { askVendor } = await clientAt(() => expect.unreachable("nothing should come"));
    for (const id of ["..", ".", ""]) {
      const told = { status: 404, type: "resource_not_found" };
      await expect(askVendor({ path: ["messages", id] })).rejects.toMatchObject({ reason: "refused", told });
    }
  });

  it("may be configured with a path, a query, and the API's own path at the end", async () => {
    expect((await ask({ path: ["chats"] }, "/")).request.url).toBe("/api/v1/chats");
    expect((await ask({ path: ["chats"] }, "/api/v1/")).request.url).toBe("/api/v1/chats");
    expect((await ask({ path: ["chats"] }, "/proxy?port=13111")).request.url).toBe("/proxy/api/v1/chats?port=13111");
  });

  it("takes a value as JSON and a form as multipart, each with its length", async () => {
    const value = await ask({ method: "PATCH", path: ["messages", "m"], body: { text: "é" } });
    expect(value.body).toBe('{"text":"é"}');
    expect(value.request.headers).toMatchObject({ "content-type": "application/json", "content-length": "13" });
    const form = new FormData();
    form.set("text", "Hello");
    const sent = await ask({ method: "POST", path: ["chats", "c", "messages"], body: form });
    expect(sent.request.headers["content-type"]).toMatch(/^multipart\/form-data; boundary=/);
    expect(sent.body).toContain('name="text"\r\n\r\nHello');
  });
});

describe("what the vendor answers", () => {
  it("is bytes to be read when it is well", async () => {
    const { askVendor } = await clientAt((_request, response) =>
      response.writeHead(201, { "content-type": "image/png" }).end("bytes"),
    );
    const { status, headers, body } = await askVendor({ path: ["x"] });
    expect([status, headers["content-type"], await text(body)]).toEqual([201, "image/png", "bytes"]);
  });

  it("is refused in the vendor's words, after the prefix", async () => {
    const body = JSON.stringify({ status: 401, type: "errors/disconnected_account", title: "Disconnected" });
    const { askVendor } = await refusing(401, body);
    const told = { status: 401, type: "disconnected_account", title: "Disconnected" };
    await expect(askVendor({ path: ["x"] })).rejects.toMatchObject({ reason: "refused", told, isTimeout: false });
  });

  it("is refused in words of ours when its own cannot be read, and a redirect is no answer", async () => {
    const bodies = ["", "<html>", "null", "[]", '{"type":3}', '{"type":"errors/x"', "x".repeat(100_000)];
    for (const body of bodies) {
      const { askVendor } = await refusing(502, body);
      const told = { status: 502, type: "unexpected_error" };
      await expect(askVendor({ path: ["x"] })).rejects.toMatchObject({ reason: "refused", told });
    }
    for (const status of [301, 302, 303, 307, 308]) {
      const { askVendor } = await refusing(status, "");
      await expect(askVendor({ path: ["x"] })).rejects.toMatchObject({ reason: "refused", told: { status } });
    }
  });

  it("was interrupted when it is cut, silent, or no JSON where JSON was asked for", async () => {
    const { askVendorJson } = await clientAt((request, response) => {
      if (request.url === "/api/v1/words") response.end("not json");
      if (request.url === "/api/v1/cut") response.writeHead(200).write("{", () => response.destroy());
      if (request.url === "/api/v1/begun") response.writeHead(200).write("{");
    });
    const asked = (path: string) => askVendorJson({ path: [path], idleMs: 100 });
    await expect(asked("words")).rejects.toMatchObject({ reason: "interrupted", isTimeout: false });
    await expect(asked("cut")).rejects.toMatchObject({ reason: "interrupted", isTimeout: false });
    await expect(asked("begun")).rejects.toMatchObject({ reason: "interrupted", isTimeout: true });
    await expect(asked("silent")).rejects.toMatchObject({ reason: "interrupted", isTimeout: true });
  });

  it("is none without a connection, and nobody is asked without an address and a key", async () => {
    const { askVendor } = await clientAt(() => undefined);
    await stopServers();
    await expect(askVendor({ path: ["x"] })).rejects.toMatchObject({ reason: "no-connection" });
    for (const half of [{}, { POSTPRESS_API_KEY: key }, { POSTPRESS_API_URL: "http://127.0.0.1:1" }]) {
      const unset = { POSTPRESS_API_KEY: "", POSTPRESS_API_URL: "" };
      const client = await clientOf({ ...unset, ...half });
      expect(client.isVendorConfigured()).toBe(false);
      await expect(client.askVendor({ path: ["x"] })).rejects.toMatchObject({ reason: "not-configured" });
    }
  });
});
