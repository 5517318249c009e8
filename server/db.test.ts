import { createServer } from "node:net";
import type { AddressInfo } from "node:net";
import { afterEach, expect, it, vi } from "vitest";
import { connect } from "./db";

const message = (type: string, body: Buffer) => {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(body.length + 4);
  return Buffer.concat([Buffer.from(type), length, body]);
};
const signedIn = message("R", Buffer.alloc(4));
const ready = message("Z", Buffer.from("I"));
const farewell = message("E", Buffer.from("SFATAL\0VFATAL\0C57P01\0Mterminating connection\0\0"));

/** A server that takes a connection and dies in the same breath: "ready" and the farewell arrive together. */
const dying = createServer((socket) => {
  socket.on("error", () => socket.destroy());
  socket.once("data", () => socket.end(Buffer.concat([signedIn, ready, farewell])));
});

afterEach(() => dying.close());

it("a connection that is lost before its first query fails that query and nothing else", async () => {
  await new Promise<void>((resolve) => dying.listen(0, "127.0.0.1", resolve));
  const uncaught = vi.fn();
  process.on("uncaughtException", uncaught);
  const url = `postgresql://nobody@127.0.0.1:${(dying.address() as AddressInfo).port}/nothing`;
  const client = connect(url, { max: 1, connectionTimeoutMs: 1000 });
  await expect(client.$transaction((tx) => tx.$queryRaw`SELECT 1`)).rejects.toThrow();
  await client.$disconnect();
  process.off("uncaughtException", uncaught);
  expect(uncaught).not.toHaveBeenCalled();
});
