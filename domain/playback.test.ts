import { describe, expect, test } from "vitest";
import { barCount, barsPath, flatPeaks, nextSpeed, peaksOf, progressWords, soughtBy, speedOf } from "./playback";

test("the speed goes round, and only a speed we have is remembered", () => {
  expect([nextSpeed(1), nextSpeed(1.5), nextSpeed(2)]).toEqual([1.5, 2, 1]);
  expect([speedOf("2"), speedOf("1.5"), speedOf("16"), speedOf("fast"), speedOf(null)]).toEqual([2, 1.5, 1, 1, 1]);
});

test.each([
  ["ArrowRight", 3, 4],
  ["ArrowLeft", 0.4, 0],
  ["ArrowUp", 16.5, 17],
  ["Home", 9, 0],
  ["End", 9, 17],
  ["PageUp", 2, 3.7],
] as const)("%s at %d seconds of 17 leads to %d", (key, seconds, target) => {
  expect(soughtBy(key, seconds, 17)).toBeCloseTo(target);
});

test("in a long recording a key goes further, and other keys mean nothing", () => {
  expect(soughtBy("ArrowRight", 60, 600)).toBe(65);
  expect([soughtBy("Tab", 3, 17), soughtBy("toString", 3, 17)]).toEqual([null, null]);
});

test("progress is said as a time, of the whole where that is known", () => {
  expect(progressWords(3.9, 17)).toBe("0:03 of 0:17");
  expect(progressWords(0, null)).toBe("0:00");
});

describe("peaks", () => {
  test("each bar shows the loudest of its stretch, relative to the loudest of all", () => {
    const samples = Array.from({ length: barCount * 100 }, (_, place) => (place < 2000 ? -0.25 : 0.5));
    expect(peaksOf(samples)).toEqual([
      ...Array.from({ length: 20 }, () => 0.5),
      ...Array.from({ length: 20 }, () => 1),
    ]);
  });

  test("silence, noise and nothing at all are flat", () => {
    expect(peaksOf(new Float32Array(1000))).toEqual(flatPeaks);
    expect(peaksOf(new Float32Array(1000).fill(0.001))).toEqual(flatPeaks);
    expect(peaksOf([])).toEqual(flatPeaks);
  });

  test("are drawn as one line for each bar, also where there is nothing to hear", () => {
    expect(barsPath([0, 1])).toBe("M0.5 0.94v0.12M1.5 0.10v1.80");
    expect(barsPath(flatPeaks).match(/M/g)).toHaveLength(barCount);
  });
});
