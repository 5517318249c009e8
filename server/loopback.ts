/** For tests: servers on free ports of the loopback interface, which stand for whatever we talk to. Nothing in the product imports this. */
import { createServer, type RequestListener, type Server } from "node:http";
import { createServer as createSocketServer, type Server as SocketServer, type Socket } from "node:net";

const open: (Server | SocketServer)[] = [];
const sockets = new Set<Socket>();

/** @returns its address, without a slash at the end */
export function startServer(answer: RequestListener): Promise<string> {
  return listen(createServer(answer), "http");
}

/** Takes connections and leaves what is said on them to the caller, nothing unless told. */
export function startMute(talk: (socket: Socket) => void = () => undefined): Promise<string> {
  const server = createSocketServer((socket) => {
    socket.on("error", () => undefined).resume();
    talk(socket);
  });
  return listen(server, "https");
}

async function listen(server: Server | SocketServer, scheme: string): Promise<string> {
  server.on("connection", (socket: Socket) => {
    sockets.add(socket);
    socket.once("close", () => sockets.delete(socket));
  });
  open.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port was given");
  return `${scheme}://127.0.0.1:${String(address.port)}`;
}

export async function stopServers(): Promise<void> {
  for (const socket of sockets) socket.destroy();
  await Promise.all(open.splice(0).map((server) => new Promise((resolve) => server.close(resolve))));
}
