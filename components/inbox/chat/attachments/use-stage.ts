"use client";

import { useCallback, useRef, useState } from "react";
import { usePointers } from "@/components/inbox/chat/attachments/use-pointers";
import {
  isZoomed,
  panned,
  toggledAt,
  whole,
  zoomedAt,
  type Bounds,
  type Place,
  type Stroke,
  type View,
} from "@/domain/picture-zoom";

const middle: Place = { x: 0, y: 0 };
const wheelStrength = 0.0022;
const pinchStrength = 0.009;

/** Null while there is no picture to enlarge. */
function boundsOf(stage: HTMLElement | null): Bounds | null {
  const picture = stage?.querySelector("img");
  if (!stage || !picture) return null;
  return {
    stage: { width: stage.clientWidth, height: stage.clientHeight },
    picture: { width: picture.offsetWidth, height: picture.offsetHeight },
  };
}

function placeOn(stage: HTMLElement, { clientX, clientY }: { clientX: number; clientY: number }): Place {
  const box = stage.getBoundingClientRect();
  return { x: clientX - box.left - box.width / 2, y: clientY - box.top - box.height / 2 };
}

export type Stage = ReturnType<typeof useStage>;

/** How the shown picture is seen, and everything that changes it. Another picture is seen whole at first. */
export function useStage(shownId: string, onStroke: (stroke: NonNullable<Stroke>) => void) {
  const [kept, setKept] = useState({ of: shownId, view: whole });
  const element = useRef<HTMLElement | null>(null);
  const view = kept.of === shownId ? kept.view : whole;

  const change = useCallback(
    (next: (view: View, bounds: Bounds) => View) => {
      const bounds = boundsOf(element.current);
      if (bounds === null) return;
      setKept((before) => ({ of: shownId, view: next(before.of === shownId ? before.view : whole, bounds) }));
    },
    [shownId],
  );
  const zoomBy = useCallback(
    (factor: number, at = middle) => {
      change((before, bounds) => zoomedAt(before, factor, { at, bounds }));
    },
    [change],
  );
  const panBy = useCallback(
    (by: Place) => {
      change((before, bounds) => panned(before, by, bounds));
    },
    [change],
  );
  /** React listens to the wheel passively, and then a pinch on a touchpad would enlarge the page. */
  const watch = useCallback(
    (stage: HTMLElement | null) => {
      element.current = stage;
      if (!stage) return undefined;
      const turn = (event: WheelEvent) => {
        event.preventDefault();
        const strength = event.ctrlKey ? pinchStrength : wheelStrength;
        zoomBy(Math.exp(-event.deltaY * strength), placeOn(stage, event));
      };
      stage.addEventListener("wheel", turn, { passive: false });
      return () => {
        stage.removeEventListener("wheel", turn);
      };
    },
    [zoomBy],
  );
  const { isHeld, handlers } = usePointers({ placeOn, isZoomed: isZoomed(view), zoomBy, panBy, onStroke });
  const toggle = (event: { currentTarget: HTMLElement; clientX: number; clientY: number }) => {
    const at = placeOn(event.currentTarget, event);
    change((before, bounds) => toggledAt(before, at, bounds));
  };
  return { view, isHeld, watch, zoomBy, panBy, handlers: { ...handlers, onDoubleClick: toggle } };
}
