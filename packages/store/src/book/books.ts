import { type Product, productOf } from "@fairdue/credit";
import {
  assert,
  type Currency,
  type EpochDay,
  formatProblem,
  InvariantViolation,
  parseCurrency,
  present,
} from "@fairdue/kernel";
import { glCode, type GlAccount, isGlClass, standardChart } from "@fairdue/ledger";
import { dateOf, type Row, type Sql, type Transaction } from "../sql/database.ts";
import { dayIn, integerIn, textIn } from "../sql/row.ts";

/** A lender's set of accounts in one currency. */
export type Book = {
  readonly bookId: string;
  readonly name: { readonly en: string; readonly zh: string };
  readonly currency: Currency;
  /** IANA zone in which the business day turns. */
  readonly zone: string;
  /** Days up to this one are closed. */
  readonly closedThrough: EpochDay;
};

/** Opens a book with the standard chart of accounts. The day before its first is closed. */
export async function createBook(tx: Transaction, book: Book): Promise<void> {
  await tx.rows(
    `INSERT INTO books (book_id, name_en, name_zh, currency, zone, closed_through)
     VALUES ($1, $2, $3, $4, $5, $6)`,
    [book.bookId, book.name.en, book.name.zh, book.currency, book.zone, dateOf(book.closedThrough)],
  );
  await addToChart(tx, book.bookId, standardChart);
}

export async function addToChart(
  sql: Sql,
  bookId: string,
  accounts: readonly GlAccount[],
): Promise<void> {
  await sql.rows(
    `INSERT INTO gl_accounts (book_id, code, name_en, name_zh, class)
     SELECT $1, * FROM UNNEST($2::int[], $3::text[], $4::text[], $5::text[])`,
    [
      bookId,
      accounts.map((it) => it.code),
      accounts.map((it) => it.name.en),
      accounts.map((it) => it.name.zh),
      accounts.map((it) => it.class),
    ],
  );
}

export async function loadBooks(sql: Sql): Promise<Book[]> {
  return (await sql.rows("SELECT * FROM books ORDER BY book_id")).map(bookOf);
}

export async function loadBook(sql: Sql, bookId: string): Promise<Book | undefined> {
  const [row] = await sql.rows("SELECT * FROM books WHERE book_id = $1", [bookId]);
  return row && bookOf(row);
}

export async function loadChart(sql: Sql, bookId: string): Promise<GlAccount[]> {
  const rows = await sql.rows("SELECT * FROM gl_accounts WHERE book_id = $1 ORDER BY code", [
    bookId,
  ]);
  return rows.map((row) => {
    const kind = row["class"];
    assert(isGlClass(kind), "a class of the chart");
    return {
      code: glCode(integerIn(row, "code")),
      name: { en: textIn(row, "name_en"), zh: textIn(row, "name_zh") },
      class: kind,
    };
  });
}

function bookOf(row: Row): Book {
  return {
    bookId: textIn(row, "book_id"),
    name: { en: textIn(row, "name_en"), zh: textIn(row, "name_zh") },
    currency: present(parseCurrency(textIn(row, "currency")), "a currency"),
    zone: textIn(row, "zone"),
    closedThrough: dayIn(row, "closed_through"),
  };
}

/** Puts a version of a product on record; the same version again changes nothing. */
export async function saveProduct(sql: Sql, product: Product): Promise<void> {
  const { id, version } = product.declaration;
  const text = JSON.stringify(product.declaration);
  await sql.rows(
    `INSERT INTO products (product_id, version, declaration) VALUES ($1, $2, $3)
     ON CONFLICT (product_id, version) DO NOTHING`,
    [id, version, text],
  );
  const [row] = await sql.rows(
    "SELECT declaration::text AS text FROM products WHERE product_id = $1 AND version = $2",
    [id, version],
  );
  if (row && textIn(row, "text") !== text)
    throw new InvariantViolation(`product ${id} version ${version} is on record otherwise`);
}

/** The products of a database, each version compiled once. */
export type Products = {
  /** `undefined` when the version is not on record. */
  find(productId: string, version: number): Promise<Product | undefined>;
  of(productId: string, version: number): Promise<Product>;
  /** Loads all, so that `known` may be asked without waiting. */
  loadAll(): Promise<void>;
  known(productId: string, version: number): Product;
};

export function productsOf(sql: Sql): Products {
  const known = new Map<string, Product>();
  const add = (row: Row): void => {
    const outcome = productOf(row["declaration"]);
    if (!outcome.ok)
      throw new InvariantViolation(
        `a product on record: ${outcome.refusal.map(formatProblem).join("; ")}`,
      );
    const { id, version } = outcome.value.declaration;
    known.set(`${id}@${version}`, outcome.value);
  };
  const loadAll = async (): Promise<void> =>
    (await sql.rows("SELECT declaration FROM products")).forEach(add);
  const find = async (id: string, version: number): Promise<Product | undefined> => {
    if (!known.has(`${id}@${version}`)) await loadAll();
    return known.get(`${id}@${version}`);
  };
  const get = (id: string, version: number): Product =>
    present(known.get(`${id}@${version}`), `product ${id} version ${version} is on record`);
  return {
    known: get,
    loadAll,
    find,
    of: async (id, version) => (await find(id, version)) ?? get(id, version),
  };
}

/**
 * Enters a book to write into it, shared with other writers until the transaction ends, so that no
 * day is sealed meanwhile. Answers with the first open day.
 */
export async function enterBook(tx: Transaction, bookId: string): Promise<EpochDay> {
  const [row] = await tx.named("book-enter", "SELECT enter_book($1) AS open_on", [bookId]);
  return dayIn(present(row, "a book answers"), "open_on");
}
