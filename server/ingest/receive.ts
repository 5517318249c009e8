/**
 * What happens to one request at the door: is it postpress? Keep it. Answer 200. Knows no framework: the two mounts hand in a method,
 * headers and a body to be read, and carry the answer out. What the body means is read later, by the applier.
 */
import { createHash } from "node:crypto";
import { log } from "../log";
import { isAccountStatus, parseBody } from "../postpress/body";
import * as answers from "./door/answers";
import type { Answer } from "./door/answers";
import { describeError } from "./database-errors";
import type { NewDelivery } from "./door/keep-deliveries";
import { NotKept } from "./door/keeper";
import type { Strangers } from "./door/strangers";

export type BodyLimits = { mostBytes: number; timeoutMs: number };

export type ReadBody =
  | { outcome: "complete"; bytes: Uint8Array }
  | { outcome: "too-large" }
  | { outcome: "too-slow" }
  /** the sender hung up */
  | { outcome: "cut" };

export type DoorRequest = {
  method: string;
  /** by its lower-case name, one character a byte */
  header(name: string): string | null;
  /** who knocks, for counting strangers */
  source(): string;
  /** Called only for postpress. */
  readBody(limits: BodyLimits): Promise<ReadBody>;
};

export type DoorParts = {
  secretHeader: string;
  isPostpress(presented: string | null): boolean;
  strangers: Strangers;
  limits: BodyLimits;
  keep(delivery: NewDelivery): Promise<void>;
};

export async function receive(request: DoorRequest, door: DoorParts): Promise<Answer> {
  if (request.method !== "POST") return answers.methodNotAllowed;
  if (!door.isPostpress(request.header(door.secretHeader))) return answerStranger(request, door.strangers);
  if (isEncoded(request.header("content-encoding"))) return answers.encoded;
  if (Number(request.header("content-length")) > door.limits.mostBytes) return answers.tooLarge;
  const body = await request.readBody(door.limits);
  switch (body.outcome) {
    case "too-large":
      return answers.tooLarge;
    case "too-slow":
      return answers.tooSlow;
    case "cut":
      return answers.cut;
    case "complete":
      return keep(toDelivery(body.bytes, request.header("content-type")), door);
  }
}

/** The limiter fails open: whatever it does, a stranger is answered and postpress is not asked. */
function answerStranger(request: DoorRequest, strangers: Strangers): Answer {
  try {
    return strangers.isTooMany(request.source()) ? answers.tooManyFailures : answers.unauthorized;
  } catch (error) {
    log.error({ err: describeError(error) }, "strangers cannot be counted");
    return answers.unauthorized;
  }
}

/** `identity` is no encoding. */
function isEncoded(contentEncoding: string | null): boolean {
  return contentEncoding !== null && !/^\s*(identity)?\s*$/i.test(contentEncoding);
}

function toDelivery(bytes: Uint8Array, contentType: string | null): NewDelivery {
  const body = parseBody(bytes);
  return {
    body: bytes,
    sizeBytes: bytes.byteLength,
    sha256: createHash("sha256").update(bytes).digest(),
    contentType,
    canRepeat: !body.isReadable || !isAccountStatus(body.value),
    problem: body.isReadable ? null : body.problem,
  };
}

async function keep(delivery: NewDelivery, door: DoorParts): Promise<Answer> {
  try {
    await door.keep(delivery);
  } catch (error) {
    if (!(error instanceof NotKept)) throw error;
    return answers.unavailable;
  }
  return delivery.problem ? answers.notAnObject(delivery.problem) : answers.kept;
}
