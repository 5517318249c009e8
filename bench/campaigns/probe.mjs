/** One request as a stranger, the vendor or a signed-in person makes it, with what its answer took. Never rejects: no answer is status 0. */
import { request } from "node:http";

/** @returns `{ status, headers, text, tookMs }` */
export async function ask(url, { method = "GET", headers = {}, body, timeoutMs = 35_000 } = {}) {
  const startedAt = performance.now();
  const took = () => Math.round(performance.now() - startedAt);
  try {
    const answer = await fetch(url, {
      method,
      headers,
      body,
      redirect: "manual",
      signal: AbortSignal.timeout(timeoutMs),
    });
    return { status: answer.status, headers: answer.headers, text: await answer.text(), tookMs: took() };
  } catch (error) {
    return { status: 0, headers: new Headers(), text: error.cause?.code ?? error.name, tookMs: took() };
  }
}

export function deliver(product, payload, headers = {}) {
  const body = typeof payload === "string" || Buffer.isBuffer(payload) ? payload : JSON.stringify(payload);
  return ask(product.door, {
    method: "POST",
    headers: { "content-type": "application/json", [product.header]: product.secret, ...headers },
    body,
  });
}

/**
 * Streams `sizeBytes` of blanks until the answer comes, as a sender that does not listen meanwhile. With `hasLength` it says so beforehand.
 * @returns `{ status, tookMs }`; the time runs from the first byte of the request
 */
export function pour(product, { sizeBytes, headers = {}, hasLength = false }) {
  const chunk = Buffer.alloc(64 * 1024, " ");
  return new Promise((resolve) => {
    const startedAt = performance.now();
    const length = hasLength ? { "content-length": sizeBytes } : {};
    const client = request(product.door, { method: "POST", agent: false, headers: { ...headers, ...length } });
    const end = (status) => {
      resolve({ status, tookMs: Math.round(performance.now() - startedAt) });
      client.destroy();
    };
    client.once("response", (answer) => end(answer.statusCode));
    client.once("error", () => end(0)); // cut off while writing: the answer, if any, came before
    let sent = 0;
    const write = () => {
      while (sent < sizeBytes && !client.destroyed) {
        const part = chunk.subarray(0, Math.min(chunk.length, sizeBytes - sent));
        sent += part.length;
        if (!client.write(part)) return client.once("drain", write);
      }
      return client.end();
    };
    write();
  });
}
