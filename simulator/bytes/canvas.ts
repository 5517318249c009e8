/** A small picture to paint on, and the scene it shows: a tandem on a riverside road, different for each seed. */
import { createRandom } from "../random";

export type Color = readonly [number, number, number];
export type Canvas = { width: number; height: number; pixels: Uint8Array };

export function createCanvas(width: number, height: number): Canvas {
  return { width, height, pixels: new Uint8Array(width * height * 3) };
}

function put({ width, height, pixels }: Canvas, [x, y]: readonly [number, number], color: Color): void {
  if (x < 0 || y < 0 || x >= width || y >= height) return;
  const place = (y * width + x) * 3;
  pixels[place] = color[0];
  pixels[place + 1] = color[1];
  pixels[place + 2] = color[2];
}

function mix(from: Color, to: Color, share: number): Color {
  return [
    from[0] + (to[0] - from[0]) * share,
    from[1] + (to[1] - from[1]) * share,
    from[2] + (to[2] - from[2]) * share,
  ];
}

type Palette = { sky: Color; glow: Color; sun: Color; hill: Color; ground: Color; frame: Color };

const skies: readonly Omit<Palette, "frame">[] = [
  { sky: [92, 158, 214], glow: [214, 235, 247], sun: [255, 236, 170], hill: [92, 141, 104], ground: [196, 178, 143] },
  { sky: [58, 62, 120], glow: [245, 160, 121], sun: [255, 214, 140], hill: [70, 66, 104], ground: [112, 94, 108] },
  { sky: [120, 196, 200], glow: [240, 246, 220], sun: [255, 250, 210], hill: [46, 120, 110], ground: [150, 168, 120] },
  { sky: [24, 34, 66], glow: [64, 92, 140], sun: [230, 234, 245], hill: [22, 40, 62], ground: [48, 56, 76] },
];
const frames: readonly Color[] = [
  [28, 92, 176],
  [196, 48, 52],
  [232, 164, 32],
  [30, 122, 84],
  [240, 240, 236],
];

/** `turn` (0 to 1) moves the wheels and the bike a little: the frames of an animation. */
export function paintTandem(seed: string, size: { width: number; height: number }, turn = 0): Canvas {
  const random = createRandom(seed);
  const palette: Palette = { ...random.pick(skies), frame: random.pick(frames) };
  const canvas = createCanvas(size.width, size.height);
  const sunAt: readonly [number, number] = [0.15 + random.next() * 0.7, 0.16 + random.next() * 0.14];
  const waves = [random.next() * 6, random.next() * 6] as const;
  paintBackground(canvas, palette, { sunAt, waves });
  paintBike(canvas, palette.frame, turn);
  return canvas;
}

type Place = { sunAt: readonly [number, number]; waves: readonly [number, number] };

function paintBackground(canvas: Canvas, palette: Palette, { sunAt, waves }: Place): void {
  const { width, height } = canvas;
  for (let x = 0; x < width; x += 1) {
    const across = x / width;
    const hillTop = 0.5 + 0.06 * Math.sin(across * 5 + waves[0]) + 0.03 * Math.sin(across * 13 + waves[1]);
    for (let y = 0; y < height; y += 1) {
      const down = y / height;
      const fromSun = Math.hypot(((across - sunAt[0]) * width) / height, down - sunAt[1]);
      put(canvas, [x, y], colorAt(palette, { down, hillTop, fromSun }));
    }
  }
}

type Spot = { down: number; hillTop: number; fromSun: number };

function colorAt(palette: Palette, { down, hillTop, fromSun }: Spot): Color {
  if (down > 0.72) return mix(palette.ground, [40, 40, 44], (down - 0.72) * 1.6);
  if (down > hillTop) return mix(palette.hill, palette.ground, Math.max(0, down - hillTop) * 2);
  if (fromSun < 0.07) return palette.sun;
  const sky = mix(palette.sky, palette.glow, down / 0.6);
  return mix(palette.sun, sky, Math.min(1, 0.6 + fromSun * 1.4));
}

const wheelColor: Color = [26, 26, 30];

function paintBike(canvas: Canvas, frame: Color, turn: number): void {
  const unit = Math.min(canvas.width, canvas.height);
  const left = canvas.width / 2 - unit * 0.36;
  const floor = canvas.height * 0.84;
  const at = (x: number, y: number): Point => [left + x * unit, floor - y * unit];
  const thick = Math.max(1, unit * 0.011);
  for (const hub of [at(0.12, 0.12), at(0.62, 0.12)]) paintWheel(canvas, { hub, radius: unit * 0.12, turn, thick });
  const line = (from: Point, to: Point) => paintLine(canvas, { from, to, thick, color: frame });
  line(at(0.12, 0.12), at(0.2, 0.3));
  line(at(0.2, 0.3), at(0.56, 0.3));
  line(at(0.24, 0.12), at(0.2, 0.3));
  line(at(0.24, 0.12), at(0.44, 0.12));
  line(at(0.44, 0.12), at(0.38, 0.3));
  line(at(0.24, 0.12), at(0.38, 0.3));
  line(at(0.44, 0.12), at(0.56, 0.3));
  line(at(0.12, 0.12), at(0.24, 0.12));
  line(at(0.62, 0.12), at(0.55, 0.36));
  for (const x of [0.2, 0.38]) {
    line(at(x, 0.3), at(x - 0.015, 0.345));
    line(at(x - 0.05, 0.345), at(x + 0.02, 0.345));
  }
  line(at(0.55, 0.36), at(0.6, 0.37));
  line(at(0.4, 0.3), at(0.43, 0.38));
  line(at(0.43, 0.38), at(0.46, 0.37));
}

type Point = readonly [number, number];
type Wheel = { hub: Point; radius: number; turn: number; thick: number };

function paintWheel(canvas: Canvas, { hub, radius, turn, thick }: Wheel): void {
  const steps = Math.ceil(radius * 8);
  for (let step = 0; step < steps; step += 1) {
    const angle = (step / steps) * Math.PI * 2;
    paintDot(canvas, {
      at: [hub[0] + Math.cos(angle) * radius, hub[1] + Math.sin(angle) * radius],
      thick,
      color: wheelColor,
    });
  }
  for (let spoke = 0; spoke < 8; spoke += 1) {
    const angle = ((spoke + turn) / 8) * Math.PI * 2;
    const rim: Point = [hub[0] + Math.cos(angle) * radius, hub[1] + Math.sin(angle) * radius];
    paintLine(canvas, { from: hub, to: rim, thick: Math.max(1, thick / 3), color: [90, 92, 98] });
  }
}

type Stroke = { from: Point; to: Point; thick: number; color: Color };

function paintLine(canvas: Canvas, { from, to, thick, color }: Stroke): void {
  const steps = Math.ceil(Math.hypot(to[0] - from[0], to[1] - from[1]));
  for (let step = 0; step <= steps; step += 1) {
    const share = step / Math.max(1, steps);
    const at: Point = [from[0] + (to[0] - from[0]) * share, from[1] + (to[1] - from[1]) * share];
    paintDot(canvas, { at, thick, color });
  }
}

function paintDot(canvas: Canvas, { at, thick, color }: { at: Point; thick: number; color: Color }): void {
  const reach = Math.floor(thick / 2);
  for (let y = -reach; y <= reach; y += 1) {
    for (let x = -reach; x <= reach; x += 1) put(canvas, [Math.round(at[0]) + x, Math.round(at[1]) + y], color);
  }
}
