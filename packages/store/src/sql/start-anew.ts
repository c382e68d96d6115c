import { openDatabase } from "./database.ts";
import { migrate } from "./migrate.ts";

/**
 * Throws everything in a database away and lays the schema anew. For the demo, whose books are made
 * up: the caller makes sure that nothing else is in there. Needs the owner's rights.
 */
export async function startAnew(ownerUrl: string): Promise<void> {
  const owner = openDatabase(ownerUrl, { connectionsMax: 1 });
  try {
    await owner.transaction(async (tx) => {
      await tx.rows("DROP SCHEMA public CASCADE");
      await tx.rows("CREATE SCHEMA public");
      await tx.rows("GRANT USAGE ON SCHEMA public TO PUBLIC");
    });
  } finally {
    await owner.close();
  }
  await migrate(ownerUrl);
}
