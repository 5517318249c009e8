/**
 * One JSON line a record, with secrets redacted. Callers never pass message text, names, phone numbers or bodies.
 */
import { pino } from "pino";

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
  level: process.env.LOG_LEVEL ?? "info",
  base: null,
  timestamp: pino.stdTimeFunctions.isoTime,
  redact: { paths: redact, censor: "[redacted]" },
});
