import type { Sql } from "../sql/database.ts";

/** Packs of rules that a book has chosen for its contacts; none when nobody chose yet. */
export async function packsOfBook(sql: Sql, bookId: string): Promise<readonly string[]> {
  const [row] = await sql.named(
    "contact-packs",
    "SELECT packs FROM contact_rules WHERE book_id = $1",
    [bookId],
  );
  const packs = row?.["packs"];
  return Array.isArray(packs) ? packs.map(String) : [];
}
