import { correctMyData, eraseMyData, exportMyData, listMyReads, refusal } from "@fairdue/api";
import { accepted, assert, present, refused } from "@fairdue/kernel";
import {
  maskOf,
  parsePersonalFieldId,
  parsePurpose,
  type PersonalFieldId,
  personalFields,
  purposes,
} from "@fairdue/servicing";
import {
  forgetFields,
  listFieldsOnFile,
  listPersonalReads,
  loadAccountsOf,
  loadComplaints,
  loadEvents,
  loadOwnContacts,
  loadPayments,
  loadRequests,
  loadStatements,
} from "@fairdue/store";
import { accountToWire, eventToWire, statementToWire } from "../account/wire.ts";
import { answers, type Operation, writes } from "../compose/operation.ts";
import type { Shell } from "../compose/shell.ts";
import { at } from "../contact/wire.ts";
import { paymentToWire } from "../payment/wire.ts";
import { ownId } from "./own.ts";

/** The rights of 个人信息保护法 articles 45 to 47: a copy, correction, deletion, and who looked. */
export const dataOperations: readonly Operation[] = [
  answers(exportMyData, async (shell, { actor }) => {
    const borrowerId = present(ownId(actor), "a borrower's own session");
    const { database, products } = shell;
    const accounts = [];
    for (const it of await loadAccountsOf(database, products, borrowerId))
      accounts.push({
        ...accountToWire(it),
        events: (await loadEvents(database, it)).map(eventToWire),
        statements: (await loadStatements(database, it)).map(statementToWire),
      });
    return accepted({
      borrowerId,
      madeAt: at(shell.now()),
      personal: await personalOf(shell, borrowerId),
      accounts,
      payments: (await loadPayments(database, borrowerId, 1000)).map(paymentToWire),
      contacts: (await loadOwnContacts(database, borrowerId, 1000)).map((it) => ({
        ...it,
        message: it.message === null ? null : { templateId: it.message.templateId },
        decidedAt: at(it.decidedAt),
      })),
      requests: [...(await loadRequests(database, borrowerId))],
      complaints: [...(await loadComplaints(database, borrowerId))],
      reads: (await listPersonalReads(database, borrowerId, 1000)).map((it) => ({
        ...it,
        readAt: at(it.readAt),
      })),
    });
  }),
  answers(listMyReads, async ({ database }, { actor }) => {
    const reads = await listPersonalReads(database, ownId(actor) ?? "", 200);
    return accepted({
      items: reads.map((it) => ({
        readAt: at(it.readAt),
        actor: it.actor,
        purpose: purposeOf(it.purpose),
        fields: it.fields.map(titleOf),
        reason: it.reason,
      })),
    });
  }),
  writes(correctMyData, async (shell, { body, actor }, tx) => {
    const borrowerId = present(ownId(actor), "a borrower's own session");
    const field = parsePersonalFieldId(body.field);
    if (field === undefined || !openToCorrection.includes(field))
      return refused(
        refusal("correction-by-hand", {
          field: "body.field",
          value: body.field,
          expected: openToCorrection.join(", "),
        }),
      );
    await shell.vault.write(tx, [{ borrowerId, values: { [field]: body.value } }], "borrower");
    return accepted({ field, masked: maskOf(field, body.value) });
  }),
  writes(eraseMyData, async (_, { actor }, tx) => {
    const borrowerId = present(ownId(actor), "a borrower's own session");
    const onFile = (await listFieldsOnFile(tx, borrowerId)).flatMap(
      (it) => parsePersonalFieldId(it.field) ?? [],
    );
    const free = onFile.filter((it) => restsOnConsent(it));
    const erased = await forgetFields(tx, borrowerId, free);
    const kept = onFile.filter((it) => !erased.includes(it));
    return accepted({
      erased: erased.map(titleOf),
      kept: kept.map((it) => ({ field: titleOf(it), why: whyKept(it) })),
    });
  }),
];

/** What a person may change by himself: nothing that proves who he is or where codes go. */
const openToCorrection: readonly PersonalFieldId[] = ["email", "address", "employer", "income"];

function restsOnConsent(field: PersonalFieldId): boolean {
  const { basis } = personalFields[field];
  return basis === "consent" || basis === "separate-consent";
}

function whyKept(field: PersonalFieldId): { zh: string; en: string } {
  const { basis, source, retentionDays } = personalFields[field];
  const years = Math.round(retentionDays / 365);
  return basis === "contract"
    ? {
        zh: `履行合同所需，结清后保存${years}年（${source}）。`,
        en: `Needed for your contract; kept ${years} years after it ends (${source}).`,
      }
    : {
        zh: `法律要求保存，结清后${years}年（${source}）。`,
        en: `The law wants it kept, ${years} years after the end (${source}).`,
      };
}

/** Every value in clear, each read under a purpose that the catalogue allows, and on record. */
async function personalOf({ database, vault }: Shell, borrowerId: string) {
  const onFile = await listFieldsOnFile(database, borrowerId);
  const known = onFile.flatMap((it) => {
    const field = parsePersonalFieldId(it.field);
    return field === undefined ? [] : [{ ...it, field }];
  });
  return await database.transaction(async (tx) => {
    const items = [];
    for (const it of known) {
      const [purpose] = personalFields[it.field].purposes;
      assert(purpose !== undefined, "each field has a purpose");
      const opened = await vault.reveal(tx, {
        borrowerId,
        fields: [it.field],
        actor: borrowerId,
        purpose,
        reason: "own copy of the data",
      });
      const value = opened.ok ? (opened.value[it.field] ?? "") : "";
      const { title } = personalFields[it.field];
      const { basis, source } = it;
      items.push({ field: it.field, title, value, basis, source, updatedAt: at(it.updatedAt) });
    }
    return items;
  });
}

function titleOf(field: string): { zh: string; en: string } {
  const id = parsePersonalFieldId(field);
  return id === undefined ? { zh: field, en: field } : { ...personalFields[id].title };
}

function purposeOf(text: string): { zh: string; en: string } {
  const id = parsePurpose(text);
  return id === undefined ? { zh: text, en: text } : { ...purposes[id] };
}
