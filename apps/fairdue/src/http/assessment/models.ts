import {
  askModelChange,
  declareCreditPolicy,
  decideChange,
  listModels,
  readCreditPolicy,
  readModel,
  refusal,
  type Refused,
} from "@fairdue/api";
import { accepted, formatDay, type Outcome, present, refused } from "@fairdue/kernel";
import { modelUses } from "@fairdue/servicing";
import {
  type Approval,
  type Book,
  listApprovals,
  listModelChanges,
  listModels as storedModels,
  listModelWatches,
  loadBook,
  loadCreditPolicy,
  loadModel,
  type ModelChange,
  type Sql,
  type Transaction,
} from "@fairdue/store";
import { askForChange, askForPolicy, decideOnChange } from "../../assessment/change-models.ts";
import { instantOf } from "../../assessment/wire.ts";
import { businessDayOf } from "../book/wire.ts";
import { answers, type HttpModule, writes } from "../compose/operation.ts";

const watchesMax = 60;
const approvalsMax = 200;

/** Models: what is on record, who decides, what changes; every change by two persons. */
export const modelModule: HttpModule = {
  name: "model",
  operations: [
    answers(listModels, async ({ database }, { params }) => {
      const known = await bookOf(database, params.bookId);
      if (!known.ok) return known;
      const changes = await listModelChanges(database, params.bookId);
      const watches = await listModelWatches(database, { ...params, limit: watchesMax });
      return accepted({
        models: (await storedModels(database)).map(({ registeredAt, ...it }) => ({
          ...it,
          registeredAt: instantOf(registeredAt),
        })),
        inForce: modelUses.flatMap((use) =>
          changes
            .filter((it) => it.use === use)
            .sort((a, b) => b.changeNo - a.changeNo)
            .slice(0, 1)
            .map(changeToWire),
        ),
        changes: changes.map(changeToWire),
        asked: (await askedOf(database, params.bookId)).map(askedToWire),
        watches: watches.map(({ use, model, alarms, report, watchedOn }) => ({
          use,
          model,
          alarms,
          report,
          watchedOn: formatDay(watchedOn),
        })),
      });
    }),
    answers(readModel, async ({ database }, { params }) => {
      const loaded = await loadModel(database, params.checksum);
      if (!loaded) return refused(refusal("model-not-found"));
      const { model, checksum } = loaded;
      return accepted({
        checksum,
        name: model.name,
        kind: model.kind,
        card: model.card,
        basePoints: model.basePoints,
        shapes: model.terms.map((term) => ({
          features: term.features.map((f) => {
            const { name, title, basis } = present(model.features[f], "a feature of the model");
            return { name, ...title, basis };
          }),
          cuts: term.cuts.map((it) => [...it]),
          points: [...term.points],
          rows: [...term.rows],
        })),
      });
    }),
    writes(askModelChange, async (_, { params, body, actor }, tx) => {
      const known = await bookOf(tx, params.bookId);
      if (!known.ok) return known;
      const asked = await askForChange(tx, {
        ...params,
        ...body,
        model: body.model ?? null,
        by: actor.actorId,
      });
      return asked.ok ? await askedBy(tx, params.bookId, asked.value) : asked;
    }),
    writes(declareCreditPolicy, async (_, { params, body, actor }, tx) => {
      const known = await bookOf(tx, params.bookId);
      if (!known.ok) return known;
      const asked = await askForPolicy(tx, { ...params, policy: body, by: actor.actorId });
      return asked.ok ? await askedBy(tx, params.bookId, asked.value) : asked;
    }),
    answers(readCreditPolicy, async ({ database, now }, { params }) => {
      const known = await bookOf(database, params.bookId);
      if (!known.ok) return known;
      const on = businessDayOf(known.value, now());
      const policy = await loadCreditPolicy(database, { ...params, on });
      return policy ? accepted({ policy }) : refused(refusal("policy-not-declared"));
    }),
    writes(decideChange, async (shell, { params, body, actor }, tx) => {
      const known = await bookOf(tx, params.bookId);
      if (!known.ok) return known;
      const decided = await decideOnChange(tx, {
        ...params,
        ...body,
        by: actor.actorId,
        at: shell.now(),
      });
      if (!decided.ok) return decided;
      return accepted({ approvalId: params.approvalId, decision: decided.value });
    }),
  ],
};

async function bookOf(sql: Sql, bookId: string): Promise<Outcome<Book, Refused>> {
  const book = await loadBook(sql, bookId);
  return book ? accepted(book) : refused(refusal("book-not-found"));
}

/** Changes of models and credit policies of a book that wait for a second person. */
async function askedOf(sql: Sql, bookId: string): Promise<readonly Approval[]> {
  const all = await listApprovals(sql, { isOpen: true, limit: approvalsMax });
  return all.filter(
    (it) =>
      (it.kind === "model.activate" || it.subject.endsWith(" credit policy")) &&
      it.subject.startsWith(`${bookId} `),
  );
}

async function askedBy(tx: Transaction, bookId: string, approvalId: string) {
  const found = (await askedOf(tx, bookId)).find((it) => it.approvalId === approvalId);
  return accepted(askedToWire(present(found, "just asked")));
}

function askedToWire(it: Approval) {
  const { approvalId, kind, subject, payload, requestedBy } = it;
  return {
    approvalId,
    kind,
    subject,
    change: payload,
    requestedBy,
    requestedAt: instantOf(it.requestedAt),
  };
}

function changeToWire(it: ModelChange) {
  const { use, changeNo, kind, champion, challenger, splitPpm } = it;
  const { requestedBy, approvedBy, reason } = it;
  const by = { requestedBy, approvedBy, reason, at: instantOf(it.at) };
  return { use, changeNo, kind, champion, challenger, splitPpm, ...by };
}
