/**
 * Every HTTP request of ours that leaves the process: one patience for the connection, one for silence, and no redirect is followed.
 * Where it goes, what an answer means and how much of it is read is the caller's.
 */
import { request as plainRequest, type ClientRequest, type IncomingMessage, type RequestOptions } from "node:http";
import { request as tlsRequest } from "node:https";
import { pipeline, type Readable } from "node:stream";

export type OutboundRequest = {
  method: string;
  headers: Record<string, string>;
  /** a stream needs its content-length among the headers */
  content?: Uint8Array | Readable | undefined;
  /** ends the request, and the body of its answer, when whoever waits for it is gone */
  signal?: AbortSignal | undefined;
  /** until the connection stands, TLS included; 5 seconds unless told */
  connectMs?: number | undefined;
  /** how long nothing may come or go afterwards; 30 seconds unless told */
  idleMs?: number | undefined;
};

/** No answer, or not all of it. What was never connected was never written. */
export class OutboundError extends Error {
  constructor(
    readonly isConnected: boolean,
    readonly isTimeout: boolean,
    /** it died on a connection that was kept from before, as happens when the other side has just closed it */
    readonly wasKept = false,
  ) {
    super(isTimeout ? "no answer in time" : "no answer");
  }
}

/** An answer of any status; its body is still to be read, or destroyed, and fails with an error when it is cut. @throws OutboundError */
export async function sendRequest(url: URL, told: OutboundRequest): Promise<IncomingMessage> {
  // A write gets a connection of its own: on a kept one that the other side closes, nobody could say whether it arrived.
  if (told.method !== "GET" && told.method !== "HEAD") return attempt(url, told, false);
  try {
    return await attempt(url, told, undefined);
  } catch (error) {
    if (error instanceof OutboundError && error.wasKept) return attempt(url, told, false);
    throw error;
  }
}

function attempt(url: URL, told: OutboundRequest, agent: RequestOptions["agent"]): Promise<IncomingMessage> {
  const { method, headers, signal } = told;
  const options = { method, headers, agent, ...(signal && { signal }) };
  return new Promise((resolve, reject) => {
    const state = { isConnected: false, isTimeout: false };
    const request = (url.protocol === "https:" ? tlsRequest : plainRequest)(url, options);
    awaitConnection(request, url, {
      connectMs: told.connectMs ?? 5_000,
      onConnected: () => void (state.isConnected = true),
      onLate: () => void (state.isTimeout = true),
    });
    let answer: IncomingMessage | undefined;
    request.setTimeout(told.idleMs ?? 30_000, () => {
      state.isTimeout = true;
      (answer ?? request).destroy(new OutboundError(true, true));
    });
    request.once("response", (response) => {
      answer = response;
      resolve(response);
    });
    request.on("error", () => {
      const wasKept = request.reusedSocket && !state.isTimeout && signal?.aborted !== true;
      reject(new OutboundError(state.isConnected, state.isTimeout, wasKept));
    });
    write(request, told.content);
  });
}

type Patience = { connectMs: number; onConnected: () => void; onLate: () => void };

function awaitConnection(request: ClientRequest, url: URL, { connectMs, onConnected, onLate }: Patience): void {
  const patience = setTimeout(() => {
    onLate();
    request.destroy();
  }, connectMs);
  request.once("close", () => clearTimeout(patience));
  request.once("socket", (socket) => {
    const connected = () => {
      clearTimeout(patience);
      onConnected();
    };
    if (!socket.connecting) connected();
    else socket.once(url.protocol === "https:" ? "secureConnect" : "connect", connected);
  });
}

function write(request: ClientRequest, content: OutboundRequest["content"]): void {
  if (content === undefined || content instanceof Uint8Array) request.end(content);
  else pipeline(content, request, () => undefined); // an error of either side ends the other, and comes as the request's
}
