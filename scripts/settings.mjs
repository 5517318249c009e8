/**
 * What the start scripts need to know, from the environment and `.env` files read the way Next reads them. What is wrong is listed together,
 * before anything is begun; the server checks all of its variables once more (server/env.ts).
 */
import { createRequire } from "node:module";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { Problem } from "./problem.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));

/** `{ host, port, publicUrl, dataDir, databaseUrl, directUrl }`; databaseUrl is null where the embedded database is meant. */
export function readSettings({ isDevelopment, isDemo }) {
  loadEnvFiles(isDevelopment);
  refuse(findMistakes(process.env));
  const { HOST, PORT, PUBLIC_URL, POSTROOM_DATA, DATABASE_URL, DATABASE_DIRECT_URL } = process.env;
  const settings = {
    host: HOST || "127.0.0.1",
    port: Number(PORT || 3000),
    publicUrl: PUBLIC_URL?.replace(/\/+$/, "") || null,
    dataDir: resolve(root, POSTROOM_DATA || "data"),
    databaseUrl: DATABASE_URL || null,
    directUrl: DATABASE_DIRECT_URL || DATABASE_URL || null,
  };
  // The demo never touches real data: a folder of its own, whatever DATABASE_URL says.
  return isDemo
    ? { ...settings, isDemo, dataDir: `${settings.dataDir}-demo`, databaseUrl: null, directUrl: null }
    : settings;
}

/** `@next/env` is a package of next's own; it never overrides what the environment says already. */
function loadEnvFiles(isDevelopment) {
  const fromNext = createRequire(createRequire(import.meta.url).resolve("next/package.json"));
  fromNext("@next/env").loadEnvConfig(root, isDevelopment, { info() {}, error: console.error });
}

function findMistakes(variables) {
  return [
    isPort(variables.PORT) ? "" : "PORT must be a number from 0 to 65535",
    isUrl(variables.PUBLIC_URL, /^https?:$/) ? "" : "PUBLIC_URL must be an address such as https://inbox.example.com",
    isUrl(variables.DATABASE_URL, /^postgres(ql)?:$/) ? "" : "DATABASE_URL must be a postgresql:// address",
    isUrl(variables.DATABASE_DIRECT_URL, /^postgres(ql)?:$/)
      ? ""
      : "DATABASE_DIRECT_URL must be a postgresql:// address",
    isUrl(variables.S3_URL, /^https?:$/) && hasCredentials(variables.S3_URL)
      ? ""
      : "S3_URL must be an address such as https://KEY:SECRET@s3.example.com/bucket",
    ...findWeakSecrets(variables),
  ].filter(Boolean);
}

function findWeakSecrets({
  POSTPRESS_WEBHOOK_SECRET: webhook,
  NEXTAUTH_SECRET: session,
  BOOTSTRAP_ADMIN_PASSWORD: password,
}) {
  const webhookSecrets = webhook ? webhook.split(",").map((one) => one.trim()) : [];
  const remedy = "or leave it unset, then one is generated";
  return [
    webhookSecrets.some((one) => one.length < 32)
      ? `POSTPRESS_WEBHOOK_SECRET is too weak: use 32 characters or more (openssl rand -hex 32), ${remedy}`
      : "",
    webhookSecrets.length > 2 ? "POSTPRESS_WEBHOOK_SECRET holds more than two secrets: remove the oldest" : "",
    session && session.length < 32
      ? `NEXTAUTH_SECRET is too weak: use 32 characters or more (openssl rand -hex 32), ${remedy}`
      : "",
    password && password.length < 12 ? "BOOTSTRAP_ADMIN_PASSWORD is too short: use 12 characters or more" : "",
  ];
}

function refuse(mistakes) {
  if (mistakes.length === 1) throw new Problem(`${mistakes[0]}.`);
  if (mistakes.length > 1) throw new Problem(`These variables need a correction:\n    ${mistakes.join("\n    ")}`);
}

function isPort(value) {
  return !value || (/^\d+$/.test(value) && Number(value) <= 65535);
}

function isUrl(value, protocol) {
  return !value || (URL.canParse(value) && protocol.test(new URL(value).protocol));
}

function hasCredentials(value) {
  if (!value) return true;
  const { username, password } = new URL(value);
  return username !== "" && password !== "";
}
