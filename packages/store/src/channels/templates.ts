import { accepted, type Outcome, refused } from "@fairdue/kernel";
import type { Plain } from "@fairdue/proof";
import type { Template } from "@fairdue/servicing";
import { logLeaf, nobody } from "../log/leaves.ts";
import type { Row, Sql, Transaction } from "../sql/database.ts";
import { instantIn, integerIn, nullable, textIn, truthIn } from "../sql/row.ts";

export type TemplateOnRecord = {
  readonly template: Template;
  readonly author: string;
  readonly writtenAt: number;
  readonly inspection: Plain;
  readonly isLawful: boolean;
  readonly approval: { readonly approver: string; readonly approvedAt: number } | null;
  readonly retiredAt: number | null;
};

/** Writes the next version of a template; answers with its number. */
export async function saveTemplate(
  tx: Transaction,
  it: {
    readonly template: Omit<Template, "version">;
    readonly author: string;
    readonly inspection: Plain;
    readonly isLawful: boolean;
    readonly at: number;
  },
): Promise<number> {
  const { templateId } = it.template;
  await tx.rows("SELECT pg_advisory_xact_lock(hashtextextended('template ' || $1, 0))", [
    templateId,
  ]);
  const [last] = await tx.rows(
    "SELECT coalesce(max(version), 0)::int AS version FROM templates WHERE template_id = $1",
    [templateId],
  );
  const version = (last === undefined ? 0 : integerIn(last, "version")) + 1;
  const template = { ...it.template, version };
  const leafId = await logLeaf(tx, {
    borrowerId: nobody,
    kind: "template.written",
    at: it.at,
    values: { template: JSON.parse(JSON.stringify(template)), author: it.author },
  });
  await tx.rows(
    `INSERT INTO templates (template_id, version, template, author, inspection, is_lawful, leaf_id)
     VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [
      templateId,
      version,
      JSON.stringify(template),
      it.author,
      JSON.stringify(it.inspection),
      it.isLawful,
      leafId,
    ],
  );
  return version;
}

export type NotApproved =
  | { readonly code: "template-unknown" }
  | { readonly code: "template-by-same-person" }
  | { readonly code: "template-objected" }
  | { readonly code: "template-approved-before" };

/** A second person approves a version: then, and only then, it may be sent. */
export async function approveTemplate(
  tx: Transaction,
  it: {
    readonly templateId: string;
    readonly version: number;
    readonly approver: string;
    readonly at: number;
  },
): Promise<Outcome<null, NotApproved>> {
  const known = await loadTemplate(tx, it.templateId, it.version);
  if (known === undefined) return refused({ code: "template-unknown" });
  if (known.author === it.approver) return refused({ code: "template-by-same-person" });
  if (!known.isLawful) return refused({ code: "template-objected" });
  if (known.approval !== null) return refused({ code: "template-approved-before" });
  const leafId = await logLeaf(tx, {
    borrowerId: nobody,
    kind: "template.approved",
    at: it.at,
    values: { approval: { templateId: it.templateId, version: it.version, approver: it.approver } },
  });
  await tx.rows(
    `INSERT INTO template_approvals (template_id, version, author, approver, leaf_id)
     VALUES ($1, $2, $3, $4, $5)`,
    [it.templateId, it.version, known.author, it.approver, leafId],
  );
  return accepted(null);
}

export async function retireTemplate(
  tx: Transaction,
  it: {
    readonly templateId: string;
    readonly version: number;
    readonly by: string;
    readonly reason: string;
  },
): Promise<boolean> {
  const rows = await tx.rows(
    `INSERT INTO template_retirements (template_id, version, retired_by, reason)
     SELECT template_id, version, $3, $4 FROM templates WHERE template_id = $1 AND version = $2
     ON CONFLICT DO NOTHING RETURNING version`,
    [it.templateId, it.version, it.by, it.reason],
  );
  return rows.length > 0;
}

const selectTemplates = `SELECT t.*, a.approver, a.approved_at, r.retired_at FROM templates AS t
  LEFT JOIN template_approvals AS a ON a.template_id = t.template_id AND a.version = t.version
  LEFT JOIN template_retirements AS r ON r.template_id = t.template_id AND r.version = t.version`;

export async function loadTemplate(
  sql: Sql,
  templateId: string,
  version: number,
): Promise<TemplateOnRecord | undefined> {
  const [row] = await sql.rows(`${selectTemplates} WHERE t.template_id = $1 AND t.version = $2`, [
    templateId,
    version,
  ]);
  return row && templateOf(row);
}

/** The version in use: the newest that is approved and not retired. */
export async function loadTemplateInUse(
  sql: Sql,
  templateId: string,
): Promise<TemplateOnRecord | undefined> {
  const [row] = await sql.rows(
    `${selectTemplates} WHERE t.template_id = $1 AND a.approver IS NOT NULL AND r.retired_at IS NULL
     ORDER BY t.version DESC LIMIT 1`,
    [templateId],
  );
  return row && templateOf(row);
}

export async function loadTemplates(sql: Sql): Promise<readonly TemplateOnRecord[]> {
  const rows = await sql.rows(`${selectTemplates} ORDER BY t.template_id, t.version`);
  return rows.map(templateOf);
}

function templateOf(row: Row): TemplateOnRecord {
  const approver = nullable(row, "approver", textIn);
  return {
    template: row["template"] as Template,
    author: textIn(row, "author"),
    writtenAt: instantIn(row, "written_at"),
    inspection: row["inspection"] as Plain,
    isLawful: truthIn(row, "is_lawful"),
    approval: approver === null ? null : { approver, approvedAt: instantIn(row, "approved_at") },
    retiredAt: nullable(row, "retired_at", instantIn),
  };
}
