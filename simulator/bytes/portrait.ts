/** Portraits for people who do not exist. */
import { createRandom } from "../random";
import type { Color } from "./canvas";
import { createCanvas } from "./canvas";
import { toPng } from "./png";

const side = 128;
const grounds: readonly Color[] = [
  [46, 98, 201],
  [15, 122, 61],
  [196, 36, 92],
  [148, 95, 14],
  [94, 72, 176],
  [18, 116, 126],
];

/** The same name gives the same portrait: head and shoulders on a ground of its own colour. */
export function paintPortrait(name: string): Uint8Array {
  const random = createRandom(name);
  const ground = random.pick(grounds);
  const skin: Color = [235 - random.integer(0, 110), 200 - random.integer(0, 90), 170 - random.integer(0, 80)];
  const coat: Color = [250 - random.integer(0, 60), 250 - random.integer(0, 60), 250 - random.integer(0, 60)];
  const canvas = createCanvas(side, side);
  for (let place = 0; place < side * side; place += 1) {
    const [x, y] = [(place % side) - side / 2, Math.floor(place / side) - side / 2];
    const isHead = Math.hypot(x, y + 14) < 24;
    const isBody = Math.hypot(x, (y - 62) * 0.95) < 46;
    canvas.pixels.set(isHead ? skin : isBody ? coat : ground, place * 3);
  }
  return toPng(canvas);
}
