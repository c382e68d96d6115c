import { randomUUID } from "node:crypto";
import type { EpochDay } from "@fairdue/kernel";
import type { DayPlan, PlanCertificate, PlanSummary, WorkItem } from "@fairdue/servicing";
import { followSubjects } from "../case/subjects.ts";
import { columnReads, columnText } from "../sql/column.ts";
import { dateOf, type Row, type Sql, type Transaction } from "../sql/database.ts";
import { dayIn, instantIn, integerIn, nullable, textIn, truthIn } from "../sql/row.ts";

export type PlanKey = {
  readonly bookId: string;
  readonly on: EpochDay;
  readonly strategyId: string;
  readonly version: number;
};

export type PlanOnRecord = PlanKey & {
  readonly planId: string;
  readonly isCurrent: boolean;
  readonly plannedAt: number;
  readonly plannedBy: string;
  readonly seconds: number;
  readonly summary: PlanSummary;
  readonly certificate: PlanCertificate;
};

const columns = `plan_id, book_id, plan_on, strategy_id, strategy_version, is_current, planned_at,
  planned_by, seconds, summary, certificate`;

export async function loadPlan(sql: Sql, key: PlanKey): Promise<PlanOnRecord | undefined> {
  const [row] = await sql.rows(
    `SELECT ${columns} FROM plans
     WHERE book_id = $1 AND plan_on = $2 AND strategy_id = $3 AND strategy_version = $4`,
    [key.bookId, dateOf(key.on), key.strategyId, key.version],
  );
  return row && planOf(row);
}

/** The plan that counts on a day. */
export async function currentPlan(
  sql: Sql,
  it: { readonly bookId: string; readonly on: EpochDay },
): Promise<PlanOnRecord | undefined> {
  const [row] = await sql.named(
    "plan-current",
    `SELECT ${columns} FROM plans WHERE book_id = $1 AND plan_on = $2 AND is_current`,
    [it.bookId, dateOf(it.on)],
  );
  return row && planOf(row);
}

export async function listPlans(sql: Sql, bookId: string): Promise<readonly PlanOnRecord[]> {
  const rows = await sql.rows(
    `SELECT ${columns} FROM plans WHERE book_id = $1 ORDER BY plan_on DESC, planned_at DESC LIMIT 100`,
    [bookId],
  );
  return rows.map(planOf);
}

/**
 * Writes a plan whole, once: a second planner of the same day and version finds the first one's, and
 * one that died left nothing. People who paid while it was computed are left out. The cases move to
 * the queues that the plan puts them in, with the reach that goes with them.
 */
export async function savePlan(
  tx: Transaction,
  key: PlanKey,
  it: { readonly plan: DayPlan; readonly by: string; readonly seconds: number },
): Promise<{ readonly planId: string; readonly isKnown: boolean }> {
  await tx.rows("SELECT pg_advisory_xact_lock(hashtextextended('plan ' || $1, 0))", [key.bookId]);
  const known = await loadPlan(tx, key);
  if (known !== undefined) return { planId: known.planId, isKnown: true };
  const planId = randomUUID();
  await tx.rows(
    "UPDATE plans SET is_current = false WHERE book_id = $1 AND plan_on = $2 AND is_current",
    [key.bookId, dateOf(key.on)],
  );
  await tx.rows(
    `INSERT INTO plans (plan_id, book_id, plan_on, strategy_id, strategy_version, is_current,
       planned_by, seconds, summary, certificate)
     VALUES ($1, $2, $3, $4, $5, true, $6, $7, $8, $9)`,
    [
      planId,
      key.bookId,
      dateOf(key.on),
      key.strategyId,
      key.version,
      it.by,
      it.seconds,
      JSON.stringify(it.plan.summary),
      JSON.stringify(it.plan.certificate),
    ],
  );
  const { items } = it.plan;
  for (let from = 0; from < items.length; from += pageSize)
    await insertItems(tx, { planId, key }, items.slice(from, from + pageSize));
  await moveCases(tx, { planId, key });
  return { planId, isKnown: false };
}

const pageSize = 10_000;

type Planned = { readonly planId: string; readonly key: PlanKey };

async function insertItems(
  tx: Transaction,
  { planId, key }: Planned,
  items: readonly WorkItem[],
): Promise<void> {
  const text = (value: object | null): string | null => value && JSON.stringify(value);
  await tx.named("work-items-insert", insertText, [
    planId,
    key.bookId,
    dateOf(key.on),
    columnText(items.map((it) => it.borrowerId)),
    columnText(items.map((it) => it.caseId)),
    columnText(items.map((it) => it.segmentId)),
    columnText(items.map((it) => it.armId)),
    columnText(items.map((it) => it.queueId)),
    columnText(items.map((it) => it.teamId)),
    columnText(items.map((it) => it.because)),
    columnText(items.map((it) => it.treatmentId)),
    columnText(items.map((it) => it.channel)),
    columnText(items.map((it) => it.templateId)),
    columnText(items.map((it) => it.position)),
    columnText(
      items.map((it) => (it.notBefore === null ? null : new Date(it.notBefore).toISOString())),
    ),
    columnText(items.map((it) => text(it.step))),
    columnText(items.map((it) => text(it.words))),
    columnText(items.map((it) => JSON.stringify(it.reason))),
    columnText(items.map((it) => it.overdueMinor)),
    columnText(items.map((it) => it.expectedMinor)),
    columnText(items.map((it) => it.costMinor)),
    columnText(items.map((it) => it.minutes)),
    columnText(items.map((it) => it.harm)),
    columnText(items.map((it) => it.complaintPpm)),
    columnText(items.map((it) => it.isDataThin)),
  ]);
}

const itemColumns = `borrower_id, case_id, segment_id, arm_id, queue_id, team_id, because, treatment_id,
  channel, template_id, position, not_before, step, words, reason, overdue_minor, expected_minor,
  cost_minor, minutes, harm, complaint_ppm, is_data_thin`;

const itemTypes = [
  ...Array.from({ length: 10 }, () => "text"),
  "int",
  "timestamptz",
  "json",
  "json",
  "json",
  "bigint",
  "bigint",
  "bigint",
  "int",
  "int",
  "int",
  "boolean",
];

const insertText = `
INSERT INTO work_items (plan_id, book_id, plan_on, ${itemColumns})
SELECT $1, $2, $3, ${itemColumns
  .split(/,\s*/)
  .map((it) => `i.${it}`)
  .join(", ")}
FROM UNNEST(${columnReads(itemTypes, 4)}) AS i (${itemColumns})
JOIN cases AS c ON c.borrower_id = i.borrower_id AND c.case_id = i.case_id AND c.closed_on IS NULL`;

/** Cases follow the plan into queues and teams; whoever owns one of another team lets go of it. */
async function moveCases(tx: Transaction, { planId, key }: Planned): Promise<void> {
  const rows = await tx.rows(
    `WITH moved AS (
       UPDATE cases AS c SET queue_id = w.queue_id, team_id = w.team_id,
         owner_id = CASE WHEN c.team_id = w.team_id THEN c.owner_id END
       FROM work_items AS w
       WHERE w.plan_id = $1 AND c.borrower_id = w.borrower_id AND c.case_id = w.case_id
         AND c.agency_id IS NULL AND w.queue_id IS NOT NULL
         AND (c.queue_id, c.team_id) IS DISTINCT FROM (w.queue_id, w.team_id)
       RETURNING c.borrower_id, c.case_id, c.queue_id, c.team_id)
     INSERT INTO case_events (borrower_id, case_id, booked_on, kind, actor, body)
     SELECT borrower_id, case_id, $2, 'placed', 'plan',
       json_build_object('queueId', queue_id, 'teamId', team_id, 'planId', $1::text)
     FROM moved RETURNING borrower_id`,
    [planId, dateOf(key.on)],
  );
  await followSubjects(
    tx,
    rows.map((row) => textIn(row, "borrower_id")),
  );
}

function planOf(row: Row): PlanOnRecord {
  return {
    planId: textIn(row, "plan_id"),
    bookId: textIn(row, "book_id"),
    on: dayIn(row, "plan_on"),
    strategyId: textIn(row, "strategy_id"),
    version: integerIn(row, "strategy_version"),
    isCurrent: truthIn(row, "is_current"),
    plannedAt: instantIn(row, "planned_at"),
    plannedBy: textIn(row, "planned_by"),
    seconds: Number(row["seconds"]),
    summary: row["summary"] as PlanSummary,
    certificate: row["certificate"] as PlanCertificate,
  };
}

export type WorkItemOnRecord = Omit<WorkItem, "harm" | "complaintPpm"> & {
  readonly planId: string;
  /** `gone`: the case has ended since; `done`: an outcome is on record. */
  readonly status: "open" | "done" | "gone";
};

export type WorkListWanted = {
  readonly planId: string;
  readonly queueId?: string | undefined;
  readonly after: { readonly queueId: string; readonly position: number } | null;
  readonly count: number;
};

const shownColumns = `w.plan_id, w.borrower_id, w.case_id, w.segment_id, w.arm_id, w.queue_id, w.team_id,
  w.because, w.treatment_id, w.channel, w.template_id, w.position, w.not_before, w.step, w.words,
  w.reason, w.overdue_minor, w.expected_minor, w.cost_minor, w.minutes, w.is_data_thin,
  CASE WHEN c.closed_on IS NOT NULL THEN 'gone'
    WHEN EXISTS (SELECT FROM case_events AS e WHERE e.borrower_id = w.borrower_id
      AND e.case_id = w.case_id AND e.kind = 'result' AND e.booked_on = w.plan_on) THEN 'done'
    ELSE 'open' END AS status`;

/** The lists of a plan, queue by queue in their order. */
export async function loadWorkList(
  sql: Sql,
  it: WorkListWanted,
): Promise<readonly WorkItemOnRecord[]> {
  const rows = await sql.rows(
    `SELECT ${shownColumns} FROM work_items AS w JOIN cases AS c USING (borrower_id, case_id)
     WHERE w.plan_id = $1 AND w.treatment_id IS NOT NULL AND ($2::text IS NULL OR w.queue_id = $2)
       AND ($3::text IS NULL OR (w.queue_id, w.position) > ($3, $4::int))
     ORDER BY w.queue_id, w.position LIMIT $5`,
    [
      it.planId,
      it.queueId ?? null,
      it.after?.queueId ?? null,
      it.after?.position ?? null,
      it.count,
    ],
  );
  return rows.map(itemOf);
}

/** The step of a person in the plan that counts on a day. */
export async function loadWorkItem(
  sql: Sql,
  it: { readonly borrowerId: string; readonly planId: string },
): Promise<WorkItemOnRecord | undefined> {
  const [row] = await sql.named(
    "work-item",
    `SELECT ${shownColumns} FROM work_items AS w JOIN cases AS c USING (borrower_id, case_id)
     WHERE w.borrower_id = $1 AND w.plan_id = $2`,
    [it.borrowerId, it.planId],
  );
  return row && itemOf(row);
}

function itemOf(row: Row): WorkItemOnRecord {
  return {
    planId: textIn(row, "plan_id"),
    borrowerId: textIn(row, "borrower_id"),
    caseId: textIn(row, "case_id"),
    segmentId: nullable(row, "segment_id", textIn),
    armId: nullable(row, "arm_id", textIn),
    queueId: nullable(row, "queue_id", textIn),
    teamId: nullable(row, "team_id", textIn),
    because: textIn(row, "because") as WorkItem["because"],
    treatmentId: nullable(row, "treatment_id", textIn),
    channel: nullable(row, "channel", textIn),
    templateId: nullable(row, "template_id", textIn),
    position: nullable(row, "position", integerIn),
    notBefore: nullable(row, "not_before", instantIn),
    step: (row["step"] ?? null) as WorkItem["step"],
    words: (row["words"] ?? null) as WorkItem["words"],
    reason: row["reason"] as WorkItem["reason"],
    overdueMinor: integerIn(row, "overdue_minor"),
    expectedMinor: integerIn(row, "expected_minor"),
    costMinor: integerIn(row, "cost_minor"),
    minutes: integerIn(row, "minutes"),
    isDataThin: truthIn(row, "is_data_thin"),
    status: textIn(row, "status") as WorkItemOnRecord["status"],
  };
}
