/**
 * Prints figures as they come and says at the end which goals were missed. A figure: `{ what, value, unit, digits, most, least, goal, note }`;
 * `goal` names the goal of docs/performance.md, `most` and `least` its edge.
 */
import { isKept } from "./figures.mjs";

export function openReport({ isJson }) {
  const figures = [];
  const say = (line) => {
    if (!isJson) console.log(line);
  };
  return {
    say,
    add(figure) {
      figures.push({ ...figure, isKept: isKept(figure) });
      say(lineOf(figure));
    },
    /** @returns what was missed, a line each */
    close(conditions) {
      if (isJson) console.log(JSON.stringify({ conditions, figures }, null, 2));
      return figures.filter((figure) => figure.isKept === false).map(missedLine);
    },
  };
}

function lineOf(figure) {
  const sign = { true: "✓", false: "✗", null: " " }[isKept(figure)];
  const { what, note = "" } = figure;
  return `${sign} ${what.padEnd(52)} ${shown(figure).padStart(10)} ${edgeOf(figure).padEnd(10)} ${note}`.trimEnd();
}

function missedLine(figure) {
  return `goal ${figure.goal}: ${figure.what} is ${shown(figure)}, and should be ${edgeOf(figure)}`;
}

function shown({ value, digits = 0, unit = "" }) {
  return value === null ? "–" : `${value.toFixed(digits)} ${unit}`.trim();
}

function edgeOf({ most, least, digits = 0 }) {
  if (most !== undefined) return `≤ ${Number(most.toFixed(Math.max(digits, 0)))}`;
  return least === undefined ? "" : `≥ ${Number(least.toFixed(digits))}`;
}
