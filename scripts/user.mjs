/** `npm run user -- add|reset|list`: rescues a locked-out admin. A password is invented and shown once, or read with --password-stdin. */
import "./node-version.mjs";
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { withClient } from "./database.mjs";
import { readInstallation, useDatabase } from "./installation.mjs";
import { bringUpToDate } from "./migrate.mjs";
import { inventPassword } from "./passwords.mjs";
import { Problem, runScript } from "./problem.mjs";
import { addUser, listUsers, resetUser, ROLES } from "./users.mjs";

const USAGE = `
    npm run user -- add you@example.com [--name "You"] [--role owner|admin|agent|viewer] [--password-stdin]
    npm run user -- reset you@example.com [--role …] [--password-stdin]
    npm run user -- list`;

const commands = {
  add: async (client, user) => {
    const role = await addUser(client, user);
    return `✓ ${user.email} may sign in as ${role}`;
  },
  reset: async (client, user) => {
    const role = await resetUser(client, user);
    return `✓ ${user.email} (${role}) has a new password; every session has ended`;
  },
};

await runScript(async () => {
  const { command, ...asked } = readArguments();
  const settings = readInstallation();
  await useDatabase(settings, async (url) => {
    await bringUpToDate(url);
    await withClient(url, (client) => (command === "list" ? printUsers(client) : change(client, command, asked)));
  });
});

function readArguments() {
  const { values, positionals } = parse();
  const [command, address] = positionals;
  if (command === "list") return { command };
  if (!Object.hasOwn(commands, command ?? "") || !address) throw new Problem(`Say what to do:${USAGE}`);
  const email = address.toLowerCase();
  if (!/^[^\s@]+@[^\s@]+$/.test(email)) throw new Problem(`${address} is no e-mail address:${USAGE}`);
  if (values.role && !ROLES.includes(values.role))
    throw new Problem(`There is no role ${values.role}: ${ROLES.join(", ")}.`);
  return {
    command,
    email,
    name: values.name ?? address.split("@")[0],
    role: values.role ?? null,
    isPiped: values["password-stdin"],
  };
}

function parse() {
  const text = { type: "string" };
  const flag = { type: "boolean", default: false };
  try {
    return parseArgs({
      options: { name: text, role: text, "password-stdin": flag, demo: flag },
      allowPositionals: true,
    });
  } catch (error) {
    throw new Problem(`${error.message}${USAGE}`);
  }
}

async function change(client, command, { isPiped, ...user }) {
  const password = isPiped ? readFileSync(0, "utf8").replace(/\r?\n$/, "") : inventPassword();
  if (password.length < 12) throw new Problem("A password has 12 characters or more.");
  console.log(`\n  ${await commands[command](client, { ...user, password })}`);
  if (!isPiped) console.log(`    password  ${password}   (shown only here; change it after signing in)`);
  console.log("");
}

async function printUsers(client) {
  const users = await listUsers(client);
  console.log(users.length === 0 ? "\n  No user yet: npm start shows the link that creates the first one.\n" : "");
  for (const { email, name, role, disabledAt, lastSeenAt } of users) {
    const seen = lastSeenAt ? `seen ${lastSeenAt.toISOString().slice(0, 16).replace("T", " ")}` : "never signed in";
    console.log(`  ${email.padEnd(32)} ${name.padEnd(20)} ${role.padEnd(7)} ${disabledAt ? "disabled" : seen}`);
  }
  if (users.length > 0) console.log("");
}
