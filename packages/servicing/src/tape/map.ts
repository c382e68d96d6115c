import { catalogue, type Product, productOf } from "@fairdue/credit";
import {
  accepted,
  type Currency,
  type EpochDay,
  type Outcome,
  parseCurrency,
  parseDay,
  parseId,
  parseZone,
  present,
  type Problem,
  refused,
} from "@fairdue/kernel";
import { type Expression, expressionProblems, isRecord, problem } from "./expression.ts";

/** How a loan tape is read: which book and product, and where each value of a row comes from. */
export type TapeMap = {
  readonly book: {
    readonly bookId: string;
    readonly name: { readonly en: string; readonly zh: string };
    readonly currency: Currency;
    readonly zone: string;
    /** First open day of a book that is made by the import; `null` for the first opening. */
    readonly opensOn: EpochDay | null;
  };
  readonly product: Product;
  /** The history of every account is lived up to this day. */
  readonly through: EpochDay;
  readonly row: RowMap;
};

export type RowMap = {
  readonly account: Expression;
  readonly borrower: Expression;
  readonly openedOn: Expression;
  readonly amount: Expression;
  readonly rate: Expression;
  readonly terms: Expression;
  readonly method: Expression;
  readonly dueDay: Expression | null;
  readonly firstDueOn: Expression | null;
  /** How many instalments were paid, each in full on its due day; `all` for every one. */
  readonly instalmentsPaid: Expression | null;
  /** Single payments, besides. */
  readonly payments: readonly { readonly on: Expression; readonly amount: Expression }[];
  readonly chargedOffOn: Expression | null;
  /** Principal outstanding at the end: a row that comes to another sum is refused. */
  readonly principal: Expression | null;
};

const required = ["account", "openedOn", "amount", "rate", "terms"] as const;
const optional = [
  "borrower",
  "method",
  "dueDay",
  "firstDueOn",
  "instalmentsPaid",
  "chargedOffOn",
  "principal",
] as const;

/** Reads a map against the columns of the tape; all problems are named, not the first. */
export function parseTapeMap(
  given: unknown,
  columns: ReadonlySet<string>,
): Outcome<TapeMap, readonly Problem[]> {
  if (!isRecord(given)) return refused([problem("(whole)", given, "an object")]);
  const problems: Problem[] = [];
  const unknown = Object.keys(given).find(
    (key) => !["book", "product", "through", "row"].includes(key),
  );
  if (unknown) problems.push(problem(unknown, "a key", "book, product, through and row"));
  const product = readProduct(given["product"], problems);
  const book = readBook(given["book"], problems);
  const through = parseDay(String(given["through"]));
  if (through === undefined) problems.push(problem("through", given["through"], "a day"));
  const row = readRow(given["row"], { columns, problems });
  if (problems.length > 0 || !product || !book || !row || through === undefined)
    return refused(problems);
  const { currency } = product.declaration;
  if (currency !== book.currency)
    return refused([problem("book.currency", book.currency, `the product's, ${currency}`)]);
  return accepted({ product, book, row, through });
}

function readBook(given: unknown, problems: Problem[]): TapeMap["book"] | undefined {
  const it = isRecord(given) ? given : {};
  const name = isRecord(it["name"]) ? it["name"] : {};
  const currency = parseCurrency(String(it["currency"]));
  const opensOn = it["opensOn"] === undefined ? null : parseDay(String(it["opensOn"]));
  const wrong = (field: string, expected: string): void => {
    problems.push(problem(`book.${field}`, it[field], expected));
  };
  if (!parseId("Book", String(it["id"]))) wrong("id", "an id such as bok_main");
  if (typeof name["en"] !== "string" || typeof name["zh"] !== "string")
    wrong("name", "an object with en and zh");
  if (!currency) wrong("currency", "a code such as CNY");
  if (!parseZone(String(it["zone"]))) wrong("zone", "a zone such as Asia/Shanghai");
  if (opensOn === undefined) wrong("opensOn", "a day");
  if (problems.length > 0 || !currency) return undefined;
  return {
    bookId: String(it["id"]),
    name: { en: String(name["en"]), zh: String(name["zh"]) },
    currency,
    zone: String(it["zone"]),
    opensOn: opensOn ?? null,
  };
}

/** A name of the catalogue, a whole declaration, or one of the catalogue `with` changes. */
function readProduct(given: unknown, problems: Problem[]): Product | undefined {
  const shipped = catalogue.map((it) => it.id);
  const name = isRecord(given) ? given["basedOn"] : given;
  let declaration: unknown = given;
  if (name !== undefined && (typeof name === "string" || !isRecord(given))) {
    const base = catalogue.find((it) => it.id === name);
    if (!base) {
      problems.push(problem("product", name, `a declaration, or one of ${shipped.join(", ")}`));
      return undefined;
    }
    declaration = isRecord(given) ? merged(base, given["with"]) : base;
  }
  const outcome = productOf(declaration);
  if (outcome.ok) return outcome.value;
  problems.push(...outcome.refusal.map((it) => ({ ...it, field: `product.${it.field}` })));
  return undefined;
}

/** Objects are merged key by key; lists and plain values are replaced. */
function merged(base: unknown, changes: unknown): unknown {
  if (!isRecord(base) || !isRecord(changes)) return changes === undefined ? base : changes;
  const out: Record<string, unknown> = { ...base };
  for (const [key, value] of Object.entries(changes)) out[key] = merged(base[key], value);
  return out;
}

type Reading = { readonly columns: ReadonlySet<string>; readonly problems: Problem[] };

function readRow(given: unknown, { columns, problems }: Reading): RowMap | undefined {
  if (!isRecord(given)) {
    problems.push(problem("row", given, "an object"));
    return undefined;
  }
  const before = problems.length;
  const known: readonly string[] = [...required, ...optional, "payments"];
  const unknown = Object.keys(given).find((key) => !known.includes(key));
  if (unknown) problems.push(problem(`row.${unknown}`, "a key", `one of ${known.join(", ")}`));
  for (const key of required)
    problems.push(...expressionProblems(given[key], `row.${key}`, columns));
  for (const key of optional)
    if (given[key] !== undefined)
      problems.push(...expressionProblems(given[key], `row.${key}`, columns));
  const payments: unknown[] = Array.isArray(given["payments"]) ? given["payments"] : [];
  if (given["payments"] !== undefined && !Array.isArray(given["payments"]))
    problems.push(problem("row.payments", given["payments"], "a list"));
  payments.forEach((it, k) => {
    for (const key of ["on", "amount"]) {
      const field = `row.payments[${k}].${key}`;
      problems.push(...expressionProblems(isRecord(it) ? it[key] : it, field, columns));
    }
  });
  if (problems.length > before) return undefined;
  const of = (key: string): Expression | null => (given[key] as Expression | undefined) ?? null;
  const must = (key: string): Expression => present(of(key), `row.${key} was read`);
  return {
    account: must("account"),
    borrower: of("borrower") ?? must("account"),
    openedOn: must("openedOn"),
    amount: must("amount"),
    rate: must("rate"),
    terms: must("terms"),
    method: of("method") ?? { value: "equal-instalment" },
    dueDay: of("dueDay"),
    firstDueOn: of("firstDueOn"),
    instalmentsPaid: of("instalmentsPaid"),
    payments: payments as RowMap["payments"],
    chargedOffOn: of("chargedOffOn"),
    principal: of("principal"),
  };
}
