/**
 * How a picture is enlarged and moved on a stage, and what a stroke of a finger means there. Places are pixels from the middle of the
 * stage. It decides; the component measures and obeys.
 */
export type Place = { x: number; y: number };
/** `scale` 1 is the whole picture; `x` and `y` say how far its middle has moved. */
export type View = Place & { scale: number };
export type Extent = { width: number; height: number };
/** `picture` is its size at scale 1. */
export type Bounds = { stage: Extent; picture: Extent };

export const whole: View = { scale: 1, x: 0, y: 0 };
export const zoomStep = 1.5;
const largest = 8;
const nearly = 1.01;

export const isZoomed = ({ scale }: View): boolean => scale > 1;

/** Enlarges around a place that stays where it is, as far as the picture's edges allow. */
export function zoomedAt(view: View, factor: number, { at, bounds }: { at: Place; bounds: Bounds }): View {
  const wanted = Math.min(largest, view.scale * factor);
  if (wanted < nearly) return whole;
  const grown = wanted / view.scale;
  return held({ scale: wanted, x: at.x - (at.x - view.x) * grown, y: at.y - (at.y - view.y) * grown }, bounds);
}

export function panned(view: View, by: Place, bounds: Bounds): View {
  return held({ ...view, x: view.x + by.x, y: view.y + by.y }, bounds);
}

/** No edge of the picture comes further in than the edge of the stage. */
function held(view: View, { stage, picture }: Bounds): View {
  const reach = (size: number, room: number) => Math.max(0, (size * view.scale - room) / 2);
  const within = (value: number, most: number) => Math.min(most, Math.max(-most, value));
  const x = within(view.x, reach(picture.width, stage.width));
  const y = within(view.y, reach(picture.height, stage.height));
  return { scale: view.scale, x, y };
}

/** A double click shows details there, or the whole picture again. */
export function toggledAt(view: View, at: Place, bounds: Bounds): View {
  return isZoomed(view) ? whole : zoomedAt(view, 2.5, { at, bounds });
}

export type Stroke = "next" | "previous" | "close" | null;

const strokePx = 56;
const pullPx = 96;

/** Sideways turns the page, down puts the picture away; anything shorter or askew means nothing. */
export function strokeOf({ x, y }: Place): Stroke {
  if (Math.abs(x) >= strokePx && Math.abs(x) > 1.5 * Math.abs(y)) return x < 0 ? "next" : "previous";
  return y >= pullPx && y > 1.5 * Math.abs(x) ? "close" : null;
}
