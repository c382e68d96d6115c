import type { applicationIn, Refused } from "@fairdue/api";
import { assessOne, type LoadedModel, type Row } from "@fairdue/assess";
import type { Happening } from "@fairdue/conduct";
import type { Product } from "@fairdue/credit";
import { accepted, addDays, day, type EpochDay, formatDay, type Outcome } from "@fairdue/kernel";
import {
  askSources,
  behaviourAsOf,
  type CreditDecision,
  decideCredit,
  type DecisionInput,
  isChallenged,
  rowOf,
} from "@fairdue/servicing";
import {
  askReview,
  type Book,
  type DecisionKey,
  giveConsent,
  insertMessages,
  loadAccountsOf,
  loadConsents,
  saveDecision,
  saveOffer,
  type StoredAccount,
  type Transaction,
  withEvents,
} from "@fairdue/store";
import { randomUUID } from "node:crypto";
import type { z } from "zod";
import type { Shell } from "../http/compose/shell.ts";
import { benchOf, type BookBench } from "./bench.ts";
import { disclosureOf } from "./disclosure.ts";
import { factSources } from "./sources.ts";

export type Application = z.output<typeof applicationIn>;

export type Applicant = {
  readonly borrowerId: string;
  readonly book: Book;
  readonly on: EpochDay;
  readonly product: Product;
  readonly body: Application;
};

const hourMs = 3_600_000;

/** From application to decision, in the transaction of the request: all of it is kept, or nothing. */
export async function applyFor(
  shell: Shell,
  tx: Transaction,
  it: Applicant,
): Promise<Outcome<DecisionKey, Refused>> {
  const { borrowerId, book, on, body } = it;
  const bench = await benchOf(tx, { bookId: book.bookId, on, use: "credit" });
  if (!bench.ok) return bench;
  const at = shell.now();
  for (const consent of body.consents)
    await giveConsent(tx, borrowerId, { ...consent, consentId: randomUUID(), givenAt: at });
  const input = await inputOf(shell, tx, { ...it, bench: bench.value, at });
  const outcome = decideCredit(input, bench.value);
  const key = { borrowerId, decisionId: shell.newId("Decision") };
  await saveDecision(tx, shell.vault, { ...key, bookId: book.bookId, input, outcome });
  const told = { decisionId: key.decisionId, answer: outcome.answer };
  await insertMessages(tx, [
    { borrowerId, bookId: book.bookId, topic: "credit.decided", body: told },
  ]);
  const followed = await follow(shell, tx, { ...it, key, outcome, bench: bench.value, at });
  return followed.ok ? accepted(key) : followed;
}

type Deciding = Applicant & {
  readonly key: DecisionKey;
  readonly outcome: CreditDecision;
  readonly bench: BookBench;
  readonly at: number;
};

async function follow(
  shell: Shell,
  tx: Transaction,
  it: Deciding,
): Promise<Outcome<null, Refused>> {
  const { key, outcome, bench, at, on, book, product } = it;
  if (outcome.answer === "refer")
    await askReview(tx, {
      ...key,
      reviewId: randomUUID(),
      bookId: book.bookId,
      why: "referred",
      askedAt: at,
      dueAt: at + bench.policy.reviewHours * hourMs,
    });
  if (outcome.offer === null) return accepted(null);
  const disclosure = disclosureOf(product, { ...outcome.offer, on });
  if (!disclosure.ok) return disclosure;
  await saveOffer(tx, {
    ...key,
    ...outcome.offer,
    cost: disclosure.value.cost,
    madeAt: at,
    madeBy: "machine",
    expiresOn: addDays(on, bench.policy.offerDays),
  });
  return accepted(null);
}

async function inputOf(
  shell: Shell,
  tx: Transaction,
  it: Applicant & { readonly bench: BookBench; readonly at: number },
): Promise<DecisionInput> {
  const { borrowerId, book, on, product, body, bench, at } = it;
  const accounts = (await loadAccountsOf(tx, shell.products, borrowerId)).filter(
    (one) => one.bookId === book.bookId && one.state.status === "open" && !one.isQuarantined,
  );
  const isTheirs = bench.role !== undefined && isChallenged(bench.role, borrowerId);
  const decides = isTheirs ? bench.challenger : bench.model;
  const consents = await loadConsents(tx, borrowerId);
  const live = new Set(consents.filter((one) => one.withdrawnAt === null).map((one) => one.scope));
  const withheld = withheldOf([bench.model, bench.challenger], live);
  const { declaration } = product;
  const own = accounts.reduce((sum, one) => sum + one.state.limitMinor, 0);
  const names = bench.policy.sources.map((one) => one.name);
  const sources = await askSources(factSources(names), names, {
    borrowerId,
    declared: body.checks,
  });
  return {
    format: "fairdue-decision/1",
    at,
    on: formatDay(on),
    zone: book.zone,
    asked: {
      productId: declaration.id,
      productVersion: declaration.version,
      limitMinor: body.limitMinor,
      limitMinorMax: declaration.limitMinorMax,
      drawMinorMin: declaration.offers.drawMinorMin,
      rateMin: declaration.rate.min,
      rateMax: declaration.rate.max,
    },
    facts: factsOf(body, bench, at),
    happenings: happeningsOf(bench, consents),
    incomeMonthMinor: body.incomeMonthMinor,
    exposure: {
      lenders: body.otherCredit === null ? null : body.otherCredit.lenders + (own > 0 ? 1 : 0),
      grantedMinor: body.otherCredit === null ? null : body.otherCredit.grantedMinor + own,
    },
    sources,
    row: await behaviourRow(tx, accounts, { on, model: decides, withheld, columns: body.columns }),
    withheld,
    refusesAutomation: body.refusesAutomation,
    by: {
      model: bench.model?.checksum ?? null,
      challenger: bench.challenger?.checksum ?? null,
      isChallenged: isTheirs,
      policyVersion: bench.policy.version,
      packs: bench.packs.map(({ id, version }) => ({ id, version })),
    },
  };
}

/** Consents that features rest on and that are not in force: never given counts as withdrawn. */
export function withheldOf(
  models: readonly (LoadedModel | null)[],
  live: ReadonlySet<string>,
): readonly string[] {
  const scopes = models.flatMap((it) =>
    (it?.model.features ?? [])
      .filter((one) => one.basis.startsWith("consent:"))
      .map((one) => one.basis.slice("consent:".length)),
  );
  return [...new Set(scopes)].filter((it) => !live.has(it)).sort();
}

/** Of several accounts the one that speaks most against: a person is not better than that. */
async function behaviourRow(
  tx: Transaction,
  accounts: readonly StoredAccount[],
  it: {
    readonly on: EpochDay;
    readonly model: LoadedModel | null;
    readonly withheld: readonly string[];
    readonly columns: Row;
  },
): Promise<Row | null> {
  if (accounts.length === 0) return Object.keys(it.columns).length === 0 ? null : it.columns;
  const lived = (await withEvents(tx, accounts)).map(({ account, events }) => ({
    accountId: account.accountId,
    product: account.product,
    events,
  }));
  const table = behaviourAsOf(lived, it.on);
  const rows = lived.map((_, k): Row => ({ ...rowOf(table, k), ...it.columns }));
  const { model } = it;
  if (model === null) return rows[0] ?? null;
  const withheld = new Set(it.withheld);
  const points = rows.map((row) => assessOne(model, row, withheld).points);
  return rows[points.indexOf(Math.min(...points))] ?? null;
}

function factsOf(body: Application, { policy }: BookBench, at: number): DecisionInput["facts"] {
  const fact = (value: string | number | boolean, source: string) => ({
    value,
    source,
    observedAt: at,
  });
  return {
    ...Object.fromEntries(
      Object.entries(body.facts).map(([name, value]) => [name, fact(value, "application")]),
    ),
    "person.age": fact(body.age, "application"),
    "person.isStudent": fact(body.isStudent, "application"),
    ...(body.hasSecondSource !== undefined && {
      "act.hasSecondSource": fact(body.hasSecondSource, "application"),
    }),
    ...Object.fromEntries(
      Object.entries(policy.lenderFacts).map(([name, value]) => [name, fact(value, "policy")]),
    ),
  };
}

/** What the law looks back on: the lender's impact assessment, the person's consents. */
function happeningsOf(
  { policy }: BookBench,
  consents: Awaited<ReturnType<typeof loadConsents>>,
): readonly Happening[] {
  const assessed = policy.impactAssessedOn;
  return [
    ...(assessed === null
      ? []
      : [
          {
            at: day(assessed) * 24 * hourMs,
            kind: "confirmation",
            fields: { about: "impact-assessment" },
          },
        ]),
    ...consents
      .filter((it) => it.withdrawnAt === null)
      .map((it) => ({ at: it.givenAt, kind: "consent", fields: { about: it.scope } })),
  ];
}
