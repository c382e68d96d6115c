import { join } from "node:path";
import { applicationRole, type Database, migrate, openDatabase, useServer } from "@fairdue/store";

export type BookDatabase = Database & {
  /** Address with the owner's rights, for migrations only. */
  readonly ownerUrl: string;
  /** Names of the migrations that ran when it was opened. */
  readonly migrated: readonly string[];
};

export type BookDatabaseOptions = {
  readonly connectionsMax?: number;
  /** `false` leaves the schema as it is; by default it is brought up to date first. */
  readonly isMigrated?: boolean;
  /** See `DatabaseOptions`. */
  readonly isCommitAwaited?: boolean;
  /** Told, in one line each, what a person would want to know of the start. */
  readonly tell?: (line: string) => void;
};

/** Folder of everything that this installation keeps: `FAIRDUE_HOME`, or `.fairdue` right here. */
export function homeFolder(): string {
  return process.env["FAIRDUE_HOME"] ?? join(process.cwd(), ".fairdue");
}

/**
 * The database of this installation: the one at `FAIRDUE_DATABASE_URL`, or the embedded server that
 * keeps its data under the home folder. Statements run with the rights of the application only.
 */
export async function openBookDatabase(options: BookDatabaseOptions = {}): Promise<BookDatabase> {
  const tell = options.tell ?? ((): void => {});
  const given = process.env["FAIRDUE_DATABASE_URL"];
  const server = given ? undefined : await useServer({ home: homeFolder(), tell });
  const ownerUrl = given ?? server?.url ?? "";
  const migrated = options.isMigrated === false ? [] : await migrate(ownerUrl, { tell });
  const database = openDatabase(ownerUrl, {
    role: applicationRole,
    ...(options.connectionsMax === undefined ? {} : { connectionsMax: options.connectionsMax }),
    isCommitAwaited: options.isCommitAwaited ?? true,
  });
  return {
    ...database,
    ownerUrl,
    migrated,
    close: async () => {
      await database.close();
      await server?.release();
    },
  };
}
