import { formatDay } from "@fairdue/kernel";
import {
  contactFigures,
  cureRates,
  type FiguresWanted,
  recoveries,
  rollRates,
  type Sql,
  vintages,
} from "@fairdue/store";

type Cell = string | number | boolean | null;
type Title = { readonly zh: string; readonly en: string };
type Row = Record<string, Cell>;
export type FiguresTable = { columns: { id: string; title: Title }[]; items: Row[] };
export type TableName = "roll-rates" | "cures" | "vintages" | "recoveries" | "contacts";

const column = (id: string, zh: string, en: string) => ({ id, title: { zh, en } });

/** A share of a whole, to six places; null where there is no whole. */
const rate = (part: number, whole: number): number | null =>
  whole === 0 ? null : Math.round((1e6 * part) / whole) / 1e6;
const rounded = (value: number | null): number | null =>
  value === null ? null : Math.round(value * 1e6) / 1e6;

export async function figuresTable(
  sql: Sql,
  table: TableName,
  wanted: FiguresWanted & { readonly zone: string },
): Promise<FiguresTable> {
  if (table === "roll-rates") return await rollTable(sql, wanted);
  if (table === "cures") return await cureTable(sql, wanted);
  if (table === "vintages") return await vintageTable(sql, wanted);
  if (table === "recoveries") return await recoveryTable(sql, wanted);
  return await contactTable(sql, wanted);
}

async function rollTable(sql: Sql, wanted: FiguresWanted): Promise<FiguresTable> {
  const cells = await rollRates(sql, wanted);
  const totals = new Map<string, number>();
  for (const it of cells) {
    const key = `${it.toOn} ${it.from}`;
    totals.set(key, (totals.get(key) ?? 0) + it.accounts);
  }
  return {
    columns: [
      column("month", "月末", "month to"),
      column("from", "期初期数", "from bucket"),
      column("to", "期末期数", "to bucket"),
      column("accounts", "账户数", "accounts"),
      column("rate", "迁徙率（按户数）", "roll rate, by count"),
      column("principalMinor", "期初本金", "principal at entry"),
    ],
    items: cells.map((it) => ({
      month: formatDay(it.toOn),
      from: it.from,
      to: it.to,
      accounts: it.accounts,
      rate: rate(it.accounts, totals.get(`${it.toOn} ${it.from}`) ?? 0),
      principalMinor: it.principalMinor,
    })),
  };
}

async function cureTable(sql: Sql, wanted: FiguresWanted): Promise<FiguresTable> {
  const rows = await cureRates(sql, wanted);
  const spans = [7, 15, 30, 60, 90];
  return {
    columns: [
      column("openedIn", "立案月份", "opened in"),
      column("cases", "案件数", "cases"),
      column("selfCured", "自愈案件数", "cured before any contact"),
      ...spans.map((it) => column(`within${it}`, `${it} 日内回正率`, `cured within ${it} days`)),
    ],
    items: rows.map((it) => ({
      openedIn: formatDay(it.openedIn).slice(0, 7),
      cases: it.cases,
      selfCured: it.selfCured,
      ...Object.fromEntries(
        it.paidWithin.map((one) => [
          `within${one.days}`,
          one.cases === null ? null : rate(one.cases, it.cases),
        ]),
      ),
    })),
  };
}

async function vintageTable(sql: Sql, wanted: FiguresWanted): Promise<FiguresTable> {
  const rows = await vintages(sql, wanted);
  return {
    columns: [
      column("openedIn", "放款批次", "vintage"),
      column("accounts", "账户数", "accounts"),
      column("month", "账龄（月）", "months since"),
      column("late", "曾逾期三十天以上", "ever more than 30 days late"),
      column("rate", "占比", "share"),
    ],
    items: rows.flatMap((it) =>
      it.everLate.map((one) => ({
        openedIn: formatDay(it.openedIn).slice(0, 7),
        accounts: it.accounts,
        month: one.month,
        late: one.accounts,
        rate: rate(one.accounts, it.accounts),
      })),
    ),
  };
}

async function recoveryTable(sql: Sql, wanted: FiguresWanted): Promise<FiguresTable> {
  const rows = await recoveries(sql, wanted);
  return {
    columns: [
      column("segmentId", "分群", "segment"),
      column("treatmentId", "处置", "treatment"),
      column("people", "人数", "people"),
      column("heldOut", "对照组人数", "held out"),
      column("share", "回收比例", "share paid"),
      column("heldOutShare", "对照组回收比例", "share paid when held out"),
      column("uplift", "处置增量", "uplift"),
      column("upliftError", "标准误", "standard error"),
      column("overdueMinor", "逾期金额", "amount overdue"),
      column("paidMinor", "回收金额", "amount paid"),
      column("costMinor", "成本", "cost"),
      column("costPerUnit", "每增收一元的成本", "cost per unit recovered"),
      column("isDataThin", "数据不足", "data thin"),
    ],
    items: rows.map((it) => ({
      ...it,
      share: rounded(it.share),
      heldOutShare: rounded(it.heldOutShare),
      uplift: rounded(it.uplift),
      upliftError: rounded(it.upliftError),
      costPerUnit: rounded(it.costPerUnit),
    })),
  };
}

async function contactTable(
  sql: Sql,
  wanted: FiguresWanted & { readonly zone: string },
): Promise<FiguresTable> {
  const rows = await contactFigures(sql, wanted);
  const perTenThousand = (count: number, accounts: number): number | null =>
    rounded(accounts === 0 ? null : (10_000 * count) / accounts);
  return {
    columns: [
      column("month", "月份", "month"),
      column("accounts", "账户数", "accounts"),
      column("attempts", "联系尝试", "attempts"),
      column("rightParty", "本人触达", "right-party contacts"),
      column("rightPartyRate", "本人触达率", "right-party rate"),
      column("refusedByGate", "闸口拒绝", "refused by the gate"),
      column("promisesMade", "承诺", "promises made"),
      column("promisesKept", "已兑现", "promises kept"),
      column("keptRate", "兑现率", "kept rate"),
      column("contactsPer10000", "每万户联系次数", "contacts per 10,000 accounts"),
      column("complaints", "投诉", "complaints"),
      column("complaintsPer10000", "每万户投诉", "complaints per 10,000 accounts"),
      column("plannedCostMinor", "计划成本", "planned cost"),
      column("harm", "打扰点数", "harm points"),
      column("harmBudget", "打扰预算", "harm budget"),
    ],
    items: rows.map((it) => ({
      month: formatDay(it.month).slice(0, 7),
      accounts: it.accounts,
      attempts: it.attempts,
      rightParty: it.rightParty,
      rightPartyRate: rate(it.rightParty, it.results),
      refusedByGate: it.refusedByGate,
      promisesMade: it.promisesMade,
      promisesKept: it.promisesKept,
      keptRate: rate(it.promisesKept, it.promisesKept + it.promisesBroken),
      contactsPer10000: perTenThousand(it.attempts, it.accounts),
      complaints: it.complaints,
      complaintsPer10000: perTenThousand(it.complaints, it.accounts),
      plannedCostMinor: it.plannedCostMinor,
      harm: it.harm,
      harmBudget: it.harmBudget,
    })),
  };
}
