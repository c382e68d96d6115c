import { refusal, type Refused } from "@fairdue/api";
import { accepted, type Outcome, refused } from "@fairdue/kernel";
import { type CreditPolicy, type ModelUse, parseCreditPolicy } from "@fairdue/servicing";
import {
  type Approval,
  changeModel,
  decideApproval,
  listModelChanges,
  loadModel,
  loadModelRole,
  requestApproval,
  saveCreditPolicy,
  type Sql,
  type Transaction,
} from "@fairdue/store";

/** What two persons agree on: another model, or another policy. */
export type AskedModelChange = {
  readonly bookId: string;
  readonly use: ModelUse;
  readonly kind: "activate" | "challenge" | "rollback";
  readonly model: string | null;
  readonly splitPpm: number;
  readonly reason: string;
};

type Change = {
  readonly champion: string;
  readonly challenger: string | null;
  readonly splitPpm: number;
};

/** What the change would leave in force; refused where there is nothing to change from or to. */
export async function changeOf(sql: Sql, it: AskedModelChange): Promise<Outcome<Change, Refused>> {
  const role = await loadModelRole(sql, it);
  if (it.kind === "rollback") {
    const before = await championBefore(sql, it);
    return before === undefined
      ? refused(refusal("nothing-to-roll-back"))
      : accepted({ champion: before, challenger: null, splitPpm: 0 });
  }
  if (it.model === null || (await loadModel(sql, it.model)) === undefined)
    return refused(refusal("model-not-found"));
  if (it.kind === "activate")
    return accepted({ champion: it.model, challenger: null, splitPpm: 0 });
  if (role === undefined || role.champion === it.model) return refused(refusal("model-not-active"));
  return accepted({ champion: role.champion, challenger: it.model, splitPpm: it.splitPpm });
}

/** The last champion other than the one in force; undoing twice does not come back to it. */
async function championBefore(sql: Sql, it: AskedModelChange): Promise<string | undefined> {
  const changes = (await listModelChanges(sql, it.bookId)).filter((one) => one.use === it.use);
  const stack: string[] = [];
  for (const one of [...changes].sort((a, b) => a.changeNo - b.changeNo))
    if (one.kind === "rollback") stack.pop();
    else if (stack.at(-1) !== one.champion) stack.push(one.champion);
  return stack.at(-2);
}

/** Asks a second person, after making sure that the change could be made now. */
export async function askForChange(
  tx: Transaction,
  it: AskedModelChange & { readonly by: string },
): Promise<Outcome<string, Refused>> {
  const { by, ...change } = it;
  const possible = await changeOf(tx, change);
  if (!possible.ok) return possible;
  const subject = `${it.bookId} ${it.use}`;
  return accepted(
    await requestApproval(tx, {
      kind: "model.activate",
      subject,
      payload: change,
      requestedBy: by,
    }),
  );
}

export async function askForPolicy(
  tx: Transaction,
  it: { readonly bookId: string; readonly policy: unknown; readonly by: string },
): Promise<Outcome<string, Refused>> {
  const read = parseCreditPolicy(it.policy);
  if (!read.ok)
    return refused(
      refusal(
        "invalid-request",
        ...read.refusal.map((one) => ({ ...one, field: `body.${one.field}` })),
      ),
    );
  const { bookId } = it;
  const payload = { bookId, policy: read.value };
  const subject = `${bookId} credit policy`;
  return accepted(
    await requestApproval(tx, { kind: "strategy.activate", subject, payload, requestedBy: it.by }),
  );
}

/** A second person's answer; what is approved is done in the same transaction. */
export async function decideOnChange(
  tx: Transaction,
  it: {
    readonly bookId: string;
    readonly approvalId: string;
    readonly by: string;
    readonly decision: "approved" | "declined";
    readonly reason: string;
    readonly at: number;
  },
): Promise<Outcome<"approved" | "declined", Refused>> {
  const decided = await decideApproval(tx, { ...it, decidedBy: it.by });
  if (!decided.ok) return refused(refusal(codeOf[decided.refusal.code]));
  const approval = decided.value;
  if (!approval.subject.startsWith(`${it.bookId} `)) return refused(refusal("change-not-found"));
  if (it.decision === "declined") return accepted("declined");
  const done =
    approval.kind === "model.activate"
      ? await carryOutModel(tx, approval, it)
      : await carryOutPolicy(tx, approval, it);
  return done.ok ? accepted("approved") : done;
}

const codeOf = {
  unknown: "change-not-found",
  "own-request": "own-change",
  "already-decided": "change-decided",
} as const;

type Decided = { readonly by: string; readonly at: number; readonly reason: string };

async function carryOutModel(
  tx: Transaction,
  approval: Approval,
  it: Decided,
): Promise<Outcome<null, Refused>> {
  const asked = approval.payload as AskedModelChange;
  const change = await changeOf(tx, asked);
  if (!change.ok) return change;
  await changeModel(tx, {
    ...change.value,
    bookId: asked.bookId,
    use: asked.use,
    kind: asked.kind,
    requestedBy: approval.requestedBy,
    approvedBy: it.by,
    reason: asked.reason,
    at: it.at,
  });
  return accepted(null);
}

async function carryOutPolicy(
  tx: Transaction,
  approval: Approval,
  it: Decided,
): Promise<Outcome<null, Refused>> {
  const { bookId, policy } = approval.payload as { bookId: string; policy: CreditPolicy };
  const saved = await saveCreditPolicy(tx, {
    bookId,
    policy,
    declaredBy: approval.requestedBy,
    approvedBy: it.by,
    at: it.at,
  });
  return saved === "saved" ? accepted(null) : refused(refusal("change-decided"));
}
