import { defineConfig } from "prisma/config";

// Read with a default, because Prisma's own env() throws when the variable is unset, even for `generate`.
export default defineConfig({
  schema: "prisma/schema.prisma",
  migrations: { path: "prisma/migrations" },
  datasource: { url: process.env.DATABASE_URL ?? "" },
});
