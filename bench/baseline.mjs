/**
 * The yardstick R: what PostgreSQL itself takes when each event is one transaction of one minimal statement (raw log, account, attendees,
 * chat, message), over 16 clients on the same server, in tables of their own.
 */
import pg from "pg";
import { withClient } from "../scripts/database.mjs";
import { percentiles } from "./load.mjs";

const tables = `
  DROP SCHEMA IF EXISTS baseline CASCADE;
  CREATE SCHEMA baseline;
  CREATE TABLE baseline.log (id bigserial PRIMARY KEY, body bytea NOT NULL);
  CREATE TABLE baseline.account (id text PRIMARY KEY);
  CREATE TABLE baseline.attendee (account text, id text, name text, PRIMARY KEY (account, id));
  CREATE TABLE baseline.chat (account text, id text, last_at timestamptz, PRIMARY KEY (account, id));
  CREATE TABLE baseline.message (account text, chat text, id text, body text, at timestamptz, PRIMARY KEY (account, chat, id));
  CREATE INDEX ON baseline.message (account, chat, at DESC);
  CREATE INDEX ON baseline.chat (last_at DESC);`;

const statement = `
  WITH log AS (INSERT INTO baseline.log (body) VALUES ($1)),
    account AS (INSERT INTO baseline.account VALUES ($2) ON CONFLICT DO NOTHING),
    attendee AS (INSERT INTO baseline.attendee VALUES ($2, $3, $4) ON CONFLICT DO NOTHING),
    chat AS (INSERT INTO baseline.chat VALUES ($2, $5, $6) ON CONFLICT (account, id) DO UPDATE SET last_at = EXCLUDED.last_at
      WHERE baseline.chat.last_at < EXCLUDED.last_at)
  INSERT INTO baseline.message VALUES ($2, $5, $7, $8, $6) ON CONFLICT (account, chat, id) DO UPDATE SET body = EXCLUDED.body`;

/** Events a second, and the latency of one at half that rate. */
export async function measureBaseline({ url, seconds, traffic, clients = 16 }) {
  await withClient(url, (client) => client.query(tables));
  const pool = Array.from({ length: clients }, () => new pg.Client({ connectionString: url }));
  await Promise.all(pool.map((client) => client.connect()));
  const latencies = [];
  const startedAt = performance.now();
  const endsAt = startedAt + seconds * 1000;
  await Promise.all(
    pool.map(async (client) => {
      while (performance.now() < endsAt) {
        const sentAt = performance.now();
        await client.query({ name: "event", text: statement, values: valuesOf(traffic.next().body) });
        latencies.push(performance.now() - sentAt);
      }
    }),
  );
  const elapsedMs = performance.now() - startedAt;
  await Promise.all(pool.map((client) => client.end()));
  return { perSecond: Math.round((latencies.length * 1000) / elapsedMs), latencyMs: percentiles(latencies) };
}

function valuesOf(body) {
  const event = JSON.parse(body.toString());
  const { attendee_id: attendee, attendee_name: name } = event.attendees[0];
  return [body, event.account_id, attendee, name, event.chat_id, event.timestamp, event.message_id, event.message];
}
