/** GIF89a that loops, every frame reduced to the 216 colours of the web and packed by LZW. */
import type { Canvas } from "./canvas";

export function toGif(frames: readonly Canvas[], hundredths: number): Uint8Array {
  const [first] = frames;
  if (first === undefined) throw new Error("a picture needs a frame");
  const size = [first.width & 255, first.width >> 8, first.height & 255, first.height >> 8];
  const palette = Array.from({ length: 256 }, (_, index) => {
    return index < 216 ? [Math.floor(index / 36) * 51, (Math.floor(index / 6) % 6) * 51, (index % 6) * 51] : [0, 0, 0];
  }).flat();
  const loop = [0x21, 0xff, 11, ...Buffer.from("NETSCAPE2.0"), 3, 1, 0, 0, 0];
  const parts = frames.map((frame) => {
    const control = [0x21, 0xf9, 4, 4, hundredths & 255, hundredths >> 8, 0, 0];
    return Buffer.from([...control, 0x2c, 0, 0, 0, 0, ...size, 0, 8, ...inBlocks(pack(toIndexes(frame))), 0]);
  });
  const head = Buffer.from([...Buffer.from("GIF89a"), ...size, 0xf7, 0, 0, ...palette, ...loop]);
  return Buffer.concat([head, ...parts, Buffer.from([0x3b])]);
}

/** Ordered dither, so that a sky of few colours still looks like a sky. */
const thresholds = [0, 8, 2, 10, 12, 4, 14, 6, 3, 11, 1, 9, 15, 7, 13, 5].map((rank) => (rank + 0.5) / 16);

function toIndexes({ width, pixels }: Canvas): Uint8Array {
  const indexes = new Uint8Array(pixels.length / 3);
  for (let place = 0; place < indexes.length; place += 1) {
    const cell = (Math.floor(place / width) % 4) * 4 + ((place % width) % 4);
    const threshold = thresholds[cell] ?? 0.5;
    const step = (offset: number) => Math.min(5, Math.floor((pixels[place * 3 + offset] ?? 0) / 51 + threshold));
    indexes[place] = step(0) * 36 + step(1) * 6 + step(2);
  }
  return indexes;
}

function inBlocks(bytes: readonly number[]): number[] {
  const blocks: number[] = [];
  for (let at = 0; at < bytes.length; at += 255) {
    const block = bytes.slice(at, at + 255);
    blocks.push(block.length, ...block);
  }
  return blocks;
}

const clearCode = 256;
const endCode = 257;

/** LZW with codes of 9 to 12 bits, the table thrown away when it is full. */
function pack(indexes: Uint8Array): number[] {
  const out = createBits();
  let table = new Map<number, number>();
  let next = endCode + 1;
  let width = 9;
  out.write(clearCode, width);
  let prefix = indexes[0] ?? 0;
  for (const index of indexes.subarray(1)) {
    const key = prefix * 256 + index;
    const known = table.get(key);
    if (known !== undefined) prefix = known;
    else {
      out.write(prefix, width);
      table.set(key, next);
      if (next === 1 << width) width += 1;
      next += 1;
      if (next > 4095) {
        out.write(clearCode, width);
        [table, next, width] = [new Map<number, number>(), endCode + 1, 9];
      }
      prefix = index;
    }
  }
  out.write(prefix, width);
  out.write(endCode, width);
  return out.end();
}

function createBits() {
  const bytes: number[] = [];
  let held = 0;
  let count = 0;
  const write = (value: number, length: number) => {
    held |= value << count;
    for (count += length; count >= 8; count -= 8) {
      bytes.push(held & 255);
      held >>= 8;
    }
  };
  return { write, end: () => (count > 0 ? [...bytes, held & 255] : bytes) };
}
