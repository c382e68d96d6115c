import type { ProductDeclaration } from "@fairdue/credit";
import { type Product, productOf } from "@fairdue/credit";
import { formatProblem, InvariantViolation } from "@fairdue/kernel";
import type { Row, Sql } from "../sql/database.ts";

/** Every version of every product on record. */
export async function listDeclarations(sql: Sql): Promise<ProductDeclaration[]> {
  const rows = await sql.rows("SELECT declaration FROM products ORDER BY product_id, version");
  return rows.map((row) => productIn(row).declaration);
}

export async function loadProduct(
  sql: Sql,
  productId: string,
  version: number,
): Promise<Product | undefined> {
  const [row] = await sql.rows(
    "SELECT declaration FROM products WHERE product_id = $1 AND version = $2",
    [productId, version],
  );
  return row && productIn(row);
}

function productIn(row: Row): Product {
  const outcome = productOf(row["declaration"]);
  if (outcome.ok) return outcome.value;
  throw new InvariantViolation(
    `a product on record: ${outcome.refusal.map(formatProblem).join("; ")}`,
  );
}
