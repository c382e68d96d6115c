import { resolve } from "node:path";
import { applicationRole, type Database, migrate, openDatabase, useServer } from "@fairdue/store";

export type UseDatabaseOptions = {
  readonly connectionsMax?: number;
  /** One line each for whoever watches the start. */
  readonly tell?: (line: string) => void;
};

export type UsedDatabase = {
  readonly database: Database;
  /** Closes the pool and lets go of the embedded server. */
  release(): Promise<void>;
};

/** Where this installation keeps its data: `FAIRDUE_HOME`, or `.fairdue` here. */
export function homeFolder(): string {
  return resolve(process.env["FAIRDUE_HOME"] ?? ".fairdue");
}

/**
 * The database that this installation uses, migrated: the server named by `FAIRDUE_DATABASE_URL`, or
 * else an embedded PostgreSQL that keeps its data in `FAIRDUE_HOME`.
 */
export async function useDatabase(options: UseDatabaseOptions = {}): Promise<UsedDatabase> {
  const tell = options.tell ?? ((): void => {});
  const named = process.env["FAIRDUE_DATABASE_URL"];
  const server =
    named === undefined || named === ""
      ? await useServer({ home: homeFolder(), tell })
      : { url: named, release: async () => {} };
  await migrate(server.url, { tell });
  const database = openDatabase(server.url, {
    connectionsMax: options.connectionsMax ?? 10,
    role: applicationRole,
  });
  return {
    database,
    release: async () => {
      await database.close();
      await server.release();
    },
  };
}
