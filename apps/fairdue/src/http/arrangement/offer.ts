import { type offerArrangement, refusal, type Refused } from "@fairdue/api";
import { accepted, addDays, addMonths, type Outcome, present, refused } from "@fairdue/kernel";
import {
  type ArrangementTerms,
  decideWaiver,
  givenUp,
  letterElements,
  sumOfComponents,
  type WaiverRuling,
} from "@fairdue/servicing";
import {
  brokenSince,
  insertArrangement,
  loadArrangement,
  openCaseOf,
  requestApproval,
  type Transaction,
} from "@fairdue/store";
import { noteOnCase, personInBook } from "../../forbearance/person.ts";
import { type OfferDesk, offerDesk, rolesOf, sameTerms } from "../../forbearance/offers.ts";
import { planFault } from "../../law/plan-law.ts";
import type { Asked, Reply } from "../compose/operation.ts";
import type { Shell } from "../compose/shell.ts";
import { arrangementToWire } from "./wire.ts";

type OfferAsked = Asked<typeof offerArrangement>;

/** Makes an offer: by the policy it stands at once; beside the policy a second person decides. */
export async function makeOffer(
  shell: Shell,
  { params, body, actor }: OfferAsked,
  tx: Transaction,
): Promise<Reply<typeof offerArrangement>> {
  const found = await offerDesk(shell, tx, { ...params, worksheetId: body.worksheetId });
  if (!found.ok) return found;
  const desk = found.value;
  const person = await personInBook(shell, tx, {
    borrowerId: params.borrowerId,
    accountIds: [params.accountId],
  });
  if (!person.ok) return refused(refusal("account-not-found"));
  const terms: ArrangementTerms = body.terms;
  const quote = desk.quote(terms);
  if (!quote.ok) return quote;
  const lawful = await lawfulPlan(shell, tx, { borrowerId: params.borrowerId, terms });
  if (!lawful.ok) return lawful;
  const template = desk.made.offers.find((one) => sameTerms(one.terms, terms));
  const brokenBefore = await brokenSince(tx, {
    borrowerId: params.borrowerId,
    from: addMonths(desk.today, -12),
  });
  const isException = template === undefined || brokenBefore >= desk.policy.brokenMax;
  if (isException && body.exception === undefined)
    return refused(
      refusal("offer-not-in-policy", {
        field: "body.terms",
        value: terms.kind,
        expected: "one of the options, or `exception` with its reason",
      }),
    );
  const needs = secondPerson(desk, terms, { isException, roles: rolesOf(actor) });
  if (!needs.ok) return needs;
  const { borrowerId, accountId } = params;
  const { bookId } = desk.account;
  const open = await openCaseOf(tx, { borrowerId, bookId });
  const subject = `${borrowerId}/${accountId}`;
  const approvalId = needs.value
    ? await requestApproval(tx, {
        kind: "waiver.approve",
        subject,
        payload: {
          what: "arrangement",
          borrowerId,
          accountId,
          kind: terms.kind,
          givenUpMinor: quote.value.givenUpMinor,
          owedMinor: quote.value.owed.totalMinor,
          reason: body.exception ?? "",
        },
        requestedBy: actor.actorId,
      })
    : null;
  const made = await insertArrangement(tx, {
    borrowerId,
    accountId,
    bookId,
    caseId: open?.caseId ?? null,
    terms,
    quote: quote.value,
    templateId: isException ? null : template.templateId,
    likeness: desk.made.likeness,
    worksheetId: desk.worksheetId,
    rateBefore: desk.account.state.rate,
    graceDays: desk.policy.graceDays,
    givenUpMinor: quote.value.givenUpMinor,
    approvalId,
    status: approvalId === null ? "offered" : "awaiting-approval",
    offeredOn: desk.today,
    offeredBy: actor.actorId,
    expiresOn: addDays(desk.today, desk.policy.offerDays),
    at: shell.now(),
  });
  await noteOnCase(
    tx,
    { borrowerId, today: desk.today, bookId },
    {
      kind: "arrangement-offered",
      actor: actor.actorId,
      body: { arrangementId: made.arrangementId, kind: terms.kind },
    },
  );
  return accepted(arrangementToWire(present(await loadArrangement(tx, made), "a new offer")));
}

/** Whether a second person must agree; refused where nobody may go so far. */
function secondPerson(
  desk: OfferDesk,
  terms: ArrangementTerms,
  it: { readonly isException: boolean; readonly roles: ReturnType<typeof rolesOf> },
): Outcome<boolean, Refused> {
  const ruling = waiverRuling(desk, terms, it.roles);
  if (ruling.kind === "never")
    return refused(
      refusal("waiver-above-most", {
        field: "body.terms.waive",
        value: String(sumOfComponents(givenUp(terms))),
        expected: `less: above the most in ${ruling.because}`,
      }),
    );
  return accepted(it.isException || ruling.kind === "second-person");
}

export function waiverRuling(
  desk: Pick<OfferDesk, "policy" | "quote">,
  terms: ArrangementTerms,
  roles: ReturnType<typeof rolesOf>,
): WaiverRuling {
  const quote = desk.quote(terms);
  const gives = givenUp(terms);
  return decideWaiver(
    desk.policy,
    {
      givenUpMinor: sumOfComponents(gives),
      principalMinor: gives.principalMinor,
      owedMinor: quote.ok ? quote.value.owed.totalMinor : 0,
    },
    roles,
  );
}

async function lawfulPlan(
  shell: Shell,
  tx: Transaction,
  { borrowerId, terms }: { readonly borrowerId: string; readonly terms: ArrangementTerms },
): Promise<Outcome<null, Refused>> {
  if (terms.kind !== "instalment-plan" && terms.kind !== "re-age") return accepted(null);
  const fault = await planFault(tx, {
    borrowerId,
    months: terms.months,
    elements: letterElements,
    at: shell.now(),
  });
  return fault === undefined
    ? accepted(null)
    : refused(
        refusal("against-plan-law", {
          field: "body.terms.months",
          value: String(terms.months),
          expected: `${fault.rule}: ${fault.says.en}`,
        }),
      );
}
