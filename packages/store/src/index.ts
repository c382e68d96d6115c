export * from "./server/server.ts";
export * from "./sql/database.ts";
export * from "./sql/migrate.ts";
export * from "./sql/row.ts";
export * from "./testing/test-database.ts";
