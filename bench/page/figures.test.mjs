import { describe, expect, it } from "vitest";
import { arrivals, frames, interactions, interactionWords, isKept, layoutShiftScore, median } from "./figures.mjs";

const shift = (startTime, value, hadRecentInput = false) => ({ startTime, value, hadRecentInput });

describe("the median", () => {
  it("is the middle value, or between the two in the middle", () => {
    expect(median([9, 1, 5])).toBe(5);
    expect(median([10, 1, 2, 4])).toBe(3);
  });

  it("sorts by size, not by letters, and is nothing of nothing", () => {
    expect(median([100, 9, 20])).toBe(20);
    expect(median([])).toBeNull();
  });
});

describe("the layout shift score", () => {
  it("sums shifts that follow each other within a second", () => {
    expect(layoutShiftScore([shift(0, 0.1), shift(900, 0.1), shift(1800, 0.1)])).toBeCloseTo(0.3);
  });

  it("takes the worst window, not the sum of all", () => {
    expect(layoutShiftScore([shift(0, 0.1), shift(1500, 0.2), shift(3000, 0.05)])).toBeCloseTo(0.2);
  });

  it("closes a window after five seconds", () => {
    const steady = Array.from({ length: 12 }, (_, place) => shift(place * 900, 0.1));
    expect(layoutShiftScore(steady)).toBeCloseTo(0.6);
  });

  it("does not count what an input brought about", () => {
    expect(layoutShiftScore([shift(0, 0.5, true)])).toBe(0);
    expect(layoutShiftScore([])).toBe(0);
  });
});

describe("interactions", () => {
  const event = (interactionId, name, duration) => ({ interactionId, name, duration });

  it("count as their longest event, the slowest first", () => {
    const events = [
      event(7, "pointerdown", 24),
      event(7, "click", 56),
      event(8, "keydown", 72),
      event(7, "pointerup", 32),
    ];
    expect(interactions(events)).toEqual([event(8, "keydown", 72), event(7, "click", 56)]);
  });

  it("do not count events that belong to none", () => {
    expect(interactions([event(0, "pointerenter", 400)])).toEqual([]);
  });

  it("say where their time went", () => {
    const slow = { name: "click", duration: 72, startTime: 1000, processingStart: 1003, processingEnd: 1044 };
    expect(interactionWords(slow)).toBe("click 72 ms: 3 waiting, 41 running, 28 until painted");
  });
});

describe("frames", () => {
  it("are counted from stamp to stamp", () => {
    const { perSecond, slowShare, longestMs } = frames([0, 20, 40, 60, 160]);
    expect(perSecond).toBeCloseTo(25);
    expect(slowShare).toBeCloseTo(0.25);
    expect(longestMs).toBe(100);
  });

  it("need two", () => {
    expect(frames([5])).toBeNull();
  });
});

describe("arrivals", () => {
  const message = (chat, sentAt, paintedAt) => ({ chat, sentAt, paintedAt });

  it("are timed from when each was sent", () => {
    expect(arrivals([message(1, 100, 150), message(2, 200, 230)])).toEqual({ latenciesMs: [50, 30], missed: 0 });
  });

  it("count one that was overtaken as painted with what overtook it", () => {
    const overtaken = [message(1, 100, null), message(2, 150, 160), message(1, 200, 260)];
    expect(arrivals(overtaken)).toEqual({ latenciesMs: [160, 10, 60], missed: 0 });
  });

  it("miss what was never painted, and nothing later in its chat", () => {
    expect(arrivals([message(1, 100, 120), message(1, 200, null)])).toEqual({ latenciesMs: [20], missed: 1 });
  });
});

describe("a goal", () => {
  it("is kept at its edge, and not beyond it", () => {
    expect(isKept({ value: 50, most: 50 })).toBe(true);
    expect(isKept({ value: 50.1, most: 50 })).toBe(false);
    expect(isKept({ value: 58, least: 58 })).toBe(true);
    expect(isKept({ value: 57, least: 58 })).toBe(false);
  });

  it("is not kept by what could not be measured", () => {
    expect(isKept({ value: null, most: 50 })).toBe(false);
    expect(isKept({ value: Number.NaN, least: 1 })).toBe(false);
  });

  it("need not be there", () => {
    expect(isKept({ value: 50 })).toBeNull();
  });
});
