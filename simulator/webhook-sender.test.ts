import { createServer } from "node:http";
import type { IncomingHttpHeaders, Server, ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { createRandom } from "./random";
import { inBurst, shuffledNearby, withRepeats } from "./disorder";
import { createWebhookSender, vendorDelaysMs } from "./webhook-sender";

type Received = { headers: IncomingHttpHeaders; body: string };
type Answer = (response: ServerResponse, nth: number) => void;

const secret = "a-secret-of-more-than-32-characters-x";
const payload = {
  event: "message_received",
  account_id: "wa",
  chat_id: "c",
  message_id: "m",
  sender: { attendee_name: "Ana" },
};
const noDelays = [0, 0, 0, 0, 0];
const servers: Server[] = [];

afterEach(() => {
  for (const server of servers.splice(0)) {
    server.close();
    server.closeAllConnections();
  }
});

async function startReceiver(answer: Answer) {
  const received: Received[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      received.push({ headers: request.headers, body: Buffer.concat(chunks).toString("utf8") });
      answer(response, received.length);
    });
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    received,
    webhookUrl: `http://127.0.0.1:${String(port)}/hook`,
    headerName: "Postroom-Webhook-Secret",
    secret,
  };
}

const answering =
  (status: number): Answer =>
  (response) =>
    response.writeHead(status).end();

describe("the webhook sender", () => {
  it("waits as long as the vendor: five retries after 1, 2, 4, 8 and 16 seconds", () => {
    expect(vendorDelaysMs).toEqual([1000, 2000, 4000, 8000, 16_000]);
  });

  it("is content with the first 200 and carries its one header", async () => {
    const target = await startReceiver(answering(200));
    const sender = createWebhookSender(target);
    const entry = await sender.send(payload);
    expect(entry).toMatchObject({
      outcome: "acked",
      event: "message_received",
      messageId: "m",
      attempts: [{ status: 200 }],
    });
    expect(target.received).toHaveLength(1);
    expect(target.received[0]?.headers).toMatchObject({
      "postroom-webhook-secret": secret,
      "content-type": "application/json",
    });
  });

  it.each([201, 202, 204, 302, 308, 400, 401, 404, 500, 503])(
    "takes %i for a failure and gives up after six attempts",
    async (status) => {
      const target = await startReceiver((response) => response.writeHead(status, { location: "/elsewhere" }).end());
      const sender = createWebhookSender({ ...target, delaysMs: noDelays });
      const entry = await sender.send(payload);
      expect(entry.outcome).toBe("given up");
      expect(entry.attempts.map((attempt) => attempt.status)).toEqual([status, status, status, status, status, status]);
      expect(target.received).toHaveLength(6);
    },
  );

  it("sends the very same bytes again until they are taken", async () => {
    const target = await startReceiver((response, nth) => response.writeHead(nth < 4 ? 503 : 200).end());
    const sender = createWebhookSender({ ...target, delaysMs: noDelays });
    const entry = await sender.send(payload);
    expect(entry.attempts.map((attempt) => attempt.status)).toEqual([503, 503, 503, 200]);
    expect(new Set(target.received.map(({ body }) => body)).size).toBe(1);
    expect(sender.ledger.counts()).toEqual({ sent: 1, acked: 1, givenUp: 0, pending: 0, attempts: 4, retries: 3 });
  });

  it("takes silence beyond its time for a failure", async () => {
    const target = await startReceiver((response, nth) => {
      if (nth > 1) response.writeHead(200).end();
    });
    const sender = createWebhookSender({ ...target, delaysMs: noDelays, timeoutMs: 40 });
    const entry = await sender.send(payload);
    expect(entry.attempts[0]).toMatchObject({ status: null, error: "TimeoutError" });
    expect(entry.outcome).toBe("acked");
  });

  it("goes on when nobody listens", async () => {
    const sender = createWebhookSender({
      webhookUrl: "http://127.0.0.1:1/hook",
      headerName: "x",
      secret,
      delaysMs: [0],
    });
    const entry = await sender.send(payload);
    expect(entry.outcome).toBe("given up");
    expect(entry.attempts).toHaveLength(2);
  });

  it("stops in the middle of a pause, and says so in the ledger", async () => {
    const target = await startReceiver(answering(500));
    const sender = createWebhookSender({ ...target, delaysMs: [60_000] });
    const sent = sender.send(payload);
    await expect.poll(() => target.received.length).toBe(1);
    await sender.stop();
    expect((await sent).outcome).toBe("stopped");
  });

  it("sends JSON under a form content type, or a real form, on demand", async () => {
    const target = await startReceiver(answering(200));
    const sender = createWebhookSender(target);
    await sender.send(payload, "json-as-form");
    await sender.send(payload, "form");
    const [asForm, form] = target.received;
    expect(asForm?.headers["content-type"]).toBe("application/x-www-form-urlencoded");
    expect(JSON.parse(asForm?.body ?? "")).toEqual(payload);
    expect(form?.headers["content-type"]).toBe("application/x-www-form-urlencoded");
    expect(new URLSearchParams(form?.body).get("sender[attendee_name]")).toBe("Ana");
  });

  it("sends raw bytes untouched", async () => {
    const target = await startReceiver(answering(200));
    await createWebhookSender(target).send('{"event":');
    expect(target.received[0]?.body).toBe('{"event":');
  });
});

describe("disorder", () => {
  const items = Array.from({ length: 1000 }, (_, place) => place);

  it("repeats about the share it was asked for, and loses nothing", () => {
    const repeated = withRepeats(items, 0.02, createRandom("repeats"));
    expect(new Set(repeated).size).toBe(1000);
    expect(repeated.length).toBeGreaterThan(1005);
    expect(repeated.length).toBeLessThan(1040);
  });

  it("moves items, but only nearby, and the same way for the same seed", () => {
    const shuffled = shuffledNearby(items, 10, createRandom("swaps"));
    expect(shuffled).not.toEqual(items);
    expect(Math.max(...shuffled.map((item, place) => Math.abs(item - place)))).toBeLessThanOrEqual(10);
    expect(shuffledNearby(items, 10, createRandom("swaps"))).toEqual(shuffled);
  });

  it("sends a burst with no more than its width at a time", async () => {
    let underWay = 0;
    let most = 0;
    const sent: number[] = [];
    await inBurst(items, 8, async (item) => {
      underWay += 1;
      most = Math.max(most, underWay);
      await Promise.resolve();
      sent.push(item);
      underWay -= 1;
    });
    expect(most).toBe(8);
    expect(sent.sort((a, b) => a - b)).toEqual(items);
  });
});
