/** A PostgreSQL of the user's own: reached, new enough and able to hold the inbox, or one sentence why not. */
import { withClient } from "./database.mjs";
import { Problem } from "./problem.mjs";

const OLDEST = 150_000;
const EXTENSIONS = ["pg_trgm", "unaccent"];

/** `{ version, place }` of the database behind `url`. */
export async function inspectDatabase(url) {
  const { host, pathname } = new URL(url);
  const place = `${host}${pathname}`;
  try {
    return await withClient(url, async (client) => ({ version: await readVersion(client, place), place }));
  } catch (error) {
    if (error instanceof Problem) throw error;
    throw new Problem(`Cannot use the database in DATABASE_URL (${place}): ${explain(error)}`);
  }
}

function explain(error) {
  switch (error.code) {
    case "28P01":
    case "28000":
      return "it refuses this user or password. Correct them in DATABASE_URL.";
    case "3D000":
      return "there is no such database. Create it (createdb), or correct the name.";
    default:
      return `no connection (${error.code ?? error.message}). Start it, correct the address, or unset DATABASE_URL to use the embedded one.`;
  }
}

async function readVersion(client, place) {
  const { rows } = await client.query(
    `SELECT current_setting('server_version_num')::int AS number, current_setting('server_version') AS version,
       current_setting('server_encoding') AS encoding,
       ARRAY(SELECT name::text FROM pg_available_extensions WHERE name = ANY($1)) AS extensions`,
    [EXTENSIONS],
  );
  const [{ number, version, encoding, extensions }] = rows;
  if (number < OLDEST)
    throw new Problem(`The database at ${place} is PostgreSQL ${version}: Postroom needs 15 or newer.`);
  if (encoding !== "UTF8")
    throw new Problem(`The database at ${place} is encoded in ${encoding}: create it with ENCODING 'UTF8'.`);
  const missing = EXTENSIONS.filter((name) => !extensions.includes(name));
  if (missing.length > 0)
    throw new Problem(`The database at ${place} lacks ${missing.join(" and ")}: install PostgreSQL's contrib package.`);
  return version.split(" ")[0];
}
