import { randomUUID } from "node:crypto";
import { accepted, type Outcome, refused } from "@fairdue/kernel";
import type { ContactAct, TextLanguage } from "@fairdue/servicing";
import {
  bindDevice,
  bookOfBorrower,
  countCodes,
  countFailures,
  forgetFailures,
  isDeviceBound,
  issueCode,
  liveCodeId,
  loadContactBook,
  loadFrame,
  openContacts,
  openSession,
  recordFailure,
  type Transaction,
  useCode,
} from "@fairdue/store";
import { contentPlace } from "../channels/outbox.ts";
import { prepareContent } from "../gate/content.ts";
import { contactDesk } from "../gate/desk.ts";
import type { Shell } from "../http/compose/shell.ts";
import { codeMinutes, signInText } from "./sign-in-text.ts";

/** A session of a borrower ends after this time; after an hour unused it ends by itself. */
export const borrowerSessionHours = 12;

/** Codes for one person within an hour: from devices that we do not know, or from one we do. */
const codesMax = 5;
const codesWindowMinutes = 60;
/** What one address may ask for or get wrong within a quarter of an hour, whoever is meant. */
const originMax = 30;
const windowMinutes = 15;
const peopleMax = 3;

export type CodeAsked = {
  readonly phone: string;
  /** The secret of the device's cookie. */
  readonly device: string;
  readonly origin: string;
  readonly language: TextLanguage;
};

/**
 * Whether this address may ask for one more code. It is asked before anybody is looked up and
 * counts every question alike, so that the answer says nothing of who is known.
 */
export async function mayAskForCode(shell: Shell, origin: string): Promise<boolean> {
  const name = "sign-in code";
  const asked = await countFailures(shell.database, name, origin, windowMinutes);
  if (asked.pair >= originMax) return false;
  await recordFailure(shell.database, name, origin);
  return true;
}

/** Sends a code to each person with this number. Nothing that happens here is told to who asked. */
export async function sendCodes(shell: Shell, asked: CodeAsked): Promise<void> {
  const people = await shell.vault.find(shell.database, "phone", asked.phone);
  for (const borrowerId of people.slice(0, peopleMax))
    await shell.database.transaction((tx) => sendCode(shell, tx, { ...asked, borrowerId }));
}

type ForPerson = CodeAsked & { readonly borrowerId: string };

async function sendCode(shell: Shell, tx: Transaction, it: ForPerson): Promise<void> {
  const { borrowerId, device, language } = it;
  const isBound = await isDeviceBound(tx, borrowerId, device);
  const limits = { minutes: codesWindowMinutes, device, isBound };
  if ((await countCodes(tx, borrowerId, limits)) >= codesMax) return;
  const bookId = (await loadContactBook(tx, borrowerId)) ?? (await bookOfBorrower(tx, borrowerId));
  if (bookId === undefined) return;
  await openContacts(tx, [{ borrowerId, bookId }]);
  const frame = await loadFrame(tx, bookId, null);
  if (frame === undefined) return tell(shell, "the book has no text frame");
  const { code } = await issueCode(tx, borrowerId, device, codeMinutes);
  const prepared = await prepareContent(
    tx,
    { templateId: signInText.templateId, language, values: { code, minutes: codeMinutes } },
    { channel: "sms", purpose: "servicing", role: "borrower", frame },
  );
  if (!prepared.ok) return tell(shell, `${signInText.templateId}: ${prepared.refusal.code}`);
  const act: ContactAct = {
    borrowerId,
    accountIds: [],
    channel: "sms",
    purpose: "servicing",
    recipient: { role: "borrower", contactPoint: "phone" },
    content: prepared.value.content,
    actor: { agencyId: null, collectorId: null, isAutomated: true },
    place: null,
  };
  const gate = contactDesk(shell).gate.within(tx);
  const [answer] = await gate.requestAll([{ requestKey: `sign-in ${randomUUID()}`, act }]);
  if (!answer?.ok || answer.value.permit === null)
    return tell(
      shell,
      `the gate permits no code: ${answer?.ok ? answer.value.outcome : "refused"}`,
    );
  const content = JSON.stringify(prepared.value.message);
  const sealedContent = await shell.vault.seal(tx, borrowerId, content, contentPlace);
  await gate.redeem({
    token: answer.value.permit.token,
    act,
    message: { language, sealedContent },
  });
}

function tell({ log }: Shell, why: string): void {
  log.warn({ why }, "a sign-in code could not be sent");
}

export type BorrowerSignedIn = { readonly secret: string; readonly borrowerId: string };

export type CodeRefusal =
  | { readonly code: "wrong-code" }
  | { readonly code: "too-many-tries"; readonly waitMinutes: number };

/** Opens a session for whoever's code it is, and binds the device. The code is used up. */
export async function signInBorrower(
  shell: Shell,
  it: Omit<CodeAsked, "language"> & { readonly code: string; readonly deviceName: string },
): Promise<Outcome<BorrowerSignedIn, CodeRefusal>> {
  const { database, vault } = shell;
  const name = "sign-in code tried";
  const failures = await countFailures(database, name, it.origin, windowMinutes);
  if (failures.pair >= originMax)
    return refused({ code: "too-many-tries", waitMinutes: windowMinutes });
  const people = await vault.find(database, "phone", it.phone);
  for (const borrowerId of people.slice(0, peopleMax)) {
    const signedIn = await database.transaction((tx) => tryCode(tx, { ...it, borrowerId }));
    if (signedIn === undefined) continue;
    await forgetFailures(database, name, it.origin);
    return accepted(signedIn);
  }
  await recordFailure(database, name, it.origin);
  return refused({ code: "wrong-code" });
}

async function tryCode(
  tx: Transaction,
  it: {
    readonly borrowerId: string;
    readonly device: string;
    readonly code: string;
    readonly deviceName: string;
  },
): Promise<BorrowerSignedIn | undefined> {
  const { borrowerId, device, code, deviceName } = it;
  const codeId = await liveCodeId(tx, borrowerId, device);
  if (codeId === undefined || !(await useCode(tx, { borrowerId, codeId, code, device })))
    return undefined;
  await bindDevice(tx, { borrowerId, device, name: deviceName });
  const { secret } = await openSession(tx, {
    kind: "borrower",
    subjectId: borrowerId,
    device: deviceName,
    hasSecondFactor: true,
    hours: borrowerSessionHours,
  });
  return { secret, borrowerId };
}
