import { startThrowAwayPostgres } from "../scripts/postgres-throw-away.mjs";

/** One database server for the whole run, with a database for each worker. Nobody needs to keep what is in it. */
export default async function startCluster(): Promise<() => Promise<void>> {
  const server = await startThrowAwayPostgres({ isDurable: false });
  process.env.POSTROOM_E2E_CLUSTER = server.url;
  return server.stop;
}
