import type { verifiedContact } from "@fairdue/api";
import { type ContactAct, isAllowed, type ContactChannel } from "@fairdue/servicing";
import { type GenuineContact, loadFrame, loadKnowledge } from "@fairdue/store";
import { contactsAt, happeningsOf } from "@fairdue/servicing";
import { contactDesk } from "../../gate/desk.ts";
import type { z } from "@hono/zod-openapi";
import type { Shell } from "../compose/shell.ts";
import { at } from "../contact/wire.ts";
import { mayNever, rights, sayings } from "./text/words.ts";

type VerifiedContact = z.input<typeof verifiedContact>;

/** What anyone is told who holds a genuine code. */
export async function genuineAnswer(
  shell: Shell,
  contact: GenuineContact,
): Promise<VerifiedContact> {
  const { database } = shell;
  const frame = await loadFrame(database, contact.bookId, contact.agencyId);
  const both = (it: { readonly "zh-CN": string; readonly en: string } | null | undefined) =>
    it ? { en: it.en, zh: it["zh-CN"] } : null;
  return {
    verdict: "genuine" as const,
    says: sayings.genuine,
    firm: both(frame?.lender),
    agency: both(frame?.agency),
    channel: contact.channel,
    contactedAt: at(contact.redeemedAt),
    mayToday: await mayToday(shell, contact),
    mayNever: [...mayNever],
    rights: [...rights],
    complaintLine: frame?.complaintLine ?? null,
  };
}

/** The same words for a code that we never drew and for one that was never used. */
export function notGenuineAnswer(): VerifiedContact {
  return {
    verdict: "not-genuine" as const,
    says: sayings.notGenuine,
    firm: null,
    agency: null,
    channel: null,
    contactedAt: null,
    mayToday: [],
    mayNever: [...mayNever],
    rights: [...rights],
    complaintLine: null,
  };
}

const asked: readonly ContactChannel[] = ["call", "sms", "visit"];

/** Which ways of contact the rules would allow this firm at this moment; never why or why not. */
async function mayToday(
  shell: Shell,
  { borrowerId, agencyId }: GenuineContact,
): Promise<{ channel: string; may: boolean }[]> {
  const wanted = [{ borrowerId, requestKey: "verify" }];
  const [loaded] = await loadKnowledge(shell.database, wanted);
  const known = loaded?.known;
  if (known === undefined) return [];
  const { rules } = contactDesk(shell);
  return asked.map((channel) => {
    const act: ContactAct = {
      borrowerId,
      accountIds: [],
      channel,
      purpose: "collection",
      recipient: { role: "borrower", contactPoint: channel === "visit" ? "address" : "phone" },
      content: { kind: "script", script: "verify" },
      actor: { agencyId, collectorId: null, isAutomated: false },
      place: null,
    };
    const question = {
      act,
      packs: known.packs,
      facts: known.facts,
      contacts: contactsAt(known, known.now),
      happenings: happeningsOf(known),
      at: known.now,
    };
    return { channel, may: isAllowed(rules(question).outcome) };
  });
}
