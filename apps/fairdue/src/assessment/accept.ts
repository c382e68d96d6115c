import { refusal, type Refused } from "@fairdue/api";
import type { Product } from "@fairdue/credit";
import {
  accepted,
  type AccountId,
  type EpochDay,
  formatDay,
  minor,
  type Outcome,
  parseId,
  present,
  refused,
} from "@fairdue/kernel";
import { askLaw, type DecisionInput, type LawAnswer } from "@fairdue/servicing";
import {
  acceptOffer,
  type Book,
  giveConsent,
  loadAccount,
  loadDecision,
  lockOffer,
  logLeaf,
  type Transaction,
} from "@fairdue/store";
import { randomUUID } from "node:crypto";
import { bookFact } from "../http/command/book-fact.ts";
import type { Shell } from "../http/compose/shell.ts";
import { benchThen } from "./bench.ts";
import { disclosureOf } from "./disclosure.ts";

export type Acceptance = {
  readonly borrowerId: `brw_${string}`;
  readonly decisionId: string;
  readonly costStatementVersion: string;
  readonly contractVersion: string;
  readonly readSeconds: number;
  readonly dueDay: number | undefined;
  readonly accountId: AccountId | undefined;
};

type Opened = { readonly accountId: string; readonly limitMinor: number; readonly rate: number };

/**
 * Accepts an offer: the law of contracts is asked with the cost as shown and the time it was read,
 * the consents are kept by version, and the account opens, all in one transaction.
 */
export async function acceptCredit(
  shell: Shell,
  tx: Transaction,
  it: Acceptance & { readonly bookOf: (bookId: string) => Promise<{ book: Book; on: EpochDay }> },
): Promise<Outcome<Opened, Refused>> {
  const decision = await loadDecision(tx, shell.vault, it);
  if (decision === undefined) return refused(refusal("decision-not-found"));
  const offer = await lockOffer(tx, it);
  if (offer === undefined || offer.accountId !== null) return refused(refusal("no-offer"));
  const { book, on } = await it.bookOf(decision.bookId);
  if (offer.expiresOn < on)
    return refused(
      refusal("offer-expired", {
        field: "offer.expiresOn",
        value: formatDay(offer.expiresOn),
        expected: `${formatDay(on)} or later`,
      }),
    );
  const product = await shell.products.of(decision.productId, decision.productVersion);
  const lawful = await contractLaw(shell, tx, {
    ...it,
    product,
    on,
    offer,
    input: decision.input,
    bookId: book.bookId,
  });
  if (!lawful.ok) return lawful;
  const accountId = it.accountId ?? present(parseId("Account", shell.newId("Account")), "a new id");
  const borrowerId = present(parseId("Borrower", it.borrowerId), "an id that was read");
  if (await loadAccount(tx, shell.products, { borrowerId, accountId }))
    return refused(refusal("account-exists"));
  const { limitMinor, rate } = offer;
  const booked = await bookFact(shell, tx, {
    borrowerId,
    accountId,
    bookId: book.bookId,
    on: undefined,
    fact: {
      kind: "opened",
      accountId,
      productId: decision.productId,
      productVersion: decision.productVersion,
      limitMinor: minor(limitMinor),
      rate,
      dueDay: it.dueDay ?? product.declaration.cycle.dueDay,
    },
  });
  if (!booked.ok) return booked;
  await record(shell, tx, { ...it, accountId });
  return accepted({ accountId, limitMinor, rate });
}

async function record(
  shell: Shell,
  tx: Transaction,
  it: Acceptance & { readonly accountId: string },
): Promise<void> {
  const at = shell.now();
  const agreed = [
    {
      scope: "cost-statement",
      purpose: "cost of credit confirmed",
      textVersion: it.costStatementVersion,
    },
    { scope: "credit-contract", purpose: "contract of credit", textVersion: it.contractVersion },
  ];
  for (const one of agreed)
    await giveConsent(tx, it.borrowerId, { ...one, consentId: randomUUID(), givenAt: at });
  await acceptOffer(tx, it, { at, accountId: it.accountId });
  const { decisionId, accountId, costStatementVersion, contractVersion } = it;
  await logLeaf(tx, {
    borrowerId: it.borrowerId,
    kind: "credit.accepted",
    at,
    values: { acceptance: { decisionId, accountId, costStatementVersion, contractVersion } },
  });
}

type Contract = Acceptance & {
  readonly bookId: string;
  readonly product: Product;
  readonly on: EpochDay;
  readonly offer: { readonly limitMinor: number; readonly rate: number };
  readonly input: DecisionInput;
};

async function contractLaw(
  shell: Shell,
  tx: Transaction,
  it: Contract,
): Promise<Outcome<null, Refused>> {
  const disclosure = disclosureOf(it.product, { ...it.offer, on: it.on });
  if (!disclosure.ok) return disclosure;
  const bench = await benchThen(tx, it);
  const at = shell.now();
  const confirmation = { at: at - 1, kind: "confirmation", fields: { about: "cost-statement" } };
  const second = it.input.facts["act.hasSecondSource"]?.value;
  const law = askLaw(
    bench.packs,
    {
      kind: "contract",
      fields: {
        annualCostPct: disclosure.value.annualCostPct,
        readSeconds: it.readSeconds,
        repayment: "instalments",
        elements: ["annual-rate", "cost-statement", "key-terms-marked", "key-terms-explained"],
        limitMinor: it.offer.limitMinor,
        ...(typeof second === "boolean" && { hasSecondSource: second }),
      },
    },
    { ...it.input, at, happenings: [...it.input.happenings, confirmation] },
  );
  return law.answer === "allowed" ? accepted(null) : refused(unlawful(law));
}

/** The law's no with the rules that say it. */
export function unlawful(law: LawAnswer): Refused {
  return refusal(
    "contract-unlawful",
    ...law.because.map((it) => ({ field: it.rule, value: it.article, expected: it.title.en })),
  );
}
