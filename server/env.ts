/**
 * Every variable the server knows, validated once; whatever is wrong is listed together. Nobody else reads `process.env`.
 * Generated secrets come from the start script, which keeps them in the data folder and hands them down as variables.
 */
import { z } from "zod";

const secret = z.string().min(32, "must have at least 32 characters");
const optional = z.string().min(1).optional();

function hasCredentials(address: string): boolean {
  const { username, password } = URL.canParse(address) ? new URL(address) : {};
  return Boolean(username) && Boolean(password);
}

const schema = z.object({
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  HOST: z.string().default("127.0.0.1"),
  PUBLIC_URL: z.url().optional(),
  POSTROOM_DATA: z.string().default("./data"),
  POSTROOM_DEMO: z.enum(["0", "1"]).default("0"),
  DATABASE_URL: z.string().min(1, "must be a postgresql:// address"),
  DATABASE_DIRECT_URL: optional,
  POSTPRESS_WEBHOOK_SECRET: z
    .string()
    .transform((list) => list.split(",").map((one) => one.trim()))
    .pipe(z.array(secret).min(1).max(2, "must hold one secret, or two while rotating")),
  POSTPRESS_WEBHOOK_HEADER: z
    .string()
    .regex(/^[A-Za-z0-9-]+$/, "must be a header's name")
    .default("Postroom-Webhook-Secret"),
  POSTPRESS_API_URL: z.url().optional(),
  POSTPRESS_API_KEY: optional,
  HISTORY_MESSAGES: z.coerce.number().int().min(0).max(250, "must be a number from 0 to 250").default(50),
  S3_URL: z
    .url({ protocol: /^https?$/ })
    .refine(hasCredentials, "must be an address such as https://KEY:SECRET@s3.example.com/bucket")
    .optional(),
  NEXTAUTH_SECRET: secret,
  BOOTSTRAP_ADMIN_EMAIL: z.email().optional(),
  BOOTSTRAP_ADMIN_PASSWORD: z.string().min(12, "must have at least 12 characters").optional(),
  AUTH_GOOGLE_ID: optional,
  AUTH_GOOGLE_SECRET: optional,
  AUTH_GITHUB_ID: optional,
  AUTH_GITHUB_SECRET: optional,
  OIDC_ISSUER: z.url().optional(),
  OIDC_CLIENT_ID: optional,
  OIDC_CLIENT_SECRET: optional,
  TRUSTED_PROXIES: z.string().default(""),
});

export type Env = z.infer<typeof schema> & { publicUrl: string };

/** The environment is not usable; the message names each variable and what is wrong with it. */
export class EnvError extends Error {}

/** @throws EnvError listing all that is wrong; an empty string counts as unset */
export function parseEnv(variables: Record<string, string | undefined>): Env {
  const present = Object.fromEntries(
    Object.entries(variables).filter(([, value]) => value !== undefined && value !== ""),
  );
  const parsed = schema.safeParse(present);
  if (!parsed.success) {
    const lines = parsed.error.issues.map((issue) => `${String(issue.path[0])} ${issue.message}`);
    throw new EnvError(`These variables need a correction:\n  ${lines.join("\n  ")}`);
  }
  return { ...parsed.data, publicUrl: parsed.data.PUBLIC_URL ?? `http://localhost:${String(parsed.data.PORT)}` };
}

let parsedOnce: Env | undefined;

/** Read lazily, so that a build needs no variables. */
export function env(): Env {
  if (!parsedOnce) {
    parsedOnce = parseEnv(process.env);
    process.env.NEXTAUTH_URL = new URL(parsedOnce.publicUrl).origin; // next-auth reads it itself
  }
  return parsedOnce;
}

/** Apart from `env()`, because a log line must be possible while the rest is still wrong. */
export function logLevel(): string {
  return process.env.LOG_LEVEL ?? "info";
}
