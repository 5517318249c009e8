/** Baseline JPEG after ITU T.81: no subsampling, the example Huffman tables of its annex K, quality about 80. */
import type { Canvas } from "./canvas";

const zigzag = [
  0, 1, 8, 16, 9, 2, 3, 10, 17, 24, 32, 25, 18, 11, 4, 5, 12, 19, 26, 33, 40, 48, 41, 34, 27, 20, 13, 6, 7, 14, 21, 28,
  35, 42, 49, 56, 57, 50, 43, 36, 29, 22, 15, 23, 30, 37, 44, 51, 58, 59, 52, 45, 38, 31, 39, 46, 53, 60, 61, 54, 47,
  55, 62, 63,
];
const lightTable = [
  16, 11, 10, 16, 24, 40, 51, 61, 12, 12, 14, 19, 26, 58, 60, 55, 14, 13, 16, 24, 40, 57, 69, 56, 14, 17, 22, 29, 51,
  87, 80, 62, 18, 22, 37, 56, 68, 109, 103, 77, 24, 35, 55, 64, 81, 104, 113, 92, 49, 64, 78, 87, 103, 121, 120, 101,
  72, 92, 95, 98, 112, 100, 103, 99,
].map((step) => Math.max(1, Math.round(step * 0.4)));
const colorTable = Array.from({ length: 64 }, (_, place) => {
  const known: Record<number, number> = {
    0: 17,
    1: 18,
    2: 24,
    3: 47,
    8: 18,
    9: 21,
    10: 26,
    11: 66,
    16: 24,
    17: 26,
    18: 56,
    24: 47,
    25: 66,
  };
  return Math.max(1, Math.round((known[place] ?? 99) * 0.4));
});

type Huffman = {
  counts: readonly number[];
  values: readonly number[];
  codes: ReadonlyMap<number, readonly [number, number]>;
};

function huffman(counts: readonly number[], values: readonly number[]): Huffman {
  const codes = new Map<number, readonly [number, number]>();
  let code = 0;
  let place = 0;
  counts.forEach((count, index) => {
    for (const value of values.slice(place, place + count)) codes.set(value, [code++, index + 1]);
    place += count;
    code <<= 1;
  });
  return { counts, values, codes };
}

function hex(text: string): number[] {
  return [...Buffer.from(text.replaceAll(" ", ""), "hex")];
}

const upTo11 = Array.from({ length: 12 }, (_, value) => value);
const lightDc = huffman([0, 1, 5, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0], upTo11);
const colorDc = huffman([0, 3, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0], upTo11);
const lightAc = huffman(
  [0, 2, 1, 3, 3, 2, 4, 3, 5, 5, 4, 4, 0, 0, 1, 0x7d],
  hex(
    `01020300041105122131410613516107227114328191a1082342b1c11552d1f02433627282090a161718191a25262728292a3435363738393a434445464748
    494a535455565758595a636465666768696a737475767778797a838485868788898a92939495969798999aa2a3a4a5a6a7a8a9aab2b3b4b5b6b7b8b9bac2c3
    c4c5c6c7c8c9cad2d3d4d5d6d7d8d9dae1e2e3e4e5e6e7e8e9eaf1f2f3f4f5f6f7f8f9fa`.replace(/\s/g, ""),
  ),
);
const colorAc = huffman(
  [0, 2, 1, 2, 4, 4, 3, 4, 7, 5, 4, 4, 0, 1, 2, 0x77],
  hex(
    `0001020311040521310612415107617113223281081442 91a1b1c109233352f0156272d10a162434e125f11718191a262728292a35363738393a4344454647
    48494a535455565758595a636465666768696a737475767778797a82838485868788898a92939495969798999aa2a3a4a5a6a7a8a9aab2b3b4b5b6b7b8b9ba
    c2c3c4c5c6c7c8c9cad2d3d4d5d6d7d8d9dae2e3e4e5e6e7e8e9eaf2f3f4f5f6f7f8f9fa`.replace(/\s/g, ""),
  ),
);

type Channel = {
  table: readonly number[];
  dc: Huffman;
  ac: Huffman;
  weights: readonly [number, number, number];
  offset: number;
  last: number;
};

export function toJpeg(canvas: Canvas): Uint8Array {
  const channels: Channel[] = [
    { table: lightTable, dc: lightDc, ac: lightAc, weights: [0.299, 0.587, 0.114], offset: -128, last: 0 },
    { table: colorTable, dc: colorDc, ac: colorAc, weights: [-0.1687, -0.3313, 0.5], offset: 0, last: 0 },
    { table: colorTable, dc: colorDc, ac: colorAc, weights: [0.5, -0.4187, -0.0813], offset: 0, last: 0 },
  ];
  const bits = createBits();
  for (let y = 0; y < canvas.height; y += 8) {
    for (let x = 0; x < canvas.width; x += 8) {
      for (const channel of channels)
        writeBlock(bits, channel, toFrequencies(readBlock(canvas, channel, [x, y]), channel.table));
    }
  }
  return Buffer.concat([headers(canvas), bits.end(), Buffer.from([0xff, 0xd9])]);
}

function headers({ width, height }: Canvas): Buffer {
  const quantization = [lightTable, colorTable].map((table, id) => {
    return segment(0xdb, [id, ...zigzag.map((place) => table[place] ?? 1)]);
  });
  const tables = [lightDc, lightAc, colorDc, colorAc];
  const huffmans = tables.map((table, place) => {
    const id = ((place % 2) << 4) | (place >> 1);
    return segment(0xc4, [id, ...table.counts, ...table.values]);
  });
  const size = [height >> 8, height & 255, width >> 8, width & 255];
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    segment(0xe0, [...Buffer.from("JFIF\0"), 1, 1, 0, 0, 1, 0, 1, 0, 0]),
    ...quantization,
    segment(0xc0, [8, ...size, 3, 1, 0x11, 0, 2, 0x11, 1, 3, 0x11, 1]),
    ...huffmans,
    segment(0xda, [3, 1, 0x00, 2, 0x11, 3, 0x11, 0, 63, 0]),
  ]);
}

function segment(marker: number, content: readonly number[]): Buffer {
  const length = content.length + 2;
  return Buffer.from([0xff, marker, length >> 8, length & 255, ...content]);
}

/** Beyond the edge the last pixel goes on. */
function readBlock(
  { width, height, pixels }: Canvas,
  channel: Channel,
  [left, top]: readonly [number, number],
): Float64Array {
  const block = new Float64Array(64);
  const [red, green, blue] = channel.weights;
  for (let place = 0; place < 64; place += 1) {
    const x = Math.min(width - 1, left + (place & 7));
    const y = Math.min(height - 1, top + (place >> 3));
    const at = (y * width + x) * 3;
    const light = red * (pixels[at] ?? 0) + green * (pixels[at + 1] ?? 0) + blue * (pixels[at + 2] ?? 0);
    block[place] = light + channel.offset;
  }
  return block;
}

const cosines = Array.from({ length: 64 }, (_, place) => {
  const [k, n] = [place >> 3, place & 7];
  return (k === 0 ? Math.SQRT1_2 : 1) * 0.5 * Math.cos(((2 * n + 1) * k * Math.PI) / 16);
});

function transform(block: Float64Array, [step, stride]: readonly [number, number]): void {
  const line = new Float64Array(8);
  for (let row = 0; row < 8; row += 1) {
    for (let k = 0; k < 8; k += 1) {
      let sum = 0;
      for (let n = 0; n < 8; n += 1) sum += (block[row * stride + n * step] ?? 0) * (cosines[k * 8 + n] ?? 0);
      line[k] = sum;
    }
    for (let k = 0; k < 8; k += 1) block[row * stride + k * step] = line[k] ?? 0;
  }
}

function toFrequencies(block: Float64Array, table: readonly number[]): number[] {
  transform(block, [1, 8]);
  transform(block, [8, 1]);
  return zigzag.map((place) => Math.round((block[place] ?? 0) / (table[place] ?? 1)));
}

type Bits = ReturnType<typeof createBits>;

function createBits() {
  const bytes: number[] = [];
  let held = 0;
  let count = 0;
  const write = (value: number, length: number) => {
    held = (held << length) | (value & ((1 << length) - 1));
    count += length;
    while (count >= 8) {
      const byte = (held >> (count - 8)) & 255;
      bytes.push(byte);
      if (byte === 255) bytes.push(0);
      count -= 8;
    }
    held &= (1 << count) - 1;
  };
  return {
    write,
    end: () => {
      write(0x7f, 7);
      return Buffer.from(bytes);
    },
  };
}

function writeBlock(bits: Bits, channel: Channel, coefficients: readonly number[]): void {
  const [dc = 0, ...rest] = coefficients;
  writeNumber(bits, channel.dc, { run: 0, value: dc - channel.last });
  channel.last = dc;
  let run = 0;
  for (const value of rest.slice(0, rest.findLastIndex((one) => one !== 0) + 1)) {
    if (value === 0) run += 1;
    else {
      for (; run > 15; run -= 16) writeCode(bits, channel.ac, 0xf0);
      writeNumber(bits, channel.ac, { run, value });
      run = 0;
    }
  }
  if (rest.at(-1) === 0) writeCode(bits, channel.ac, 0);
}

function writeNumber(bits: Bits, table: Huffman, { run, value }: { run: number; value: number }): void {
  const length = value === 0 ? 0 : 32 - Math.clz32(Math.abs(value));
  writeCode(bits, table, (run << 4) | length);
  if (length > 0) bits.write(value < 0 ? value - 1 : value, length);
}

function writeCode(bits: Bits, table: Huffman, symbol: number): void {
  const [code, length] = table.codes.get(symbol) ?? [0, 0];
  bits.write(code, length);
}
