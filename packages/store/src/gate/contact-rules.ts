import type { Plain } from "@fairdue/proof";
import type { Transaction } from "../sql/database.ts";
import { logLeaf, nobody } from "../log/leaves.ts";

/** Chooses the laws of a book's contacts, and states what rules ask of the lender itself. */
export async function saveContactRules(
  tx: Transaction,
  it: {
    readonly bookId: string;
    readonly packs: readonly string[];
    readonly facts: Readonly<Record<string, string | number | boolean>>;
    readonly by: string;
    readonly at: number;
  },
): Promise<void> {
  const { bookId, packs, facts, by, at } = it;
  const choice: Plain = { bookId, packs, facts, by };
  await logLeaf(tx, { borrowerId: nobody, kind: "rules.chosen", at, values: { choice } });
  await tx.rows(
    `INSERT INTO contact_rules (book_id, packs, facts, chosen_by) VALUES ($1, $2, $3, $4)
     ON CONFLICT (book_id) DO UPDATE SET packs = excluded.packs, facts = excluded.facts,
       chosen_by = excluded.chosen_by, chosen_at = clock_timestamp()`,
    [bookId, packs, JSON.stringify(facts), by],
  );
}
