import { decideApproval, listApprovals, refusal, type Refused } from "@fairdue/api";
import { accepted, type Outcome, present, refused } from "@fairdue/kernel";
import { decideAccess } from "@fairdue/servicing";
import {
  type Approval,
  arrangementOfApproval,
  decideApproval as decideStored,
  listApprovals as storedApprovals,
  loadAccessSubject,
  saveArrangementStatus,
  type Transaction,
} from "@fairdue/store";
import { businessDay } from "../account/view.ts";
import type { Actor } from "../auth/actor.ts";
import { redressIn, carryOutRedress } from "../complaint/redress.ts";
import { answers, type HttpModule, writes } from "../compose/operation.ts";
import type { Shell } from "../compose/shell.ts";
import { at } from "../contact/wire.ts";

/** What waits for a second person: waivers, exceptions and redress above the limit of a role. */
export const approvalModule: HttpModule = {
  name: "approval",
  operations: [
    answers(listApprovals, async ({ database }, { query, actor }) => {
      const all = await storedApprovals(database, { isOpen: query.state === "open", limit: 200 });
      const own = all.filter((it) => it.kind === "waiver.approve");
      return accepted({ items: own.map((it) => toWire(it, actor)) });
    }),
    writes(decideApproval, async (shell, { params, body, actor }, tx) => {
      const decided = await decideStored(tx, {
        approvalId: params.approvalId,
        decidedBy: actor.actorId,
        ...body,
      });
      if (!decided.ok) return refused(refusal(codes[decided.refusal.code]));
      const it = decided.value;
      if (it.kind !== "waiver.approve") return refused(refusal("approval-not-found"));
      if (!(await isWithinReach(shell, tx, { it, actor }))) return refused(refusal("beyond-reach"));
      const done = await carryOut(shell, tx, it);
      return done.ok ? accepted(toWire(it, actor)) : done;
    }),
  ],
};

const codes = {
  unknown: "approval-not-found",
  "own-request": "own-approval",
  "already-decided": "approval-decided",
} as const;

/** A team lead decides on his own team's people only. */
async function isWithinReach(
  shell: Shell,
  tx: Transaction,
  { it, actor }: { readonly it: Approval; readonly actor: Actor },
): Promise<boolean> {
  if (actor.who.kind !== "staff") return true;
  const [borrowerId = ""] = it.subject.split("/");
  return decideAccess(actor.who.staff, "account.waive", {
    epochSeconds: Math.floor(shell.now() / 1000),
    subject: await loadAccessSubject(tx, borrowerId),
  }).ok;
}

/** Does what was approved, or closes what was declined, in the same transaction. */
async function carryOut(
  shell: Shell,
  tx: Transaction,
  it: Approval,
): Promise<Outcome<null, Refused>> {
  const isApproved = it.decision === "approved";
  const actor = present(it.decidedBy, "who decided");
  const redress = redressIn(it.payload);
  if (redress !== undefined)
    return isApproved ? await carryOutRedress(shell, tx, { ...redress, actor }) : accepted(null);
  const waiting = await arrangementOfApproval(tx, it.approvalId);
  if (waiting === undefined) return accepted(null);
  const on = await businessDay(shell, tx, waiting.bookId);
  await saveArrangementStatus(tx, waiting, {
    status: isApproved ? "offered" : "withdrawn",
    on,
    at: shell.now(),
    actor,
  });
  return accepted(null);
}

function toWire(it: Approval, actor: Actor) {
  const asked = typeof it.payload === "object" && it.payload !== null ? { ...it.payload } : {};
  return {
    approvalId: it.approvalId,
    kind: it.kind,
    subject: it.subject,
    asked,
    requestedBy: it.requestedBy,
    requestedAt: at(it.requestedAt),
    decidedBy: it.decidedBy,
    decidedAt: it.decidedAt === null ? null : at(it.decidedAt),
    decision: it.decision,
    reason: it.reason,
    isOwn: it.requestedBy === actor.actorId,
  };
}
