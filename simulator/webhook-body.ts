/** The bytes and the content type of one delivery, in each of the ways postpress has been seen to send it. */
import { createHash } from "node:crypto";

export type WebhookPayload = Record<string, unknown>;

/** An object as postpress makes it, or raw bytes for what it never should send. */
export type Sendable = WebhookPayload | string | Uint8Array;

/**
 * json: as a webhook made with a content type header · json-as-form: JSON under the form content type, what a webhook made
 * without that header sends · form: really form-encoded, nested fields in brackets
 */
export type Encoding = "json" | "json-as-form" | "form";

export type WebhookBody = { bytes: Uint8Array; contentType: string; sha256: string };

export function toWebhookBody(sendable: Sendable, encoding: Encoding): WebhookBody {
  const bytes = toBytes(sendable, encoding);
  const contentType = encoding === "json" ? "application/json" : "application/x-www-form-urlencoded";
  return { bytes, contentType, sha256: createHash("sha256").update(bytes).digest("hex") };
}

function toBytes(sendable: Sendable, encoding: Encoding): Uint8Array {
  if (sendable instanceof Uint8Array) return sendable;
  if (typeof sendable === "string") return Buffer.from(sendable, "utf8");
  return Buffer.from(encoding === "form" ? toForm(sendable) : JSON.stringify(sendable), "utf8");
}

export function toForm(payload: WebhookPayload): string {
  return new URLSearchParams([...fieldsOf(payload, "")]).toString();
}

function* fieldsOf(value: unknown, name: string): Generator<[string, string]> {
  if (typeof value !== "object" || value === null) {
    yield [name, toFormValue(value)];
    return;
  }
  for (const [key, inner] of Object.entries(value)) yield* fieldsOf(inner, name === "" ? key : `${name}[${key}]`);
}

function toFormValue(value: unknown): string {
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean" ? String(value) : "";
}
