import { randomUUID } from "node:crypto";
import {
  chooseContactRules,
  listContacts,
  openContactsOf,
  redeemPermit,
  refusal,
  type Refused,
  requestPermit,
  requestPermits,
  sendMessage,
} from "@fairdue/api";
import { accepted, type Outcome, refused } from "@fairdue/kernel";
import { packs } from "@fairdue/packs";
import {
  loadBook,
  loadContacts,
  type MessageDraft,
  type NotRedeemed,
  openContacts,
  saveContactRules,
  type Transaction,
} from "@fairdue/store";
import { contentPlace, type MessageContent } from "../../channels/outbox.ts";
import { contactDesk } from "../../gate/desk.ts";
import type { GateAnswer, GateResult } from "../../gate/gate.ts";
import { answers, type HttpModule, writes } from "../compose/operation.ts";
import type { Shell } from "../compose/shell.ts";
import { controlOperations } from "./controls.ts";
import { ownOperations } from "./own.ts";
import { prepareAct, type PreparedAct } from "./prepare.ts";
import { answerToWire, at, type ContactAsked, contactToWire } from "./wire.ts";

export const contactModule: HttpModule = {
  name: "contact",
  operations: [
    writes(requestPermit, async (shell, { body }, tx) => {
      const asked = await askOne(shell, tx, body);
      return asked.ok ? accepted(asked.value.wire) : asked;
    }),
    writes(requestPermits, async (shell, { body }, tx) => ({
      ok: true,
      value: { answers: await askMany(shell, tx, body.requests) },
    })),
    writes(redeemPermit, async (shell, { body }, tx) => {
      const { token, ...asked } = body;
      const prepared = await prepareAct(tx, asked);
      if (!prepared.ok) return prepared;
      return await redeemPrepared(shell, tx, { ...prepared.value, token });
    }),
    writes(sendMessage, async (shell, { body }, tx) => {
      const asked = await askOne(shell, tx, body);
      if (!asked.ok) return asked;
      const { wire, prepared, answer } = asked.value;
      if (answer.permit === null || prepared.message === null)
        return accepted({ decision: wire, messageId: null });
      const sent = await redeemPrepared(shell, tx, { ...prepared, token: answer.permit.token });
      return sent.ok ? accepted({ decision: wire, messageId: sent.value.messageId }) : sent;
    }),
    answers(listContacts, async ({ database }, { params }) =>
      accepted({ contacts: (await loadContacts(database, params.borrowerId)).map(contactToWire) }),
    ),
    writes(openContactsOf, async (_, { params, body }, tx) => {
      if ((await loadBook(tx, params.bookId)) === undefined)
        return refused(refusal("book-not-found"));
      const people = body.borrowerIds.map((borrowerId) => ({ borrowerId, bookId: params.bookId }));
      await openContacts(tx, people);
      return accepted({ opened: people.length });
    }),
    writes(chooseContactRules, async ({ now }, { params, body, actor }, tx) => {
      if ((await loadBook(tx, params.bookId)) === undefined)
        return refused(refusal("book-not-found"));
      const stranger = body.packs.find((it) => !Object.hasOwn(packs, it));
      if (stranger !== undefined) {
        const expected = `one of ${Object.keys(packs).join(", ")}`;
        return refused(refusal("invalid-request", { field: "packs", value: stranger, expected }));
      }
      await saveContactRules(tx, { ...params, ...body, by: actor.actorId, at: now() });
      return accepted({ packs: body.packs });
    }),
    ...controlOperations,
    ...ownOperations,
  ],
};

type AskedOne = {
  readonly wire: ReturnType<typeof answerToWire>;
  readonly answer: GateAnswer;
  readonly prepared: PreparedAct;
};

async function askOne(
  shell: Shell,
  tx: Transaction,
  asked: ContactAsked,
): Promise<Outcome<AskedOne, Refused>> {
  const prepared = await prepareAct(tx, asked);
  if (!prepared.ok) return prepared;
  const { act, message } = prepared.value;
  const requestKey = asked.requestKey ?? randomUUID();
  const [result] = await contactDesk(shell).gate.within(tx).requestAll([{ requestKey, act }]);
  const answered = answerOf(result);
  if (!answered.ok) return answered;
  const wire = answerToWire(answered.value, message?.salt ?? null);
  return accepted({ wire, answer: answered.value, prepared: prepared.value });
}

function answerOf(result: GateResult | undefined): Outcome<GateAnswer, Refused> {
  if (result === undefined) return refused(refusal("contacts-not-open"));
  if (result.ok) return result;
  const code =
    result.refusal.code === "borrower-unknown" ? "contacts-not-open" : "request-key-reused";
  return refused(refusal(code));
}

type BatchAnswer =
  | { readonly answer: ReturnType<typeof answerToWire> }
  | { readonly problem: { readonly code: string; readonly detail: string } };

/** The whole campaign in one call to the gate; what could not be prepared has its own problem. */
async function askMany(
  shell: Shell,
  tx: Transaction,
  asked: readonly ContactAsked[],
): Promise<BatchAnswer[]> {
  const prepared: Outcome<PreparedAct, Refused>[] = [];
  for (const it of asked) prepared.push(await prepareAct(tx, it));
  const requests = prepared.flatMap((it, k) =>
    it.ok ? [{ requestKey: asked[k]?.requestKey ?? randomUUID(), act: it.value.act }] : [],
  );
  const results = await contactDesk(shell).gate.within(tx).requestAll(requests);
  let next = 0;
  return prepared.map((it) => {
    if (!it.ok) return { problem: problemOf(it.refusal) };
    const answered = answerOf(results[next++]);
    if (!answered.ok) return { problem: problemOf(answered.refusal) };
    return { answer: answerToWire(answered.value, it.value.message?.salt ?? null) };
  });
}

function problemOf(it: Refused): { code: string; detail: string } {
  const [first] = it.errors;
  return { code: it.code, detail: first ? `${first.field}: expected ${first.expected}` : "" };
}

async function redeemPrepared(
  shell: Shell,
  tx: Transaction,
  it: PreparedAct & { readonly token: string },
) {
  const message = it.message === null ? null : await sealed(shell, tx, it.act, it.message);
  const { token, act } = it;
  const redeemed = await contactDesk(shell).gate.within(tx).redeem({ token, act, message });
  if (!redeemed.ok) return refused(refusalOf(redeemed.refusal));
  const { redeemedAt, expiresAt } = redeemed.value;
  return accepted({ ...redeemed.value, redeemedAt: at(redeemedAt), expiresAt: at(expiresAt) });
}

async function sealed(
  { vault }: Shell,
  tx: Transaction,
  { borrowerId, content }: PreparedAct["act"],
  message: MessageContent,
): Promise<MessageDraft> {
  const sealedContent = await vault.seal(tx, borrowerId, JSON.stringify(message), contentPlace);
  return { language: content.kind === "script" ? "zh-CN" : content.language, sealedContent };
}

function refusalOf(it: NotRedeemed): Refused {
  return it.code === "permit-revoked"
    ? refusal(it.code, { field: "token", value: it.reason, expected: "a permit that still stands" })
    : refusal(it.code);
}
