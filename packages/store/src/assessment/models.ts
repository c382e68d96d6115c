import { type LoadedModel, parseModel } from "@fairdue/assess";
import { assert, type EpochDay, formatProblem } from "@fairdue/kernel";
import type { ModelRole, ModelUse } from "@fairdue/servicing";
import { logLeaf, nobody } from "../log/leaves.ts";
import { dateOf, type Row, type Sql, type Transaction } from "../sql/database.ts";
import { dayIn, instantIn, integerIn, nullable, textIn } from "../sql/row.ts";

export type RegisteredModel = {
  readonly checksum: string;
  readonly name: string;
  readonly kind: string;
  readonly registeredBy: string;
  readonly registeredAt: number;
};

/** Puts a model file on record; the same file twice is one. */
export async function registerModel(
  tx: Transaction,
  it: { readonly loaded: LoadedModel; readonly artefact: string; readonly by: string },
): Promise<void> {
  const { checksum, model } = it.loaded;
  await tx.rows(
    `INSERT INTO models (checksum, name, kind, artefact, registered_by) VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT DO NOTHING`,
    [checksum, model.name, model.kind, it.artefact, it.by],
  );
}

export async function listModels(sql: Sql): Promise<readonly RegisteredModel[]> {
  const rows = await sql.rows(
    `SELECT checksum, name, kind, registered_by, registered_at FROM models
     ORDER BY registered_at DESC, checksum`,
  );
  return rows.map((row) => ({
    checksum: textIn(row, "checksum"),
    name: textIn(row, "name"),
    kind: textIn(row, "kind"),
    registeredBy: textIn(row, "registered_by"),
    registeredAt: instantIn(row, "registered_at"),
  }));
}

const loadedModels = new Map<string, LoadedModel>();

/** A model by its checksum, read once per process: it never changes. */
export async function loadModel(sql: Sql, checksum: string): Promise<LoadedModel | undefined> {
  const known = loadedModels.get(checksum);
  if (known !== undefined) return known;
  const [row] = await sql.named("model-load", "SELECT artefact FROM models WHERE checksum = $1", [
    checksum,
  ]);
  if (row === undefined) return undefined;
  const read = parseModel(textIn(row, "artefact"));
  assert(
    read.ok,
    `a model on record: ${read.ok ? "" : read.refusal.map(formatProblem).join("; ")}`,
  );
  loadedModels.set(checksum, read.value);
  return read.value;
}

export type ModelChange = ModelRole & {
  readonly kind: "activate" | "challenge" | "rollback";
  readonly requestedBy: string;
  readonly approvedBy: string;
  readonly reason: string;
  readonly at: number;
};

/** The role in force; `undefined` while no model was ever activated. */
export async function loadModelRole(
  sql: Sql,
  it: { readonly bookId: string; readonly use: ModelUse },
): Promise<ModelChange | undefined> {
  const rows = await sql.named(
    "model-role",
    `SELECT * FROM model_changes WHERE book_id = $1 AND use = $2 ORDER BY change_no DESC LIMIT 1`,
    [it.bookId, it.use],
  );
  return rows.map(changeOf)[0];
}

/** Every change, the newest first. */
export async function listModelChanges(sql: Sql, bookId: string): Promise<readonly ModelChange[]> {
  const rows = await sql.rows(
    "SELECT * FROM model_changes WHERE book_id = $1 ORDER BY at DESC, change_no DESC",
    [bookId],
  );
  return rows.map(changeOf);
}

/** Appends a change that two persons have agreed on, and logs it. */
export async function changeModel(
  tx: Transaction,
  it: Omit<ModelChange, "changeNo">,
): Promise<ModelChange> {
  const [row] = await tx.rows(
    `INSERT INTO model_changes (book_id, use, change_no, kind, champion, challenger, split_ppm,
       requested_by, approved_by, reason, at)
     SELECT $1, $2, coalesce(max(change_no), 0) + 1, $3, $4, $5, $6, $7, $8, $9, $10
     FROM model_changes WHERE book_id = $1 AND use = $2 RETURNING *`,
    [
      it.bookId,
      it.use,
      it.kind,
      it.champion,
      it.challenger,
      it.splitPpm,
      it.requestedBy,
      it.approvedBy,
      it.reason,
      new Date(it.at).toISOString(),
    ],
  );
  assert(row !== undefined, "a change is inserted");
  const { bookId, use, kind, champion, challenger, splitPpm, requestedBy, approvedBy } = it;
  const change = { bookId, use, kind, champion, challenger: challenger ?? "", splitPpm };
  await logLeaf(tx, {
    borrowerId: nobody,
    kind: "model.changed",
    at: it.at,
    values: { change, by: { requestedBy, approvedBy } },
  });
  return changeOf(row);
}

function changeOf(row: Row): ModelChange {
  return {
    bookId: textIn(row, "book_id"),
    use: textIn(row, "use") as ModelUse,
    changeNo: integerIn(row, "change_no"),
    kind: textIn(row, "kind") as ModelChange["kind"],
    champion: textIn(row, "champion"),
    challenger: nullable(row, "challenger", textIn),
    splitPpm: integerIn(row, "split_ppm"),
    requestedBy: textIn(row, "requested_by"),
    approvedBy: textIn(row, "approved_by"),
    reason: textIn(row, "reason"),
    at: instantIn(row, "at"),
  };
}

export type ModelWatch = {
  readonly bookId: string;
  readonly use: ModelUse;
  readonly watchedOn: EpochDay;
  readonly model: string;
  readonly report: unknown;
  readonly alarms: number;
};

export async function saveModelWatch(tx: Transaction, it: ModelWatch): Promise<void> {
  await tx.rows(
    `INSERT INTO model_watches (book_id, use, watched_on, model, report, alarms)
     VALUES ($1, $2, $3, $4, $5, $6)
     ON CONFLICT (book_id, use, watched_on, model)
       DO UPDATE SET report = excluded.report, alarms = excluded.alarms`,
    [it.bookId, it.use, dateOf(it.watchedOn), it.model, JSON.stringify(it.report), it.alarms],
  );
}

/** The last watches of a book, the newest first. */
export async function listModelWatches(
  sql: Sql,
  it: { readonly bookId: string; readonly limit: number },
): Promise<readonly ModelWatch[]> {
  const rows = await sql.rows(
    `SELECT * FROM model_watches WHERE book_id = $1 ORDER BY watched_on DESC, use, model LIMIT $2`,
    [it.bookId, it.limit],
  );
  return rows.map((row) => ({
    bookId: textIn(row, "book_id"),
    use: textIn(row, "use") as ModelUse,
    watchedOn: dayIn(row, "watched_on"),
    model: textIn(row, "model"),
    report: row["report"],
    alarms: integerIn(row, "alarms"),
  }));
}
