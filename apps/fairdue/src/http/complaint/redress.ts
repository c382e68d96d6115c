import { refusal, type Refused } from "@fairdue/api";
import { accepted, type Outcome, parseId, refused } from "@fairdue/kernel";
import { type ComponentSum, decideWaiver, sumOfComponents, waived } from "@fairdue/servicing";
import {
  insertComplaintEvent,
  loadAccount,
  lockComplaint,
  payoffOn,
  requestApproval,
  saveComplaint,
  type Transaction,
} from "@fairdue/store";
import { bookAll } from "../../forbearance/settle.ts";
import { policyOn, rolesOf } from "../../forbearance/offers.ts";
import { businessDay } from "../account/view.ts";
import type { Actor } from "../auth/actor.ts";
import type { Shell } from "../compose/shell.ts";

export type Redress = {
  readonly borrowerId: string;
  readonly complaintId: string;
  readonly accountId: string;
  readonly amounts: ComponentSum;
  readonly reason: string;
};

/** Within the limit of the role it is booked at once; above it a second person is asked. */
export async function redress(
  shell: Shell,
  tx: Transaction,
  it: Redress & { readonly by: Actor },
): Promise<Outcome<{ readonly approvalId: string | null }, Refused>> {
  const borrowerId = parseId("Borrower", it.borrowerId);
  const accountId = parseId("Account", it.accountId);
  const account =
    borrowerId && accountId && (await loadAccount(tx, shell.products, { borrowerId, accountId }));
  if (!account) return refused(refusal("account-not-found"));
  const on = await businessDay(shell, tx, account.bookId);
  const owed = payoffOn(account, on);
  const tooMuch = (["principalMinor", "interestMinor", "feeMinor", "penaltyMinor"] as const).find(
    (part) => it.amounts[part] > owed[part],
  );
  const givenUpMinor = sumOfComponents(it.amounts);
  if (tooMuch !== undefined || givenUpMinor === 0) {
    const field = tooMuch ?? "feeMinor";
    const expected = tooMuch ? `at most what is owed, ${owed[tooMuch]}` : "some amount above zero";
    const value = String(it.amounts[field]);
    return refused(refusal("invalid-request", { field: `body.${field}`, value, expected }));
  }
  const policy = await policyOn(tx, account.bookId, on);
  const { principalMinor } = it.amounts;
  const asked = { givenUpMinor, principalMinor, owedMinor: owed.totalMinor };
  const ruling = decideWaiver(policy, asked, rolesOf(it.by));
  const { by, ...plain } = it;
  if (ruling.kind === "never")
    return refused(
      refusal("waiver-above-most", {
        field: "body",
        value: String(givenUpMinor),
        expected: `less: above the most in ${ruling.because}`,
      }),
    );
  if (ruling.kind === "second-person") {
    const approvalId = await requestApproval(tx, {
      kind: "waiver.approve",
      subject: `${it.borrowerId}/${it.accountId}`,
      payload: { what: "redress", ...plain, givenUpMinor, owedMinor: owed.totalMinor },
      requestedBy: by.actorId,
    });
    await insertComplaintEvent(tx, it, {
      at: shell.now(),
      kind: "redress-asked",
      actor: by.actorId,
      body: { approvalId, givenUpMinor, accountId: it.accountId },
    });
    return accepted({ approvalId });
  }
  const done = await carryOutRedress(shell, tx, { ...plain, actor: by.actorId });
  return done.ok ? accepted({ approvalId: null }) : done;
}

/** Posts redress to account and ledger by the engine's command, and to the complaint's record. */
export async function carryOutRedress(
  shell: Shell,
  tx: Transaction,
  it: Redress & { readonly actor: string },
): Promise<Outcome<null, Refused>> {
  const found = await lockComplaint(tx, it);
  if (found === undefined) return refused(refusal("complaint-not-found"));
  const borrowerId = parseId("Borrower", it.borrowerId);
  const accountId = parseId("Account", it.accountId);
  const account =
    borrowerId && accountId && (await loadAccount(tx, shell.products, { borrowerId, accountId }));
  if (!account) return refused(refusal("account-not-found"));
  const fact = waived(it.amounts, `redress ${it.complaintId}`);
  const booked = await bookAll(shell, tx, { ...it, bookId: account.bookId, facts: [fact] });
  if (!booked.ok) return booked;
  const givenUpMinor = sumOfComponents(it.amounts);
  await saveComplaint(tx, it, { redressMinor: found.redressMinor + givenUpMinor });
  await insertComplaintEvent(tx, it, {
    at: shell.now(),
    kind: "redressed",
    actor: it.actor,
    body: { accountId: it.accountId, givenUpMinor, amounts: { ...it.amounts } },
  });
  return accepted(null);
}

/** The redress that an approval's payload asks for; undefined for other things. */
export function redressIn(payload: unknown): Redress | undefined {
  if (typeof payload !== "object" || payload === null) return undefined;
  return Reflect.get(payload, "what") === "redress" ? (payload as Redress) : undefined;
}
