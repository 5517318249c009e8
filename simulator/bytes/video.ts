/**
 * A small MP4 of a standing picture: H.264 baseline with one frame of uncompressed macroblocks (I_PCM), then frames that say "as before".
 * No encoder is needed, and every player that knows H.264 plays it.
 */
import type { Canvas } from "./canvas";

const framesPerSecond = 10;

/** Width and height of the picture are multiples of 16. */
export function toMp4(canvas: Canvas, seconds: number): Uint8Array {
  const [across, down] = [canvas.width / 16, canvas.height / 16];
  const count = Math.max(1, Math.round(seconds * framesPerSecond));
  const key = sized(Buffer.concat([Buffer.from([0x65]), escapeStarts(keySlice(canvas))]));
  const samples = [key];
  for (let number = 1; number < count; number += 1) {
    samples.push(sized(Buffer.concat([Buffer.from([0x41]), escapeStarts(sameSlice(number, across * down))])));
  }
  const parameters = toParameters(across, down);
  const type = box("ftyp", Buffer.from("isom\0\0\x02\0isomavc1mp41", "latin1"));
  const sizes = samples.map((sample) => sample.length);
  const movie = (offset: number) => toMovie({ width: canvas.width, height: canvas.height, sizes, offset, parameters });
  const offset = type.length + movie(0).length + 8;
  return Buffer.concat([type, movie(offset), box("mdat", ...samples)]);
}

function sized(unit: Buffer): Buffer {
  return Buffer.concat([uint32(unit.length), unit]);
}

function toParameters(across: number, down: number): { sequence: Buffer; picture: Buffer } {
  const sequence = createBits();
  sequence.bytes([66, 0xc0, 30]);
  for (const value of [0, 0, 2, 1]) sequence.exp(value); // id, frame number of 4 bits, order = decoding order, one reference
  sequence.bits(0, 1);
  sequence.exp(across - 1);
  sequence.exp(down - 1);
  sequence.bits(0b1100, 4); // whole frames, direct 8x8, no cropping, no usability notes
  const picture = createBits();
  picture.exp(0);
  picture.exp(0);
  picture.bits(0, 2);
  for (const value of [0, 0, 0]) picture.exp(value);
  picture.bits(0, 3);
  for (const value of [0, 0, 0]) picture.exp(value); // initial quality and chroma offset, signed zeros
  picture.bits(0b100, 3); // the deblocking filter can be turned off in the slice
  return {
    sequence: Buffer.concat([Buffer.from([0x67]), escapeStarts(sequence.end())]),
    picture: Buffer.concat([Buffer.from([0x68]), escapeStarts(picture.end())]),
  };
}

function keySlice(canvas: Canvas): Buffer {
  const bits = createBits();
  for (const value of [0, 7, 0]) bits.exp(value); // first macroblock, all slices are I, parameter set
  bits.bits(0, 4); // frame number
  bits.exp(0); // picture id
  bits.bits(0, 2); // no marking
  bits.exp(0); // quality as before
  bits.exp(1); // no deblocking
  for (let y = 0; y < canvas.height; y += 16) {
    for (let x = 0; x < canvas.width; x += 16) {
      bits.exp(25); // I_PCM
      bits.align();
      bits.bytes(toMacroblock(canvas, x, y));
    }
  }
  return bits.end();
}

function sameSlice(number: number, macroblocks: number): Buffer {
  const bits = createBits();
  for (const value of [0, 5, 0]) bits.exp(value);
  bits.bits(number & 15, 4);
  bits.bits(0, 3); // as many references as before, no reordering, no marking
  bits.exp(0);
  bits.exp(1);
  bits.exp(macroblocks); // all skipped
  return bits.end();
}

/** 256 of light, then 64 each of the two colours. */
function toMacroblock({ width, pixels }: Canvas, left: number, top: number): number[] {
  const weigh = (x: number, y: number, [red, green, blue]: readonly [number, number, number]) => {
    const at = ((top + y) * width + left + x) * 3;
    return red * (pixels[at] ?? 0) + green * (pixels[at + 1] ?? 0) + blue * (pixels[at + 2] ?? 0);
  };
  const grid = (side: number) =>
    Array.from({ length: side * side }, (_, place) => [place % side, Math.floor(place / side)] as const);
  const light = grid(16).map(([x, y]) => 16 + weigh(x, y, [0.257, 0.504, 0.098]));
  const blue = grid(8).map(([x, y]) => 128 + weigh(x * 2, y * 2, [-0.148, -0.291, 0.439]));
  const red = grid(8).map(([x, y]) => 128 + weigh(x * 2, y * 2, [0.439, -0.368, -0.071]));
  return [...light, ...blue, ...red].map(Math.round);
}

function createBits() {
  const done: number[] = [];
  let held = 0;
  let count = 0;
  const bits = (value: number, length: number) => {
    for (let place = length - 1; place >= 0; place -= 1) {
      held = (held << 1) | ((value >> place) & 1);
      count += 1;
      if (count === 8) [count, held] = [0, (done.push(held), 0)];
    }
  };
  const align = () => bits(0, (8 - count) % 8);
  return {
    bits,
    align,
    /** unsigned Exp-Golomb */
    exp: (value: number) => bits(value + 1, 2 * (31 - Math.clz32(value + 1)) + 1),
    bytes: (values: readonly number[]) => values.forEach((value) => bits(value, 8)),
    end: () => {
      bits(1, 1);
      align();
      return Buffer.from(done);
    },
  };
}

/** Two zero bytes before a byte below four would look like the start of a unit. */
function escapeStarts(bytes: Buffer): Buffer {
  const escaped: number[] = [];
  let zeros = 0;
  for (const byte of bytes) {
    if (zeros >= 2 && byte < 4) {
      escaped.push(3);
      zeros = 0;
    }
    escaped.push(byte);
    zeros = byte === 0 ? zeros + 1 : 0;
  }
  return Buffer.from(escaped);
}

type Movie = {
  width: number;
  height: number;
  sizes: readonly number[];
  offset: number;
  parameters: { sequence: Buffer; picture: Buffer };
};

const matrix = [0x10000, 0, 0, 0, 0x10000, 0, 0, 0, 0x40000000].map(uint32);

function toMovie({ width, height, sizes, offset, parameters }: Movie): Buffer {
  const duration = uint32(sizes.length);
  const none = (length: number) => Buffer.alloc(length);
  const rate = uint32(framesPerSecond);
  const header = box(
    "mvhd",
    none(12),
    rate,
    duration,
    uint32(0x10000),
    uint16(0x100),
    none(10),
    ...matrix,
    none(24),
    uint32(2),
  );
  const size = [uint32(width << 16), uint32(height << 16)];
  const track = box("tkhd", uint32(7), none(8), uint32(1), none(4), duration, none(16), ...matrix, ...size);
  const media = box("mdhd", none(12), rate, duration, uint16(0x55c4), none(2));
  const handler = box("hdlr", none(8), Buffer.from("vide"), none(12), Buffer.from("video\0"));
  const source = box("dinf", box("dref", none(4), uint32(1), box("url ", uint32(1))));
  const { sequence, picture } = parameters;
  const units = [
    Buffer.from([0xe1]),
    uint16(sequence.length),
    sequence,
    Buffer.from([1]),
    uint16(picture.length),
    picture,
  ];
  const coding = box("avcC", Buffer.from([1, 66, 0xc0, 30, 0xff]), ...units);
  const resolution = [uint16(width), uint16(height), uint32(0x480000), uint32(0x480000), none(4), uint16(1), none(32)];
  const entry = box("avc1", none(6), uint16(1), none(16), ...resolution, uint16(24), uint16(0xffff), coding);
  const table = box(
    "stbl",
    box("stsd", none(4), uint32(1), entry),
    box("stts", none(4), uint32(1), duration, uint32(1)),
    box("stss", none(4), uint32(1), uint32(1)),
    box("stsc", none(4), uint32(1), uint32(1), duration, uint32(1)),
    box("stsz", none(8), duration, ...sizes.map(uint32)),
    box("stco", none(4), uint32(1), uint32(offset)),
  );
  const stored = box("minf", box("vmhd", uint32(1), none(8)), source, table);
  return box("moov", header, box("trak", track, box("mdia", media, handler, stored)));
}

function box(name: string, ...content: Buffer[]): Buffer {
  const body = Buffer.concat(content);
  return Buffer.concat([uint32(body.length + 8), Buffer.from(name, "latin1"), body]);
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value >>> 0);
  return bytes;
}

function uint16(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16BE(value);
  return bytes;
}
