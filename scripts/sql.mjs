/** `node scripts/sql.mjs [--demo] [--role name] "select …"`: one statement on this installation's database; the embedded one has no psql. */
import "./node-version.mjs";
import { parseArgs } from "node:util";
import pg from "pg";
import { withClient } from "./database.mjs";
import { readInstallation, useDatabase } from "./installation.mjs";
import { Problem, runScript } from "./problem.mjs";

await runScript(async () => {
  const options = { role: { type: "string" }, demo: { type: "boolean" } };
  const { values, positionals } = parseArgs({ options, allowPositionals: true });
  const statement = positionals.join(" ");
  if (!statement) throw new Problem("Give a statement: node scripts/sql.mjs 'select count(*) from \"Delivery\"'");
  await useDatabase(readInstallation(), (url) => withClient(url, (client) => run(client, statement, values.role)));
});

async function run(client, statement, role) {
  try {
    if (role) await client.query(`SET ROLE ${pg.escapeIdentifier(role)}`);
    const { fields, rows, rowCount, command } = await client.query({ text: statement, rowMode: "array" });
    if (fields.length === 0) return console.log(`${command} ${rowCount ?? ""}`.trim());
    console.log(fields.map(({ name }) => name).join("\t"));
    for (const row of rows) console.log(row.map(show).join("\t"));
    return undefined;
  } catch (error) {
    if (error instanceof pg.DatabaseError) throw new Problem(`${error.code}: ${error.message}`);
    throw error;
  }
}

function show(value) {
  if (value === null) return "∅";
  if (Buffer.isBuffer(value)) return `\\x${value.toString("hex")}`;
  if (value instanceof Date) return value.toISOString();
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}
