/**
 * A vendor's API in bad hands: for each case an answer that leads astray, lies, never ends or never comes. The last part of the path
 * names the case. It writes down what it was asked, so that a test can say what went where.
 */
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { Socket } from "node:net";
import { gzipSync } from "node:zlib";

export type Asked = { path: string; host: string; apiKey: string; isClosed: boolean };
type Answer = (response: ServerResponse, canary: string) => unknown;

const mebibyte = 1024 * 1024;
const chunk = Buffer.alloc(64 * 1024, "x");
const jpeg = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.alloc(2000, "photo")]);
const asJpeg = { "content-type": "image/jpeg" };

/** Bytes as they are, past what Node would refuse to send. */
function raw(response: ServerResponse, head: string, body: Uint8Array | string = ""): void {
  const socket: Socket | null = response.socket;
  socket?.write(`HTTP/1.1 ${head}\r\n\r\n`);
  socket?.end(body);
}

function pourForEver(response: ServerResponse): void {
  const more = () => {
    if (!response.destroyed) response.write(chunk, more);
  };
  more();
}

/** A byte now and then: never silent for long, and never done. */
function drip(response: ServerResponse): void {
  const timer = setInterval(() => response.write("x"), 500);
  response.once("close", () => {
    clearInterval(timer);
  });
}

const page = (canary: string) =>
  `<!doctype html><meta http-equiv=refresh content="0;url=${canary}"><img src="${canary}/img"><script src="${canary}/js"></script>`;
const drawing = (canary: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" onload="fetch('${canary}')"><image href="${canary}/img"/></svg>`;

const redirects = Object.fromEntries(
  [301, 302, 303, 307, 308].map((status): [string, Answer] => [
    `redirect-${String(status)}`,
    (response, canary) => response.writeHead(status, { location: `${canary}/${String(status)}` }).end(),
  ]),
);

const leadAstray: Record<string, Answer> = {
  ...redirects,
  "redirect-metadata": (response) =>
    response.writeHead(302, { location: "http://169.254.169.254/latest/meta-data/" }).end(),
  "redirect-file": (response) => response.writeHead(302, { location: "file:///etc/passwd" }).end(),
  "redirect-loop": (response) => response.writeHead(302, { location: "" }).end(),
  "redirect-with-picture": (response, canary) =>
    response.writeHead(302, { ...asJpeg, location: canary, refresh: `0;url=${canary}` }).end(jpeg),
  page: (response, canary) => response.writeHead(200, { "content-type": "text/html" }).end(page(canary)),
  "page-as-picture": (response, canary) => response.writeHead(200, asJpeg).end(page(canary)),
  json: (response) => response.writeHead(200, asJpeg).end('{"type":"errors/unexpected_error"}'),
};

const lie: Record<string, Answer> = {
  "promises-more": (response) => {
    raw(response, `200 OK\r\nContent-Type: image/jpeg\r\nContent-Length: ${String(mebibyte)}`, jpeg);
  },
  "promises-far-more": (response) =>
    void response.writeHead(200, { ...asJpeg, "content-length": 10_000 * mebibyte }).write(jpeg),
  "length-below-nothing": (response) => {
    raw(response, "200 OK\r\nContent-Length: -1", jpeg);
  },
  "two-lengths": (response) => {
    raw(response, "200 OK\r\nContent-Length: 5\r\nContent-Length: 2004", jpeg);
  },
  "length-and-chunks": (response) => {
    raw(response, "200 OK\r\nContent-Length: 5\r\nTransfer-Encoding: chunked", "5\r\nphoto\r\n0\r\n\r\n");
  },
  "chunk-without-end": (response) => {
    raw(response, "200 OK\r\nTransfer-Encoding: chunked", "ffffff\r\nphoto");
  },
  packed: (response) =>
    response.writeHead(200, { ...asJpeg, "content-encoding": "gzip" }).end(gzipSync(Buffer.alloc(32 * mebibyte))),
  empty: (response) => response.writeHead(200, asJpeg).end(),
  "no-http": (response) => {
    response.socket?.end("SSH-2.0-OpenSSH_9.6\r\n");
  },
  dead: (response) => response.destroy(),
};

const neverEnd: Record<string, Answer> = {
  endless: (response) => {
    response.writeHead(200, asJpeg);
    pourForEver(response);
  },
  "endless-error": (response) => {
    response.writeHead(500, { "content-type": "application/json" });
    pourForEver(response);
  },
  "endless-header": (response) => {
    raw(response, `200 OK\r\nX-Much: ${"x".repeat(mebibyte)}`, jpeg);
  },
};

const neverCome: Record<string, Answer> = {
  silent: () => undefined,
  "silent-after-head": (response) => void response.writeHead(200, asJpeg).write(jpeg),
};

const neverDone: Record<string, Answer> = {
  drip: (response) => {
    drip(response.writeHead(200, asJpeg));
  },
};

/** What comes after all, and may do no harm. */
const harmless: Record<string, Answer> = {
  "picture-with-orders": (response, canary) =>
    response
      .writeHead(200, {
        "content-type": "text/html",
        "content-disposition": 'inline; filename="evil.html"',
        "set-cookie": "next-auth.session-token=stolen",
        "access-control-allow-origin": "*",
        link: `<${canary}/style>; rel=preload; as=style`,
        refresh: `0;url=${canary}`,
        location: canary,
        "clear-site-data": '"*"',
      })
      .end(jpeg),
  drawing: (response, canary) => response.writeHead(200, { "content-type": "image/svg+xml" }).end(drawing(canary)),
};

/** Each case with what may become of it. */
export const hostileCases = {
  failed: { ...leadAstray, ...lie, ...neverEnd },
  slow: neverCome,
  /** only a limit on the whole ends it, after minutes */
  dripping: neverDone,
  harmless,
};

const answers = new Map<string, Answer>(Object.values(hostileCases).flatMap((cases) => Object.entries(cases)));

/** Files under names such as "file-1-26214400", which end with their size: for limits and for memory. */
function sendFile(response: ServerResponse, sizeBytes: number): void {
  response.writeHead(200, { ...asJpeg, "content-length": sizeBytes }).write(jpeg);
  let left = sizeBytes - jpeg.length;
  const more = () => {
    const part = chunk.subarray(0, Math.min(chunk.length, left));
    left -= part.length;
    if (left === 0) response.end(part);
    else if (!response.destroyed) response.write(part, more);
  };
  more();
}

export async function startHostileVendor(canary: string) {
  const asked: Asked[] = [];
  const server = createServer((request, response) => {
    const entry = note(request);
    asked.push(entry);
    response.once("close", () => {
      entry.isClosed = true;
    });
    response.on("error", () => undefined);
    const name = decodeURIComponent((request.url ?? "").split("/").at(-1) ?? "");
    const [, sizeBytes] = /^file-\d+-(\d+)$/.exec(name) ?? [];
    if (sizeBytes !== undefined) sendFile(response, Number(sizeBytes));
    else answerCase(answers.get(name), response, canary);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port was given");
  const stop = () =>
    new Promise<void>((resolve) => {
      server.close(() => {
        resolve();
      });
      server.closeAllConnections();
    });
  return { url: `http://127.0.0.1:${String(address.port)}`, asked, stop };
}

function answerCase(answer: Answer | undefined, response: ServerResponse, canary: string): void {
  if (answer) answer(response, canary);
  else response.writeHead(404, { "content-type": "application/json" }).end('{"type":"errors/resource_not_found"}');
}

function note({ url = "", headers }: IncomingMessage): Asked {
  return { path: url, host: headers.host ?? "", apiKey: String(headers["x-api-key"]), isClosed: false };
}
