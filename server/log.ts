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
