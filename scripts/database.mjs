/** A few words to a PostgreSQL server: one short connection, and databases on it. */
import pg from "pg";

export async function withClient(url, work) {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 });
  client.on("error", () => {}); // a lost connection rejects the query that runs; without a listener it would end the process
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Creates a database, empty or as a copy of `template`, and returns its URL. */
export async function createDatabase(url, name, { template } = {}) {
  const copy = template ? ` TEMPLATE ${pg.escapeIdentifier(template)}` : "";
  await withClient(url, (client) => client.query(`CREATE DATABASE ${pg.escapeIdentifier(name)}${copy}`));
  return withDatabase(url, name);
}

/** The URL of a database on the server of `url`; made unless it is there. */
export async function ensureDatabase(url, name) {
  const known = await withClient(url, (client) => client.query("SELECT 1 FROM pg_database WHERE datname = $1", [name]));
  return known.rowCount === 0 ? createDatabase(url, name) : withDatabase(url, name);
}

export function withDatabase(url, name) {
  const other = new URL(url);
  other.pathname = `/${name}`;
  return other.href;
}
