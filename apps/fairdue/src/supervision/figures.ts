import { gl } from "@fairdue/ledger";
import { formatDay, present } from "@fairdue/kernel";
import { cellMin, protectCells } from "@fairdue/servicing";
import {
  type Book,
  countBuckets,
  countContacts,
  countRates,
  countRefusals,
  type Database,
  loadTrialBalance,
  type Products,
  type RateCount,
} from "@fairdue/store";
import { articleOf, ruleNamed } from "../law/in-force.ts";

export const windowDays = 30;

type Bilingual = { readonly zh: string; readonly en: string };

/** What is published. Shares in parts per million; `null` where a cell is too small to be told. */
export type Figures = {
  readonly bookId: string;
  readonly name: Bilingual;
  readonly on: string;
  readonly currency: string;
  /** Totals are hidden as well where the whole book is a small cell. */
  readonly accounts: number | null;
  readonly principalMinor: number | null;
  /** Whether the double-entry ledger comes to the same principal. */
  readonly agreesWithLedger: boolean;
  readonly buckets: readonly {
    readonly bucket: string;
    readonly accounts: number | null;
    readonly principalMinor: number | null;
    readonly accountsPpm: number | null;
    readonly principalPpm: number | null;
  }[];
  readonly rates: readonly {
    readonly productId: string;
    readonly name: Bilingual;
    readonly accounts: number | null;
    readonly principalMinor: number | null;
    readonly lowestPpmYear: number | null;
    readonly highestPpmYear: number | null;
    readonly meanPpmYear: number | null;
  }[];
  readonly contacts: {
    readonly days: number;
    readonly asked: number;
    readonly permitted: number;
    readonly refused: number;
    readonly made: number;
    readonly complaints: number;
    readonly complaintsPer10000: number | null;
    readonly refusals: readonly {
      readonly rule: string;
      readonly title: Bilingual;
      readonly article: string;
      readonly count: number;
    }[];
  };
};

/** Everything that is published of a book for its last closed day; small cells are hidden already. */
export async function figuresOf(
  database: Database,
  products: Products,
  book: Book,
): Promise<Figures> {
  const through = book.closedThrough;
  const span = { bookId: book.bookId, through, days: windowDays };
  const [buckets, rates, contacts, refusals, ledger] = await Promise.all([
    countBuckets(database, book.bookId),
    countRates(database, book.bookId),
    countContacts(database, span),
    countRefusals(database, span),
    loadTrialBalance(database, book, through),
  ]);
  const all = Array.from({ length: 8 }, (_, bucket) => {
    const found = buckets.find((it) => it.bucket === bucket);
    return { bucket, count: found?.count ?? 0, amountMinor: found?.amountMinor ?? 0 };
  });
  const accounts = all.reduce((sum, it) => sum + it.count, 0);
  const principalMinor = all.reduce((sum, it) => sum + it.amountMinor, 0);
  const isSmall = accounts < cellMin;
  const cells = protectCells(all);
  const ledgerMinor = ledger.lines
    .filter(
      ({ account }) =>
        account.code === gl.loanPrincipal || account.code === gl.loanPrincipalOverdue,
    )
    .reduce((sum, it) => sum + it.balanceMinor, 0n);
  return {
    bookId: book.bookId,
    name: { ...book.name },
    on: formatDay(through),
    currency: book.currency,
    accounts: isSmall ? null : accounts,
    principalMinor: isSmall ? null : principalMinor,
    agreesWithLedger: ledgerMinor === BigInt(principalMinor),
    buckets: all.map(({ bucket }, k) => {
      const cell = present(cells[k], "a cell for each bucket");
      const ppm = (part: number | null, whole: number): number | null =>
        part === null ? null : whole === 0 ? 0 : Math.round((part * 1_000_000) / whole);
      return {
        bucket: `M${bucket}${bucket === 7 ? "+" : ""}`,
        accounts: cell.count,
        principalMinor: cell.amountMinor,
        accountsPpm: ppm(cell.count, accounts),
        principalPpm: ppm(cell.amountMinor, principalMinor),
      };
    }),
    rates: await ratesOf(products, rates),
    contacts: {
      days: windowDays,
      ...contacts,
      complaintsPer10000:
        contacts.made === 0 ? null : Math.round((contacts.complaints * 10_000) / contacts.made),
      refusals: refusals.map((it) => {
        const found = ruleNamed(it.rule);
        const [cite] = found?.rule.cite ?? [];
        return {
          rule: it.rule,
          title: found ? { ...found.rule.title } : { zh: it.rule, en: it.rule },
          article: cite ? articleOf(cite) : "",
          count: it.count,
        };
      }),
    },
  };
}

const perYear = { "ppm-day": 365, "ppm-month": 12, "bp-year": 100, "ppm-year": 1 } as const;

async function ratesOf(
  products: Products,
  counts: readonly RateCount[],
): Promise<Figures["rates"]> {
  const byProduct = new Map<string, { ppm: number; count: number; amountMinor: number }[]>();
  const names = new Map<string, { zh: string; en: string }>();
  for (const it of counts) {
    const { declaration } = await products.of(it.productId, it.productVersion);
    names.set(it.productId, { ...declaration.name });
    const ppm = it.rate * perYear[declaration.rate.unit];
    const { count, amountMinor } = it;
    byProduct.set(it.productId, [
      ...(byProduct.get(it.productId) ?? []),
      { ppm, count, amountMinor },
    ]);
  }
  const rows = [...byProduct].map(([productId, list]) => {
    const count = list.reduce((sum, it) => sum + it.count, 0);
    const amountMinor = list.reduce((sum, it) => sum + it.amountMinor, 0);
    const weighted = list.reduce((sum, it) => sum + it.ppm * it.count, 0);
    return {
      productId,
      count,
      amountMinor,
      lowestPpmYear: Math.min(...list.map((it) => it.ppm)),
      highestPpmYear: Math.max(...list.map((it) => it.ppm)),
      meanPpmYear: count === 0 ? 0 : Math.round(weighted / count),
    };
  });
  const cells = protectCells(rows);
  return rows.map((it, k) => {
    const cell = present(cells[k], "a cell for each product");
    const isHidden = cell.count === null;
    return {
      productId: it.productId,
      name: present(names.get(it.productId), "a product has a name"),
      accounts: cell.count,
      principalMinor: cell.amountMinor,
      lowestPpmYear: isHidden ? null : it.lowestPpmYear,
      highestPpmYear: isHidden ? null : it.highestPpmYear,
      meanPpmYear: isHidden ? null : it.meanPpmYear,
    };
  });
}
