"use client";

import { useRef, useState, type PointerEvent } from "react";
import { strokeOf, type Place, type Stroke } from "@/domain/picture-zoom";

type Meanings = {
  placeOn: (stage: HTMLElement, event: PointerEvent<HTMLElement>) => Place;
  isZoomed: boolean;
  zoomBy: (factor: number, at: Place) => void;
  panBy: (by: Place) => void;
  onStroke: (stroke: NonNullable<Stroke>) => void;
};

const distance = (a: Place, b: Place) => Math.hypot(a.x - b.x, a.y - b.y);
const between = (a: Place, b: Place): Place => ({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 });

/** One finger or the mouse moves an enlarged picture, two fingers enlarge it; a stroke of one finger over a whole picture has a meaning. */
export function usePointers({ placeOn, isZoomed, zoomBy, panBy, onStroke }: Meanings) {
  const [isHeld, setIsHeld] = useState(false);
  const pointers = useRef(new Map<number, Place>());
  const stroke = useRef<Place | null>(null);

  const onPointerDown = (event: PointerEvent<HTMLElement>) => {
    if (event.button !== 0 || event.target instanceof HTMLMediaElement) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    stroke.current = pointers.current.size === 0 && !isZoomed && event.pointerType !== "mouse" ? { x: 0, y: 0 } : null;
    pointers.current.set(event.pointerId, placeOn(event.currentTarget, event));
    setIsHeld(true);
  };
  const onPointerMove = (event: PointerEvent<HTMLElement>) => {
    const before = pointers.current.get(event.pointerId);
    if (!before) return;
    const now = placeOn(event.currentTarget, event);
    const by = { x: now.x - before.x, y: now.y - before.y };
    const other = Array.from(pointers.current).find(([id]) => id !== event.pointerId)?.[1];
    pointers.current.set(event.pointerId, now);
    if (other) zoomBy(distance(now, other) / Math.max(1, distance(before, other)), between(now, other));
    else panBy(by);
    if (stroke.current) stroke.current = { x: stroke.current.x + by.x, y: stroke.current.y + by.y };
  };
  const onPointerUp = (event: PointerEvent<HTMLElement>) => {
    if (!pointers.current.delete(event.pointerId)) return;
    setIsHeld(pointers.current.size > 0);
    const meant = stroke.current && event.type === "pointerup" ? strokeOf(stroke.current) : null;
    stroke.current = null;
    if (meant !== null) onStroke(meant);
  };
  return { isHeld, handlers: { onPointerDown, onPointerMove, onPointerUp, onPointerCancel: onPointerUp } };
}
