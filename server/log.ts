/**
 * One JSON line a record, with secrets redacted. Callers never pass message text, names, phone numbers or bodies.
 */
import { pino } from "pino";
import { logLevel } from "./env";

const redact = [
  "*.authorization",
  "*.cookie",
  "*.password",
  "*.secret",
  "headers",
  "*.headers",
  "err.config",
  "err.query",
  "err.parameters",
  "err.detail",
];

export const log = pino({
  level: logLevel(),
  base: null,
  timestamp: pino.stdTimeFunctions.isoTime,
  redact: { paths: redact, censor: "[redacted]" },
});

/** Where it broke and under which code, without its message: the database puts values into those. */
export function causeOf(error: unknown): { reason: string; code: string | null; at: string[] } {
  if (!(error instanceof Error)) return { reason: typeof error, code: null, at: [] };
  const frames = (error.stack ?? "").split("\n").filter((line) => /^\s+at /.test(line));
  const code = "code" in error && typeof error.code === "string" ? error.code : null;
  return { reason: error.name, code, at: frames.slice(0, 8).map((line) => line.trim()) };
}
