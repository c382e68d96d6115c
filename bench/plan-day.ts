import { packs } from "@fairdue/packs";
import { addDays, day, parseCurrency, present } from "@fairdue/kernel";
import { parseStrategy, rulesOfPacks, standardStrategy, withWishes } from "@fairdue/servicing";
import {
  activateStrategy,
  createBook,
  decideApproval,
  loadBook,
  loadKnowledge,
  loadPeople,
  openTestDatabase,
  proposeStrategy,
  requestApproval,
  strategyInForce,
  type TestDatabase,
} from "@fairdue/store";
import pg from "pg";
import { planBook } from "../apps/fairdue/src/plan/plan-book.ts";
import type { BenchOptions, BenchReport } from "./report.ts";

const on = day("2026-03-10");
const bookId = "bench";

/**
 * The whole planning of a day: features, expected effects, what the gate permits, allocation, work
 * lists written. The baseline reads the same rows from PostgreSQL, and does nothing with them: how
 * much of the time is thought.
 */
export async function run({ scale, progress }: BenchOptions): Promise<BenchReport> {
  const people = Math.max(200, Math.round(100_000 * scale));
  const database = await openTestDatabase();
  try {
    progress(`${people.toLocaleString("en")} overdue cases`);
    await fill(database, people);
    const book = present(await loadBook(database, bookId), "the book");
    const record = present(await strategyInForce(database, { bookId, on }), "the strategy");
    const reading = await timed(() => readAll(database, book.zone));
    progress(`read in ${reading.toFixed(1)} s`);
    const rules = withWishes(rulesOfPacks(packs));
    let gapPpm = 0;
    let treated = 0;
    const planning = await timed(async () => {
      const planned = await planBook(
        { database, book, on, rules, threads: 2, by: "bench", tell: progress },
        record,
      );
      if (planned.kind !== "planned") throw new Error("the budgets are feasible");
      gapPpm = planned.plan.certificate.gapPpm;
      treated = planned.plan.summary.treated.people;
    });
    const limit = Math.max(5, 60 * scale);
    return {
      name: "plan-day",
      baseline: "reading the same people and their contact histories, deciding nothing",
      rows: [
        { label: "read only", perSecond: people / reading, unit: "cases", ratio: 1 },
        {
          label: "plan the day",
          perSecond: people / planning,
          unit: "cases",
          ratio: reading / planning,
          note: `${planning.toFixed(1)} s, ${treated} treated, gap ${gapPpm.toFixed(1)} ppm`,
        },
      ],
      claims: [
        {
          claim: `${people.toLocaleString("en")} cases are planned`,
          target: `at most ${limit} s`,
          measured: Math.round(planning * 10) / 10,
          holds: planning <= limit,
        },
        {
          claim: "the certified gap is small",
          target: "at most 1000 ppm",
          measured: Math.round(gapPpm * 10) / 10,
          holds: treated > 0 && gapPpm <= 1_000,
        },
      ],
    };
  } finally {
    await database.drop();
  }
}

async function timed(work: () => Promise<void>): Promise<number> {
  const began = performance.now();
  await work();
  return (performance.now() - began) / 1000;
}

async function readAll(database: TestDatabase, zone: string): Promise<void> {
  for (let after = ""; ; ) {
    const page = await loadPeople(database, { bookId, on, zone, after, count: 2_000 });
    const last = page.at(-1);
    if (last === undefined) return;
    after = last.borrowerId;
    await loadKnowledge(
      database,
      page.map((it) => ({ borrowerId: it.borrowerId, requestKey: "-" })),
    );
  }
}

/** A book of overdue people with histories, written flat: what is measured is the planning. */
async function fill(database: TestDatabase, people: number): Promise<void> {
  const parsed = parseStrategy(standardStrategy);
  if (!parsed.ok) throw new Error("the standard strategy is one");
  await database.transaction(async (tx) => {
    await createBook(tx, {
      bookId,
      name: { en: "Bench", zh: "基准" },
      currency: present(parseCurrency("CNY"), "CNY"),
      zone: "Asia/Shanghai",
      closedThrough: addDays(on, -1),
    });
    const version = await proposeStrategy(tx, {
      bookId,
      strategyId: "standard",
      declaration: standardStrategy,
      proposedBy: "act_a",
    });
    const approvalId = await requestApproval(tx, {
      kind: "strategy.activate",
      subject: "standard",
      payload: {},
      requestedBy: "act_a",
    });
    await decideApproval(tx, { approvalId, decidedBy: "act_b", decision: "approved", reason: "" });
    const key = { bookId, strategyId: "standard", version };
    await activateStrategy(tx, key, { approvalId, from: addDays(on, -30) });
  });
  const client = new pg.Client({ connectionString: database.ownerUrl });
  await client.connect();
  try {
    for (const text of fillTexts) await client.query(text, text.includes("$1") ? [people] : []);
  } finally {
    await client.end();
  }
}

const fillTexts = [
  `INSERT INTO products (product_id, version, declaration) VALUES ('bench', 1, '{}')`,
  `INSERT INTO borrowers (borrower_id) SELECT 'brw_' || k FROM generate_series(1, $1::int) AS k`,
  `INSERT INTO accounts (borrower_id, account_id, book_id, product_id, product_version, opened_on, as_of,
     next_event_on, seq, status, limit_minor, available_minor, principal_minor, principal_overdue_minor,
     interest_minor, fee_minor, penalty_minor, due_minor, due_on, credit_minor, claim_minor,
     provision_minor, oldest_unpaid_on, bucket, grade, stage, is_non_accrual, interest_numerator,
     interest_slope, penalty_numerator, penalty_slope, state)
   SELECT 'brw_' || k, 'acc_' || k, 'bench', 'bench', 1, '2025-01-01', '2026-03-09', '2026-03-20', 1, 'open',
     1000000, 0, 500000, 0, 0, 0, 0, due, '2026-03-10'::date - dpd, 0, 0, 0, '2026-03-10'::date - dpd,
     1 + dpd / 30, 'normal', 1, false, 0, 0, 0, 0, '{}'
   FROM (SELECT k, 1 + (k::bigint * 7919 % 100)::int AS dpd, 5000 + k::bigint * 104729 % 400000 AS due
     FROM generate_series(1, $1::int) AS k) AS it`,
  `INSERT INTO cases (borrower_id, case_id, book_id, origin, opened_on, debts, overdue_minor, owed_minor,
     oldest_unpaid_on, bucket, dpd_max)
   SELECT borrower_id, replace(borrower_id, 'brw', 'cas'), 'bench', 'overdue', oldest_unpaid_on + 1, 1,
     due_minor, principal_minor, oldest_unpaid_on, bucket, 1 FROM accounts`,
  `INSERT INTO cases (borrower_id, case_id, book_id, origin, opened_on, closed_on, close_reason, dpd_max,
     is_self_cured)
   SELECT borrower_id, replace(borrower_id, 'brw', 'cas') || '-' || n, 'bench', 'overdue', '2025-06-01',
     '2025-06-10'::date + 30 * n, 'paid', 3 + n, true FROM borrowers, generate_series(1, 2) AS n`,
  `INSERT INTO contact_state (borrower_id, book_id) SELECT borrower_id, 'bench' FROM borrowers`,
  `INSERT INTO contact_facts (borrower_id, name, value, source, known_at, leaf_id)
   SELECT borrower_id, f.name, f.value::json, 'bench', '2026-01-01', gen_random_uuid()
   FROM borrowers, (VALUES ('person.region', '"east"'), ('person.zone', '"Asia/Shanghai"'))
     AS f (name, value)`,
  `INSERT INTO contact_events (borrower_id, event_id, at, kind, channel, event, leaf_id)
   SELECT borrower_id, gen_random_uuid(), at, 'attempt', channel, json_build_object('kind', 'attempt',
     'permitId', NULL, 'at', extract(epoch FROM at) * 1000, 'direction', 'out', 'channel', channel,
     'purpose', 'collection', 'role', 'borrower', 'contactPoint', 'phone',
     'accountIds', json_build_array(replace(borrower_id, 'brw', 'acc')), 'agencyId', NULL,
     'outcome', 'unanswered'), gen_random_uuid()
   FROM borrowers, (VALUES ('2026-02-20T03:00:00Z'::timestamptz, 'call'), ('2026-03-01T04:00:00Z', 'sms'))
     AS e (at, channel)`,
  `INSERT INTO contact_rules (book_id, packs, facts, chosen_by)
   VALUES ('bench', '{cn}', '{"lender.kind": "consumer-finance"}', 'bench')`,
  "ANALYZE",
];
