/** Sound without a recording: a WAV that murmurs like a voice in the next room, and an Ogg Opus note that is silence of a true length. */
import { createRandom } from "../random";

const wavRate = 8000;

/** 8 kHz, 8 bits, mono: syllables of changing pitch with pauses between. */
export function toWav(seed: string, seconds: number): Uint8Array {
  const samples = Buffer.alloc(Math.round(seconds * wavRate), 128);
  const random = createRandom(seed);
  let at = 0;
  while (at < samples.length) {
    const length = Math.round(wavRate * (0.09 + random.next() * 0.16));
    murmur(samples.subarray(at, at + length), 105 + random.next() * 70, 0.25 + random.next() * 0.55);
    at += length + Math.round(wavRate * (random.chance(0.15) ? 0.35 : 0.03));
  }
  return Buffer.concat([wavHeader(samples.length), samples]);
}

function murmur(samples: Buffer, pitchHz: number, loudness: number): void {
  for (let place = 0; place < samples.length; place += 1) {
    const turn = (place / wavRate) * Math.PI * 2;
    const tone =
      Math.sin(turn * pitchHz) + 0.5 * Math.sin(turn * pitchHz * 3.1) + 0.25 * Math.sin(turn * pitchHz * 7.3);
    const swell = Math.sin((place / samples.length) * Math.PI);
    samples[place] = Math.round(128 + tone * swell * loudness * 58);
  }
}

function wavHeader(length: number): Buffer {
  const header = Buffer.alloc(44);
  header.write("RIFF", 0);
  header.writeUInt32LE(36 + length, 4);
  header.write("WAVEfmt ", 8);
  header.writeUInt32LE(16, 16);
  header.writeUInt16LE(1, 20);
  header.writeUInt16LE(1, 22);
  header.writeUInt32LE(wavRate, 24);
  header.writeUInt32LE(wavRate, 28);
  header.writeUInt16LE(1, 32);
  header.writeUInt16LE(8, 34);
  header.write("data", 36);
  header.writeUInt32LE(length, 40);
  return header;
}

const opusRate = 48_000;
const frameSamples = 960;
const silentFrame = Buffer.from([0xf8, 0xff, 0xfe]);
const framesInPage = 50;

/** RFC 7845: 20 ms frames of silence, 50 to a page. */
export function toOgg(seconds: number): Uint8Array {
  const head = Buffer.from([...Buffer.from("OpusHead"), 1, 1, 0, 0, 0x80, 0xbb, 0, 0, 0, 0, 0]);
  const vendor = Buffer.from("postroom");
  const tags = Buffer.concat([Buffer.from("OpusTags"), uint32(vendor.length), vendor, uint32(0)]);
  const frames = Math.ceil((seconds * opusRate) / frameSamples);
  const pages = [
    toPage({ packets: [head], flags: 2, granule: 0, number: 0 }),
    toPage({ packets: [tags], flags: 0, granule: 0, number: 1 }),
  ];
  for (let done = 0; done < frames; done += framesInPage) {
    const count = Math.min(framesInPage, frames - done);
    const isLast = done + count === frames;
    const packets = Array.from({ length: count }, () => silentFrame);
    pages.push(
      toPage({ packets, flags: isLast ? 4 : 0, granule: (done + count) * frameSamples, number: pages.length }),
    );
  }
  return Buffer.concat(pages);
}

type Page = { packets: readonly Buffer[]; flags: number; granule: number; number: number };

function toPage({ packets, flags, granule, number }: Page): Buffer {
  const header = Buffer.alloc(27);
  header.write("OggS", 0);
  header.writeUInt8(flags, 5);
  header.writeBigUInt64LE(BigInt(granule), 6);
  header.writeUInt32LE(0x706f7374, 14);
  header.writeUInt32LE(number, 18);
  header.writeUInt8(packets.length, 26);
  const page = Buffer.concat([header, Buffer.from(packets.map((packet) => packet.length)), ...packets]);
  page.writeUInt32LE(oggSum(page), 22);
  return page;
}

/** CRC-32 of the polynomial 0x04c11db7, unreflected, as Ogg wants it. */
function oggSum(bytes: Buffer): number {
  let sum = 0;
  for (const byte of bytes) {
    sum ^= byte << 24;
    for (let bit = 0; bit < 8; bit += 1) sum = (sum << 1) ^ (sum & 0x80000000 ? 0x04c11db7 : 0);
  }
  return sum >>> 0;
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
