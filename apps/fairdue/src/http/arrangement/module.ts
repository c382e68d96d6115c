import {
  acceptArrangement,
  acceptMyArrangement,
  askArrangementOptions,
  compareArrangements,
  declareOfferPolicy,
  endArrangement,
  listArrangements,
  listMyArrangements,
  offerArrangement,
  readArrangementLetter,
  readMyArrangementLetter,
  readOfferPolicy,
  readWorksheet,
  refusal,
  type Refused,
  takeWorksheet,
} from "@fairdue/api";
import {
  accepted,
  addDays,
  formatDay,
  type Outcome,
  parseId,
  present,
  refused,
} from "@fairdue/kernel";
import {
  affordable,
  housePolicy,
  type ArrangementKind,
  kindTitles,
  type Language,
  letterElements,
  letterSubject,
  letterText,
  type OfferPolicy,
  policyFaults,
} from "@fairdue/servicing";
import {
  type ArrangementOnRecord,
  bookOfBorrower,
  compareOffers,
  insertWorksheet,
  loadArrangement,
  loadArrangements,
  loadBook,
  loadBorrower,
  loadFrame,
  loadWorksheet,
  lockArrangement,
  saveArrangementStatus,
  saveOfferPolicy,
  type Sql,
} from "@fairdue/store";
import { acceptOffer } from "../../forbearance/settle.ts";
import {
  offerDesk,
  openWorksheet,
  policyOn,
  rolesOf,
  worksheetPlace,
} from "../../forbearance/offers.ts";
import { businessDay } from "../account/view.ts";
import { businessDayOf } from "../book/wire.ts";
import { answers, type HttpModule, writes } from "../compose/operation.ts";
import type { Shell } from "../compose/shell.ts";
import { ownId } from "../me/own.ts";
import { mountLetter } from "./letter.ts";
import { makeOffer, waiverRuling } from "./offer.ts";
import { arrangementToWire, quoteToWire, termsToWire } from "./wire.ts";

/** What can be arranged, offered, accepted; the letter; and the proof that like cases fare alike. */
export const arrangementModule: HttpModule = {
  name: "arrangement",
  operations: [
    writes(takeWorksheet, async (shell, { params, body, actor }, tx) => {
      const { borrowerId } = params;
      if (!(await loadBorrower(tx, borrowerId))) return refused(refusal("borrower-not-found"));
      const sealedFigures = await shell.vault.seal(
        tx,
        borrowerId,
        JSON.stringify(body),
        worksheetPlace,
      );
      const takenAt = shell.now();
      const takenBy = actor.actorId;
      const taken = { borrowerId, takenBy, takenAt, sealedFigures };
      const worksheetId = await insertWorksheet(tx, taken);
      return accepted({ worksheetId, ...affordable(body, await floorOf(shell, tx, borrowerId)) });
    }),
    answers(readWorksheet, async (shell, { params: { borrowerId } }) => {
      const { database } = shell;
      const known = await loadWorksheet(database, { borrowerId, worksheetId: null });
      if (known === undefined) return refused(refusal("worksheet-not-found"));
      const figures = await openWorksheet(shell, database, borrowerId, known.sealedFigures);
      const floor = await floorOf(shell, database, borrowerId);
      const { takenBy, worksheetId } = known;
      return accepted({
        takenBy,
        figures: { ...figures },
        affordability: { worksheetId, ...affordable(figures, floor) },
      });
    }),
    answers(askArrangementOptions, async (shell, { params, body, actor }) => {
      const { worksheetId } = body;
      const found = await offerDesk(shell, shell.database, { ...params, worksheetId });
      if (!found.ok) return found;
      const { made, policy, means } = found.value;
      const roles = rolesOf(actor);
      return accepted({
        policy: `${policy.policyId}@${policy.version}`,
        band: made.band?.title ?? null,
        likeness: made.likeness,
        payableMinor: means?.payableMinor ?? null,
        options: made.offers.map((one) => ({
          templateId: one.templateId,
          title: kindTitles[one.terms.kind],
          terms: termsToWire(one.terms),
          quote: quoteToWire(one.quote),
          isAffordable: one.isAffordable,
          needsSecondPerson: waiverRuling(found.value, one.terms, roles).kind !== "alone",
        })),
      });
    }),
    writes(offerArrangement, makeOffer),
    answers(listArrangements, async ({ database }, { params }) =>
      accepted({
        items: (await loadArrangements(database, params.borrowerId)).map(arrangementToWire),
      }),
    ),
    writes(acceptArrangement, async (shell, { params, actor }, tx) => {
      const done = await acceptOffer(shell, tx, { ...params, actor: actor.actorId });
      return done.ok ? accepted(arrangementToWire(done.value)) : done;
    }),
    writes(endArrangement, async (shell, { params, body, actor }, tx) => {
      const found = await lockArrangement(tx, params);
      if (found === undefined) return refused(refusal("arrangement-not-found"));
      if (found.status !== "offered" && found.status !== "awaiting-approval")
        return refused(notOpen(found.status));
      const on = await businessDay(shell, tx, found.bookId);
      const step = { status: body.as, on, at: shell.now(), actor: actor.actorId };
      await saveArrangementStatus(tx, params, step);
      return accepted(arrangementToWire(present(await loadArrangement(tx, params), "an offer")));
    }),
    answers(readArrangementLetter, async ({ database }, { params, query }) =>
      letterOf(database, params, query.language),
    ),
    ...policyOperations(),
    ...ownOperations(),
  ],
  mount: mountLetter,
};

function notOpen(status: string): Refused {
  return refusal("arrangement-not-open", { field: "status", value: status, expected: "offered" });
}

function policyOperations() {
  return [
    answers(compareArrangements, async (shell, { params, query }) => {
      const book = await loadBook(shell.database, params.bookId);
      if (!book) return refused(refusal("book-not-found"));
      const today = businessDayOf(book, shell.now());
      const from = query.from ?? addDays(today, -90);
      const span = { bookId: book.bookId, from, until: query.until ?? today };
      const rows = await compareOffers(shell.database, span);
      return accepted({
        items: rows.map(({ templateId, ...row }) => ({
          ...row,
          title: kindTitles[row.kind as ArrangementKind],
          isException: templateId === null,
        })),
      });
    }),
    answers(readOfferPolicy, async (shell, { params }) => {
      const book = await loadBook(shell.database, params.bookId);
      if (!book) return refused(refusal("book-not-found"));
      const today = businessDayOf(book, shell.now());
      return accepted({ policy: { ...(await policyOn(shell.database, book.bookId, today)) } });
    }),
    writes(declareOfferPolicy, async (shell, { params, body, actor }, tx) => {
      const book = await loadBook(tx, params.bookId);
      if (!book) return refused(refusal("book-not-found"));
      const policy = readPolicy(body.policy);
      if (!policy.ok) return policy;
      const declared = { bookId: book.bookId, from: body.from, policy: policy.value };
      const isNew = await saveOfferPolicy(tx, {
        ...declared,
        by: actor.actorId,
        at: shell.now(),
      });
      const { policyId, version } = policy.value;
      if (!isNew)
        return refused(
          refusal("id-taken", {
            field: "body.policy.version",
            value: String(version),
            expected: "a version not yet declared",
          }),
        );
      return accepted({ policyId, version, from: formatDay(body.from) });
    }),
  ];
}

/** Takes a declaration as it is, when it has every part and no fault. */
function readPolicy(given: object): Outcome<OfferPolicy, Refused> {
  const wrong = (field: string, expected: string) =>
    refused(refusal("invalid-request", { field, value: "declared", expected }));
  const parts = [
    "floor",
    "bands",
    "waiverLimits",
    "waiverMost",
    "offerDays",
    "graceDays",
    "brokenMax",
  ];
  const missing = parts.find((part) => !Object.hasOwn(given, part));
  if (missing !== undefined) return wrong(`body.policy.${missing}`, "a part of the declaration");
  const policy = given as OfferPolicy;
  const [fault] = policyFaults(policy);
  return fault === undefined ? accepted(policy) : wrong("body.policy", `no fault: ${fault}`);
}

function ownOperations() {
  return [
    answers(listMyArrangements, async ({ database }, { actor }) => {
      const all = await loadArrangements(database, ownId(actor) ?? "");
      const shown = all.filter((one) => one.status !== "awaiting-approval");
      return accepted({ items: shown.map(arrangementToWire) });
    }),
    writes(acceptMyArrangement, async (shell, { params, body, actor }, tx) => {
      const borrowerId = ownId(actor);
      if (borrowerId === undefined) return refused(refusal("arrangement-not-found"));
      const key = { borrowerId, arrangementId: params.arrangementId };
      const found = await loadArrangement(tx, key);
      if (found && found.quote.totalMinor !== body.agreedTotalMinor)
        return refused(
          refusal("invalid-request", {
            field: "body.agreedTotalMinor",
            value: String(body.agreedTotalMinor),
            expected: String(found.quote.totalMinor),
          }),
        );
      const done = await acceptOffer(shell, tx, { ...key, actor: "borrower" });
      return done.ok ? accepted(arrangementToWire(done.value)) : done;
    }),
    answers(readMyArrangementLetter, async ({ database }, { params, query, actor }) =>
      letterOf(
        database,
        { borrowerId: ownId(actor) ?? "", arrangementId: params.arrangementId },
        query.language,
      ),
    ),
  ];
}

async function floorOf(shell: Shell, sql: Sql, borrowerId: string) {
  const book = await loadBook(sql, (await bookOfBorrower(sql, borrowerId)) ?? "");
  if (!book) return housePolicy.floor;
  return (await policyOn(sql, book.bookId, businessDayOf(book, shell.now()))).floor;
}

/** Subject, text and elements of the letter of an offer. */
export async function letterOf(
  sql: Sql,
  key: { readonly borrowerId: string; readonly arrangementId: string },
  language: Language,
): Promise<Outcome<{ subject: string; text: string; elements: string[] }, Refused>> {
  const found = parseId("Borrower", key.borrowerId) && (await loadArrangement(sql, key));
  if (!found) return refused(refusal("arrangement-not-found"));
  return accepted(await letterWords(sql, found, language));
}

async function letterWords(sql: Sql, it: ArrangementOnRecord, language: Language) {
  const frame = await loadFrame(sql, it.bookId, null);
  const book = await loadBook(sql, it.bookId);
  const letter = {
    terms: it.terms,
    quote: it.quote,
    accountId: it.accountId,
    currency: book?.currency ?? "CNY",
    expiresOn: formatDay(it.expiresOn),
    graceDays: it.graceDays,
    complaintLine: frame?.complaintLine ?? null,
  };
  return {
    subject: letterSubject(it.terms, language),
    text: letterText(letter, language),
    elements: [...letterElements],
  };
}
