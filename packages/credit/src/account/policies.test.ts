import { day, formatDay, minor } from "@fairdue/kernel";
import { expect, test } from "vitest";
import { readLife, replay, tidyLife } from "../life/life.ts";
import { cashLine, cashLineDeclaration, declared } from "../product/catalogue/index.ts";
import type { ProductDeclaration } from "../product/declaration.ts";
import type { Product } from "../product/product.ts";
import { debitOn } from "../quote/quote.ts";
import { fold } from "./fold.ts";
import type { AccountState } from "./state.ts";

/** Every figure of the table is what the engine finds. */
function check(product: Product, table: string): void {
  expect(replay(product, table)).toBe(tidyLife(product, table));
}

function stateOf(product: Product, table: string, on: string): AccountState {
  const events = readLife(product, table).flatMap((line) => line.event ?? []);
  return fold(product, events, day(on)).state;
}

const line = (changes: Partial<ProductDeclaration>): Product =>
  declared({ ...cashLineDeclaration, id: "changed", ...changes });

const draw = "2026-01-15  draw 10000.00 equal-instalment 12\n2026-02-15  repay 900.41";

test("repaid early, the instalment falls or the term does: the same 3 000.00 two ways", () => {
  const after = (strategy: string): [number, string, number] => {
    const [one] = stateOf(
      cashLine,
      `${draw}\n2026-02-15  repay 3000.00 early ${strategy}`,
      "2026-02-15",
    ).draws;
    const rows = one?.rows ?? [];
    const first = rows[0];
    return [
      rows.length,
      formatDay(rows.at(-1)?.dueOn ?? day("2026-01-01")),
      (first?.principalMinor ?? 0) + (first?.interestMinor ?? 0),
    ];
  };
  expect(after("lower-instalment")).toEqual([11, "2027-01-15", 60755]);
  expect(after("shorten-term")).toEqual([8, "2026-10-15", 90041]);
});

test("容时: paid within three days is paid on time; 容差: so is all but a little", () => {
  const lenient = line({
    tolerance: { days: 3, amountMinor: minor(500), source: "Contract: 5.00 short is paid" },
  });
  const table = `
  2026-01-15  draw    10000.00 equal-instalment 12
  2026-02-15  repay   896.00    due 4.41
  2026-02-25  as of   due 4.41  dpd 0  bucket M0  penalty 0.00  grade normal
  2026-03-15  as of   due 904.82
`;
  check(lenient, table);
  check(
    cashLine,
    `
  2026-01-15  draw    10000.00 equal-instalment 12
  2026-02-15  repay   896.00    due 4.41
  2026-02-25  as of   due 4.41  dpd 10  bucket M1  grade special-mention
`,
  );
});

test("automatic debit asks on the due day and thirty days after it, and stops for law and disaster", () => {
  const plan = "2026-01-15  draw 10000.00 equal-instalment 12";
  const asked = (table: string, on: string): number | null =>
    debitOn(cashLine, stateOf(cashLine, table, on), day(on))?.amountMinor ?? null;
  expect(asked(plan, "2026-02-14")).toBeNull();
  expect(asked(plan, "2026-02-15")).toBe(90_041);
  expect(asked(plan, "2026-02-25")).toBe(90_041 + 466);
  expect(asked(plan, "2026-03-17")).toBeGreaterThan(180_082);
  // The first instalment is past its thirty days; only the second is still asked for.
  expect(asked(plan, "2026-03-18")).toBe(90_041);
  expect(asked(`${plan}\n2026-02-10 freeze law`, "2026-02-15")).toBeNull();
  expect(asked(`${plan}\n2026-02-10 freeze risk`, "2026-02-15")).toBe(90_041);
  expect(asked(`${plan}\n2026-02-10 moratorium 2026-04-01`, "2026-02-15")).toBeNull();
  expect(asked(`${plan}\n2026-02-10 die`, "2026-02-15")).toBeNull();
});

test("the all-in cap of 24 % holds penalty and fees down to what is left under it", () => {
  check(
    cashLine,
    `
  2026-01-15  draw    10000.00 bullet 1 rate 650
  2026-02-14  charge  5.00       due 2.10
  2026-02-15  as of   due 10203.60  interest 201.50  fee 2.10
  2026-02-25  as of   accrued 65.70
`,
  );
});

test("the five grades and the three stages, by days past due", () => {
  check(
    cashLine,
    `
  2026-01-15  draw   1000.00 bullet 1
  2026-02-15  as of  dpd 0    grade normal           stage 1
  2026-02-19  as of  dpd 4    grade special-mention  stage 1  bucket M1
  2026-03-18  as of  dpd 31   grade special-mention  stage 2  bucket M2
  2026-05-16  as of  dpd 90   grade special-mention  stage 3  bucket M3  accrual accrual
  2026-05-17  as of  dpd 91   grade substandard      stage 3  bucket M4  accrual non-accrual
  2026-11-12  as of  dpd 270  grade substandard      stage 3  bucket M7
  2026-11-13  as of  dpd 271  grade doubtful         stage 3  bucket M7
  2027-02-10  as of  dpd 360  grade doubtful         stage 3
  2027-02-11  as of  dpd 361  grade loss             stage 3
`,
  );
});

test("cure: cleared arrears resume accrual at once, or after the observation, as declared", () => {
  const table = (resumed: string): string => `
  2026-01-15  draw         10000.00 equal-instalment 12
  2026-05-17  as of        accrual non-accrual  stage 3
  2026-05-20  restructure  24 100   dpd 0  accrual ${resumed}  stage 2
  2027-05-20  as of        dpd 339
`;
  const { accounting } = cashLineDeclaration;
  check(cashLine, table("accrual"));
  check(
    line({ accounting: { ...accounting, cure: "cleared-and-observed" } }),
    table("non-accrual"),
  );
});

test("restructured once, special mention; non-performing before or a second time, substandard", () => {
  check(
    cashLine,
    `
  2026-01-15  draw         10000.00 equal-instalment 12
  2026-03-20  restructure  24 100   grade special-mention  stage 2
  2026-06-20  restructure  24 100   grade substandard      stage 2
`,
  );
  check(
    cashLine,
    `
  2026-01-15  draw         10000.00 equal-instalment 12
  2026-05-20  restructure  24 100   grade substandard      stage 2
`,
  );
});

test("penalty on overdue interest only where the contract says so", () => {
  const { overdue } = cashLineDeclaration;
  const on = line({ overdue: { ...overdue, onInterest: true } });
  const table = (accrued: string): string => `
  2026-01-15  draw    10000.00 interest-first 3
  2026-02-25  as of   accrued ${accrued}
`;
  // 10 days at 0.04 % on the principal that is not yet due; 0.06 % on the 124.00 overdue.
  check(cashLine, table("40.00"));
  check(on, table("40.74"));
});

test("after a death interest stops, unless the contract says otherwise", () => {
  const table = (accrued: string): string => `
  2026-03-01  open rate 400 day 15
  2026-03-01  draw    10000.00 open rate 400
  2026-03-11  die     accrued 40.00
  2026-03-14  as of   accrued ${accrued}
`;
  check(cashLine, table("40.00"));
  check(line({ death: { interest: "continues", source: "Contract" } }), table("52.00"));
});
