/**
 * Prisma's schema engine as WebAssembly over node-postgres: migrations without a binary. One engine per process, never inside the server:
 * it keeps the process alive and its lock until the connection closes, so whoever opens it ends with `process.exit`.
 */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } from "@prisma/driver-adapter-utils";

const require = createRequire(import.meta.url);
const CHAR = 18;
const VARCHAR = 1043;

/** The adapter takes the catalogue's "char" columns for numbers and panics; they are read as text and announced as characters. */
const charColumns = new Set();
const result = require("pg/lib/result.js").prototype;
const { addFields } = result;
result.addFields = function (fields) {
  for (const field of fields) {
    if (field.dataTypeID !== CHAR) continue;
    charColumns.add(field.name);
    field.dataTypeID = VARCHAR;
  }
  return addFields.call(this, fields);
};

class EngineAdapter extends PrismaPg {
  async connect() {
    const adapter = await super.connect();
    const queryRaw = adapter.queryRaw.bind(adapter);
    adapter.queryRaw = async (query) => {
      const rows = await queryRaw(query);
      const typeOf = (type, i) => (charColumns.has(rows.columnNames[i]) ? ColumnTypeEnum.Character : type);
      return { ...rows, columnTypes: rows.columnTypes.map(typeOf) };
    };
    // The adapter cuts a script at every semicolon, function bodies too; sent whole it is one transaction.
    adapter.executeScript = (sql) =>
      adapter.client.query(sql).then(
        () => {},
        (error) => adapter.onError(error),
      );
    return adapter;
  }
}

/** Parts and not a URL: with a connection string the adapter's shadow database would be the real one. */
export function toConnection(databaseUrl) {
  const url = new URL(databaseUrl);
  const sslmode = url.searchParams.get("sslmode");
  return {
    host: url.searchParams.get("host") ?? decodeURIComponent(url.hostname),
    port: Number(url.port || 5432),
    user: decodeURIComponent(url.username),
    password: decodeURIComponent(url.password),
    database: decodeURIComponent(url.pathname.slice(1)),
    ...(sslmode && sslmode !== "disable" && { ssl: { rejectUnauthorized: sslmode === "verify-full" } }),
  };
}

export async function openEngine(databaseUrl) {
  const folder = dirname(require.resolve("@prisma/schema-engine-wasm"));
  const bindings = await import("@prisma/schema-engine-wasm/schema_engine_bg");
  const wasm = await WebAssembly.instantiate(readFileSync(join(folder, "schema_engine_bg.wasm")), {
    "./schema_engine_bg.js": bindings,
  });
  bindings.__wbg_set_wasm(wasm.instance.exports);
  wasm.instance.exports.__wbindgen_start();
  const factory = bindMigrationAwareSqlAdapterFactory(new EngineAdapter(toConnection(databaseUrl)));
  return bindings.SchemaEngine.new({}, () => {}, factory);
}
