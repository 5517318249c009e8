/** Whether attachments can be kept: a file, or an object of the bucket in S3_URL, is written and taken away again. */
import { randomUUID } from "node:crypto";
import { existsSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Problem } from "./problem.mjs";

const PATIENCE_MS = 5000;

/** @returns what was found; `null` while there is no data folder. @throws Problem that says what to do */
export function checkStore({ dataDir, isDemo }) {
  const { S3_URL } = process.env;
  return S3_URL && !isDemo ? checkBucket(new URL(S3_URL)) : checkFolder(dataDir);
}

function checkFolder(dataDir) {
  const blobs = join(dataDir, "blobs");
  if (!existsSync(dataDir)) return null;
  const folder = existsSync(blobs) ? blobs : dataDir;
  const file = join(folder, `doctor-${randomUUID()}`);
  try {
    writeFileSync(file, "", { mode: 0o600 });
    rmSync(file);
  } catch (error) {
    throw new Problem(`${folder} cannot be written (${error.code}): give this user the folder, or make room.`);
  }
  return `${blobs}, writable`;
}

async function checkBucket(url) {
  const { AwsClient } = await import("aws4fetch");
  const client = new AwsClient({
    accessKeyId: decodeURIComponent(url.username),
    secretAccessKey: decodeURIComponent(url.password),
    region: url.searchParams.get("region") ?? "us-east-1",
    service: "s3",
    retries: 0,
  });
  const place = `${url.origin}${url.pathname.replace(/\/+$/, "")}`;
  const object = `${place}/doctor-${randomUUID()}`;
  for (const [method, wish] of [
    ["PUT", "write"],
    ["DELETE", "delete"],
  ]) {
    const status = await ask(client, object, { method, ...(method === "PUT" && { body: "doctor" }) });
    if (status < 200 || status >= 300)
      throw new Problem(`${place} answers ${status} to the wish to ${wish}: check S3_URL, its key and region.`);
  }
  return `${place}, writable`;
}

async function ask(client, url, init) {
  try {
    const options = { ...init, redirect: "manual", signal: AbortSignal.timeout(PATIENCE_MS) };
    return (await client.fetch(url, options)).status;
  } catch (error) {
    throw new Problem(`no answer from ${url} (${error.cause?.code ?? error.name}): check S3_URL.`);
  }
}
