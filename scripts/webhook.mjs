/**
 * `npm run webhook -- <event name or file>`: posts a saved delivery to a running Postroom, as postpress would. Address and secret come
 * from the flags, the environment, .env or the data folder, in this order. Without an argument it lists the names.
 */
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs, parseEnv } from "node:util";
import { Problem, runScript } from "./problem.mjs";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const folder = join(root, "simulator", "payloads");
/** the vendor's answer to a slow receiver */
const timeoutMs = 30_000;
const formMimetype = "application/x-www-form-urlencoded";

const usage = `
  npm run webhook -- <event name or file> [options]

    --url <address>     where to post             (default: PUBLIC_URL, or http://localhost:PORT, + /api/webhooks/postpress)
    --secret <value>    the webhook secret        (default: POSTPRESS_WEBHOOK_SECRET, .env, or secrets.json of the data folder)
    --header <name>     the header that carries it (default: POSTPRESS_WEBHOOK_HEADER, or Postroom-Webhook-Secret)
    --demo              the demo's data folder instead of the real one
    --now               a timestamp of this moment, and for new messages a new id, so that it is no repeat
    --form              the same JSON under a form content type, as postpress sends it when the webhook was made without headers
`;

await runScript(async () => {
  const { values, positionals } = readArguments();
  const [name] = positionals;
  if (!name) return listNames();
  const saved = readPayload(name);
  const place = findPlace(values);
  const body = values.now ? renew(saved.body) : saved.body;
  const isForm = values.form || saved.isForm;
  return post(place, { body, mimetype: isForm ? formMimetype : "application/json" });
});

function readArguments() {
  const options = { url: { type: "string" }, secret: { type: "string" }, header: { type: "string" } };
  for (const flag of ["demo", "now", "form"]) options[flag] = { type: "boolean", default: false };
  try {
    return parseArgs({ options, allowPositionals: true });
  } catch (error) {
    throw new Problem(`${error.message}${usage}`);
  }
}

function listNames() {
  console.log(`${usage}\n  Saved deliveries:\n`);
  for (const file of readdirSync(folder).sort()) console.log(`    ${file.replace(/\.(json|txt)$/, "")}`);
  console.log("");
  return 0;
}

function readPayload(name) {
  const candidates = [join(folder, `${name}.json`), join(folder, `${name}.txt`), name];
  const file = candidates.find((one) => existsSync(one));
  if (!file)
    throw new Problem(`There is no saved delivery "${name}" and no such file. "npm run webhook" lists the names.`);
  return { body: readFileSync(file, "utf8").trimEnd(), isForm: file.endsWith(".txt") };
}

/** Only JSON can be renewed; anything else is posted as it is. */
function renew(body) {
  const fields = parseJson(body);
  if (typeof fields !== "object" || fields === null) return body;
  const now = new Date();
  if (fields.AccountStatus) return body;
  const isNew = fields.event === "message_received";
  return JSON.stringify({
    ...fields,
    timestamp: now.toISOString(),
    ...(isNew && { message_id: `msg-${now.getTime()}` }),
  });
}

function parseJson(text) {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined; // a form, or a broken body on purpose
    throw error;
  }
}

function findPlace(values) {
  const variables = { ...readEnvFile(".env"), ...readEnvFile(".env.local"), ...process.env };
  const port = variables.PORT || "3000";
  const base = (variables.PUBLIC_URL || `http://localhost:${port}`).replace(/\/+$/, "");
  const [secret] = (values.secret ?? findSecret(values, variables)).split(",");
  return {
    url: values.url ?? `${base}/api/webhooks/postpress`,
    header: values.header ?? (variables.POSTPRESS_WEBHOOK_HEADER || "Postroom-Webhook-Secret"),
    secret: secret.trim(),
  };
}

function readEnvFile(name) {
  const file = join(root, name);
  return existsSync(file) ? parseEnv(readFileSync(file, "utf8")) : {};
}

function findSecret(values, variables) {
  if (variables.POSTPRESS_WEBHOOK_SECRET) return variables.POSTPRESS_WEBHOOK_SECRET;
  const dataDir = variables.POSTROOM_DATA || (values.demo ? "data-demo" : "data");
  const file = resolve(root, dataDir, "secrets.json");
  if (!existsSync(file)) {
    throw new Problem(
      `No webhook secret found: start Postroom first (it keeps one in ${dataDir}/secrets.json), or give --secret.`,
    );
  }
  const secret = parseJson(readFileSync(file, "utf8"))?.POSTPRESS_WEBHOOK_SECRET;
  if (typeof secret !== "string") throw new Problem(`${file} holds no POSTPRESS_WEBHOOK_SECRET: give --secret.`);
  return secret;
}

async function post({ url, header, secret }, { body, mimetype }) {
  const startedAt = performance.now();
  const answer = await send({ url, headers: { "content-type": mimetype, [header]: secret }, body });
  const tookMs = Math.round(performance.now() - startedAt);
  const text = (await answer.text()).trim();
  console.log(
    `\n  POST ${url}\n  ${answer.status === 200 ? "✓" : "✗"} ${answer.status} ${answer.statusText} in ${tookMs} ms`,
  );
  if (text) console.log(`  ${text}`);
  console.log(`  ${meaning(answer.status)}\n`);
  return answer.status === 200 ? 0 : 1;
}

async function send({ url, headers, body }) {
  try {
    return await fetch(url, {
      method: "POST",
      headers,
      body,
      redirect: "manual",
      signal: AbortSignal.timeout(timeoutMs),
    });
  } catch (error) {
    const cause = error.cause?.code ?? error.cause?.message ?? error.message;
    throw new Problem(
      `No answer from ${url} (${cause}). Is Postroom running there? "npm start" starts it, --url names another place.`,
    );
  }
}

function meaning(status) {
  switch (status) {
    case 200:
      return "Kept. A repeat of the same bytes changes nothing; --now makes it a new event.";
    case 400:
      return "Kept and quarantined: the body is no JSON object.";
    case 401:
      return "Refused: the secret or the header's name differs from the server's.";
    case 503:
      return "The database cannot commit now; postpress would try again.";
    default:
      return "Not taken. postpress counts only 200 and would try again.";
  }
}
