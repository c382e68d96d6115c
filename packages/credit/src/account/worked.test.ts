import { expect, test } from "vitest";
import { replay, tidyLife } from "../life/life.ts";
import { cashLine, instalmentLoan, payLater } from "../product/catalogue/index.ts";
import type { Product } from "../product/product.ts";

/** Every figure of the table is what the engine finds. */
function check(product: Product, table: string): void {
  expect(replay(product, table)).toBe(tidyLife(product, table));
}

test("a part repayment of an open draw pays interest before principal", () =>
  check(
    cashLine,
    `
  2026-03-01  open rate 500 day 31
  2026-03-01  draw    10000.00 open rate 500                                owed 10000.00
  2026-03-31  repay    4000.00   interest 150.00  principal 3850.00         owed  6150.00
  2026-04-10  as of                               accrued    30.75          owed  6180.75
`,
  ));

test("an equal-instalment draw falls due as planned: 900.41 a month at 0.04 % a day", () =>
  check(
    cashLine,
    `
  2026-01-15  draw    10000.00 equal-instalment 12   owed 10000.00  next 2026-02-15
  2026-02-15  as of   due 900.41  interest 124.00                   dpd 0
  2026-02-15  repay   900.41      interest 124.00  principal 776.41  owed 9223.59
  2026-03-15  as of   due 900.41  interest 103.30                   dpd 0
`,
  ));

test("paid within the three days of tolerance, nothing is overdue and nothing is charged", () =>
  check(
    cashLine,
    `
  2026-01-15  draw    10000.00 equal-instalment 12
  2026-02-18  as of   due 900.41  dpd 3  bucket M0  penalty 0.00
  2026-02-18  repay   900.41  due 0.00  dpd 0
  2026-02-19  as of   dpd 0   bucket M0  accrued 14.76
`,
  ));

test("unpaid after tolerance, overdue principal bears the penalty rate from its due day", () =>
  check(
    cashLine,
    `
  2026-01-15  draw    10000.00 equal-instalment 12
  2026-02-19  as of   dpd 4   bucket M1  accrued 16.62  grade special-mention
  2026-02-25  repay   905.07  penalty 4.66  interest 124.00  principal 776.41  dpd 0
`,
  ));

test("from 91 days past due money meets principal first, and interest is no longer income", () =>
  check(
    cashLine,
    `
  2026-01-15  draw    10000.00 equal-instalment 12
  2026-05-16  as of   dpd 90  bucket M3  stage 3  accrual accrual      grade special-mention
  2026-05-17  as of   dpd 91  bucket M4  stage 3  accrual non-accrual  grade substandard
  2026-05-20  repay   500.00  principal 500.00  interest 0.00  dpd 94
`,
  ));

test("a bill paid in full by its due day costs nothing", () =>
  check(
    payLater,
    `
  2026-01-05  purchase  1000.00 p1   owed 1000.00  next 2026-02-01
  2026-02-01  as of     statement 1000.00  minimum 100.00  due 100.00
  2026-02-09  repay     1000.00      owed 0.00     due 0.00
  2026-03-01  as of     owed 0.00    accrued 0.00  next never
`,
  ));

test("the minimum keeps the account current; the rest bears interest from the due day", () =>
  check(
    payLater,
    `
  2026-01-05  purchase  1500.00 p1
  2026-02-05  refund     200.00 p1   owed 1300.00  due 150.00
  2026-02-09  repay      150.00      owed 1150.00  dpd 0
  2026-02-12  as of     accrued 0.00
  2026-02-13  as of     accrued 2.30  dpd 0  bucket M0
  2026-03-01  as of     statement 1161.50  minimum 126.50  interest 11.50
`,
  ));

test("a purchase on the statement day belongs to the next statement", () =>
  check(
    payLater,
    `
  2026-01-31  purchase   100.00 p1
  2026-02-01  purchase   200.00 p2   statement 100.00
  2026-02-09  repay      100.00      owed 200.00
  2026-03-01  as of     statement 200.00
`,
  ));

test("a refund of a converted purchase cancels its rows and gives the fee back", () =>
  check(
    payLater,
    `
  2026-03-10  purchase  1200.00 p1 12 88000  owed 1200.00
  2026-04-01  as of     statement 108.80  minimum 108.80
  2026-04-09  repay      108.80  fee 8.80  principal 100.00
  2026-04-20  refund    1200.00 p1  owed 0.00  credit 108.80
`,
  ));

test("a refund after the bill was paid is kept as credit and meets the next bill", () =>
  check(
    payLater,
    `
  2026-01-05  purchase   300.00 p1
  2026-02-09  repay      300.00     owed 0.00
  2026-02-20  refund     100.00 p1  credit 100.00
  2026-02-25  purchase   250.00 p2
  2026-03-01  as of     statement 250.00  owed 150.00  credit 0.00
`,
  ));

test("a bill becomes instalments; its fee comes by the month", () =>
  check(
    payLater,
    `
  2026-01-05  purchase   900.00 p1
  2026-02-03  convert    810.00 stm_2026-02-01 3 23000  owed 900.00  due 90.00
  2026-02-09  repay       90.00     owed 810.00
  2026-03-01  as of     statement 276.21  due 276.21
`,
  ));

test("a returned repayment leaves the account as if it had not come", () =>
  check(
    cashLine,
    `
  2026-01-15  draw    10000.00 equal-instalment 12
  2026-02-15  repay   900.41                           due 0.00
  2026-02-15  return  r3 booked 2026-02-20             due 900.41  dpd 5
  2026-02-15  unreturn r3 booked 2026-02-21            due 0.00    dpd 0
`,
  ));

test("a rate change within a period counts from its day", () =>
  check(
    cashLine,
    `
  2026-03-01  open rate 400 day 15
  2026-03-01  draw    10000.00 open rate 400
  2026-03-06  rate    200      accrued 20.00
  2026-03-15  as of   due 38.00
`,
  ));

test("a due day on the 31st falls on the last day of a short month, and back on the 31st", () =>
  check(
    cashLine,
    `
  2026-01-20  open day 31
  2026-01-20  draw    3000.00 equal-principal 3  next 2026-01-31
  2026-01-31  as of   next 2026-02-04
  2026-01-31  repay   1013.20   owed 2000.00
  2026-02-28  as of   due 1022.40
  2026-02-28  repay   1022.40   next 2026-03-31
`,
  ));

test("a moratorium stops the count and the penalty, and forgives no interest", () =>
  check(
    cashLine,
    `
  2026-01-15  draw       10000.00 equal-instalment 12
  2026-02-25  as of      dpd 10  accrued 41.55
  2026-02-25  moratorium 2026-03-10
  2026-03-10  as of      dpd 10  bucket M1  accrued 89.52
  2026-03-11  as of      dpd 11
`,
  ));

test("a holiday moves the due days; what accrues meanwhile comes with the next instalment", () =>
  check(
    cashLine,
    `
  2026-01-15  draw     10000.00 equal-instalment 12
  2026-02-15  repay    900.41        owed 9223.59
  2026-02-20  holiday  2             next 2026-05-15
  2026-05-15  as of    due 1125.47   interest 328.36
`,
  ));

test("re-ageing spreads what is overdue and keeps the history of the count", () =>
  check(
    cashLine,
    `
  2026-01-15  draw     10000.00 equal-instalment 12
  2026-03-20  re-age   6     due 245.06  dpd 0  bucket M0  stage 2  grade special-mention
`,
  ));

test("charged off, the debt lives on as a claim that recoveries reduce", () =>
  check(
    cashLine,
    `
  2026-01-15  draw       1000.00 bullet 3
  2026-12-01  charge-off          owed 0.00  claim 1174.00  provision 0.00  status charged-off
  2026-12-20  recover    200.00   claim 974.00
  2027-06-01  as of      claim 974.00  next never
`,
  ));

test("a plain instalment loan, declared only: a yearly rate and a fee for early repayment", () =>
  check(
    instalmentLoan,
    `
  2026-01-15  draw    12000.00 equal-instalment 12   available 0.00
  2026-02-15  repay   1059.18    interest 110.07  principal 949.11  owed 11050.89
  2026-02-16  repay   1010.00 early lower-instalment  interest 3.26  fee 9.96  principal 996.78
  2026-03-15  as of   due 963.40
`,
  ));

test("a rate change, a limit cut below what is used, and a due day that moves", () =>
  check(
    cashLine,
    `
  2026-01-15  draw    6000.00 equal-principal 6        available 294000.00
  2026-01-20  limit   5000.00                          available 0.00
  2026-02-01  day     20                               next 2026-02-20
  2026-02-20  as of   due 1086.40  interest 86.40
  2026-02-20  repay   1086.40                          next 2026-03-20
`,
  ));

test("two draws on one day, each with its own plan, are paid oldest due first", () =>
  check(
    cashLine,
    `
  2026-01-15  draw    3000.00 equal-principal 3
  2026-01-15  draw    6000.00 interest-first 6
  2026-02-15  as of   due 1111.60  interest 111.60
  2026-02-15  repay   1037.20      due 74.40
`,
  ));

test("a hold takes from the limit until it is released, posted or expired", () =>
  check(
    payLater,
    `
  2026-01-05  authorise  1000.00 h1 2026-01-12   available 99000.00
  2026-01-06  authorise   500.00 h2 2026-01-10   available 98500.00
  2026-01-10  as of                              available 99000.00
  2026-01-11  purchase    900.00 h1              available 99100.00  owed 900.00
`,
  ));

test("a repayment backdated across a statement changes that statement", () =>
  check(
    payLater,
    `
  2026-01-05  purchase  1000.00 p1
  2026-01-20  purchase   500.00 p2
  2026-02-25  as of     owed 1512.00
  2026-02-09  repay     1500.00 booked 2026-02-25   owed 0.00  due 0.00  dpd 0
`,
  ));

test("a refund larger than what is left of the bill becomes credit, and is paid out", () =>
  check(
    payLater,
    `
  2026-01-05  purchase  1000.00 p1
  2026-02-05  repay      700.00          owed 300.00
  2026-02-06  refund    1000.00 p1       owed 0.00   credit 700.00
  2026-02-07  payout     700.00          credit 0.00
`,
  ));

test("a personal plan takes in all that is owed; its charges wait for the first instalment", () =>
  check(
    cashLine,
    `
  2026-01-15  draw         10000.00 equal-instalment 12
  2026-03-20  restructure  10 100    due 261.91  dpd 0  bucket M0  stage 2
  2026-04-15  as of        due 1278.31
`,
  ));

test("repaid on the day of the draw, nothing is owed for it", () =>
  check(
    cashLine,
    `
  2026-01-15  draw    1000.00 open
  2026-01-15  repay   1000.00   interest 0.00  owed 0.00  next never
`,
  ));

test("29 February counts as a day, and the seed day survives it", () =>
  check(
    cashLine,
    `
  2028-01-20  open day 31 rate 500
  2028-01-20  draw    3000.00 interest-first 3 rate 500   next 2028-01-31
  2028-01-31  repay   16.50       next 2028-02-29
  2028-02-29  as of   due 43.50   next 2028-03-04
  2028-02-29  repay   43.50       next 2028-03-31
`,
  ));

test("one cent in three instalments, and one instalment only", () => {
  check(
    cashLine,
    `
  2026-01-15  draw    0.01 equal-principal 3  owed 0.01
  2026-02-15  as of   due 0.00
  2026-04-15  as of   due 0.01
`,
  );
  check(
    cashLine,
    `
  2026-01-15  draw    100.00 bullet 1 rate 0
  2026-02-15  repay   100.00  interest 0.00  owed 0.00  next never
`,
  );
});

test("death stops interest and closes the tap", () =>
  check(
    cashLine,
    `
  2026-03-01  open rate 400 day 15
  2026-03-01  draw    10000.00 open rate 400
  2026-03-11  die     accrued 40.00  available 0.00
  2026-03-14  as of   accrued 40.00
`,
  ));
