/** The door's side of Node's HTTP: reads headers, carries an answer out, and leaves what was not read of the body unread. */
import type { IncomingMessage, ServerResponse } from "node:http";
import { clientAddress, peerHeader } from "../../team/client-address";
import type { Answer } from "./answers";

const lingerMs = 500;

export function nodeHeader(req: IncomingMessage, name: string): string | null {
  const value = req.headers[name];
  return (Array.isArray(value) ? value.join(", ") : value) ?? null;
}

/** The address of the connection, or what a trusted proxy says of it. */
export function nodeAddress(req: IncomingMessage): string {
  const forwarded = nodeHeader(req, "x-forwarded-for") ?? "";
  return clientAddress(new Headers({ [peerHeader]: req.socket.remoteAddress ?? "", "x-forwarded-for": forwarded }));
}

export function sendAnswer(req: IncomingMessage, res: ServerResponse, { status, headers, body }: Answer): void {
  if (req.complete || !hasBody(req)) {
    res.writeHead(status, headers).end(req.method === "HEAD" ? undefined : body);
    return;
  }
  res.writeHead(status, { ...headers, Connection: "close" });
  if (req.method === "HEAD") res.flushHeaders();
  else res.write(body);
  leaveSoon(req, res);
}

function hasBody(req: IncomingMessage): boolean {
  return req.headers["transfer-encoding"] !== undefined || Number(req.headers["content-length"] ?? 0) > 0;
}

/** Closing at once would reset the connection and with it the answer; so what still comes is thrown away for a moment. */
function leaveSoon(req: IncomingMessage, res: ServerResponse): void {
  const leave = (): void => {
    clearTimeout(timer);
    res.end();
  };
  const timer = setTimeout(leave, lingerMs);
  req.once("end", leave).once("close", leave).resume();
}
