import type { SumPart } from "../../design/sum/unfolding-sum.tsx";
import { dayText, yearRateText } from "../../text/format.ts";
import type { Account, Schedule } from "../frame/answers.ts";

const perYear = { "ppm-day": 365, "ppm-month": 12, "bp-year": 100, "ppm-year": 1 } as const;

/** The rate of an account as parts per million a year, simple. */
export function ppmYearOf(account: Account): number {
  return account.rate * perYear[account.rateUnit];
}

/**
 * All that is owed, as a sum that unfolds: what has fallen due item by item, what has not, and what
 * has accrued. Its parts come to the server's own total, to the cent.
 */
export function sumOf(account: Account, schedule: Schedule): SumPart {
  const due = schedule.due.map((it): SumPart => {
    const parts = [
      part("principal", { zh: "本金", en: "Principal" }, it.principalMinor),
      part("interest", { zh: "利息", en: "Interest" }, it.interestMinor),
      part("fee", { zh: "费用", en: "Fees" }, it.feeMinor),
      part("penalty", { zh: "逾期罚息", en: "Late interest" }, it.penaltyMinor),
    ].filter((one) => one.amountMinor !== 0);
    return {
      id: it.id,
      label: {
        zh: `${dayText(it.dueOn, "zh-CN")}到期`,
        en: `Due on ${dayText(it.dueOn, "en")}`,
      },
      amountMinor: parts.reduce((sum, one) => sum + one.amountMinor, 0),
      parts,
    };
  });
  const draws = schedule.draws.map(
    (it): SumPart => ({
      id: it.drawId,
      label: {
        zh: `${dayText(it.on, "zh-CN")}借款的剩余本金`,
        en: `Rest of what was drawn on ${dayText(it.on, "en")}`,
      },
      amountMinor: it.balanceMinor,
      source: {
        zh: `借款 ${(it.originalMinor / 100).toFixed(2)}，未到期 ${it.rows.length} 期`,
        en: `${(it.originalMinor / 100).toFixed(2)} drawn, ${it.rows.length} instalments to come`,
      },
    }),
  );
  const rate = ppmYearOf(account);
  const parts = [
    ...due,
    ...draws,
    part("unbilled", { zh: "未出账消费", en: "Purchases not yet billed" }, schedule.unbilledMinor),
    {
      ...part(
        "accrued",
        { zh: "到今天为止的利息", en: "Interest up to today" },
        account.owed.accruedMinor,
      ),
      source: {
        zh: `按天计，${yearRateText(rate, "zh-CN")}`,
        en: `By the day, ${yearRateText(rate, "en")}`,
      },
    },
  ].filter((it) => it.amountMinor !== 0);
  const known = parts.reduce((sum, it) => sum + it.amountMinor, 0);
  const rest = account.owed.totalMinor - known;
  return {
    id: account.accountId,
    label: { zh: "一共欠", en: "Owed in all" },
    amountMinor: account.owed.totalMinor,
    parts:
      rest === 0
        ? parts
        : [...parts, part("rest", { zh: "已出账未到期", en: "Billed, not yet due" }, rest)],
  };
}

function part(id: string, label: SumPart["label"], amountMinor: number): SumPart {
  return { id, label, amountMinor };
}
