import { type AccountEvent, type AccountFact, cashLine } from "@fairdue/credit";
import { day, minor, parseId, present } from "@fairdue/kernel";
import { expect, test } from "vitest";
import { behaviourAsOf, type LivedAccount, reachedDpd, rowOf } from "./behaviour.ts";

type Line = readonly [valueOn: string, fact: AccountFact, bookedOn?: string];

const accountId = present(parseId("Account", "acc_life"), "an id");
const opened: AccountFact = {
  kind: "opened",
  accountId,
  productId: cashLine.declaration.id,
  productVersion: cashLine.declaration.version,
  limitMinor: minor(1_000_000),
  rate: 400,
  dueDay: cashLine.declaration.cycle.dueDay,
};
const drawn: AccountFact = {
  kind: "drawn",
  drawId: "one",
  amountMinor: minor(600_000),
  plan: { method: "equal-instalment", terms: 6, feePpm: 0, principalMinor: [], firstDueOn: null },
  rate: 400,
  channel: "wallet",
};
const repaid = (id: string, amount: number): AccountFact => ({
  kind: "repaid",
  repaymentId: id,
  amountMinor: minor(amount),
  channel: "wallet",
  purpose: { kind: "due" },
});

function life(lines: readonly Line[]): LivedAccount {
  const events = lines.map(
    ([valueOn, fact, bookedOn], k): AccountEvent => ({
      id: present(parseId("Event", `evt_${k + 1}`), "an id"),
      seq: k + 1,
      valueOn: day(valueOn),
      bookedOn: day(bookedOn ?? valueOn),
      ...fact,
    }),
  );
  return { accountId, product: cashLine, events };
}

const features = (it: LivedAccount, on: string) => rowOf(behaviourAsOf([it], day(on)), 0);

const start: readonly Line[] = [
  ["2026-01-05", opened],
  ["2026-01-10", drawn],
];

test("what falls due comes from the engine: an instalment unpaid is overdue the day after", () => {
  const it = features(life(start), "2026-04-30");
  expect(it["utilisation_now"]).toBeGreaterThan(0.6);
  expect(it["overdue_days"]).toBeGreaterThan(30);
  expect(it["late_count_365"]).toBeGreaterThan(1);
});

test("a repayment counts from the day on which the book learned of it", () => {
  const late: readonly Line[] = [...start, ["2026-02-14", repaid("a", 300_000), "2026-03-20"]];
  expect(features(life(late), "2026-03-19")).toEqual(features(life(start), "2026-03-19"));
  expect(features(life(late), "2026-03-20")).not.toEqual(features(life(start), "2026-03-20"));
});

test("nothing of the future changes the past: more events leave earlier features alone", () => {
  const more: readonly Line[] = [
    ...start,
    ["2026-05-02", repaid("b", 700_000)],
    ["2026-05-03", { kind: "limit-changed", limitMinor: minor(500_000) }],
  ];
  for (const on of ["2026-02-01", "2026-03-15", "2026-05-01"])
    expect(features(life(more), on)).toEqual(features(life(start), on));
});

test("thirty days past due are seen although they were paid before the end", () => {
  const cured: readonly Line[] = [...start, ["2026-05-01", repaid("c", 900_000)]];
  const window = { after: day("2026-03-20"), through: day("2026-05-19"), dpd: 30 };
  expect(reachedDpd(life(cured), window)).toBe(true);
  const prompt: readonly Line[] = [...start, ["2026-01-20", repaid("d", 700_000)]];
  expect(reachedDpd(life(prompt), { ...window, dpd: 90 })).toBe(false);
});
