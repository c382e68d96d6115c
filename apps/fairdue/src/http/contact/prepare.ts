import { refusal, type Refused } from "@fairdue/api";
import { accepted, type Outcome, refused } from "@fairdue/kernel";
import type { ContactAct } from "@fairdue/servicing";
import { loadContactBook, loadFrame, type Transaction } from "@fairdue/store";
import type { MessageContent } from "../../channels/outbox.ts";
import { prepareContent } from "../../gate/content.ts";
import { actWithout, type ContactAsked } from "./wire.ts";

export type PreparedAct = {
  readonly act: ContactAct;
  /** What will be said, to be sealed; null for calls and visits. */
  readonly message: MessageContent | null;
};

/** Chooses template version and frame, and makes the exact act that a permit will be bound to. */
export async function prepareAct(
  tx: Transaction,
  asked: Omit<ContactAsked, "requestKey">,
): Promise<Outcome<PreparedAct, Refused>> {
  const { content, channel, purpose, recipient, actor } = asked;
  const rest = actWithout(asked);
  const isSpoken = channel === "call" || channel === "visit";
  if (content.kind === "script")
    return isSpoken
      ? accepted({ act: { ...rest, content }, message: null })
      : unfit("content.kind", "script", "template: a text is sent from a template");
  if (isSpoken)
    return unfit("content.kind", "template", "script: a call or visit follows a script");
  const bookId = await loadContactBook(tx, asked.borrowerId);
  if (bookId === undefined) return refused(refusal("contacts-not-open"));
  const frame = await loadFrame(tx, bookId, actor.agencyId);
  if (frame === undefined)
    return unfit("bookId", bookId, "a book whose text frame is set (PUT /v1/books/…/text-frame)");
  const { templateId, version, language, values, salt } = content;
  const prepared = await prepareContent(
    tx,
    { templateId, language, values, ...(version !== undefined && { version }) },
    { channel, purpose, role: recipient.role, frame, ...(salt !== undefined && { salt }) },
  );
  if (!prepared.ok) {
    const why = prepared.refusal;
    if (why.code === "template-not-in-use") return refused(refusal("template-not-in-use"));
    const [first] = why.problems;
    return unfit(first?.field ?? "content", first?.value ?? "", first?.expected ?? "");
  }
  const { message } = prepared.value;
  return accepted({ act: { ...rest, content: prepared.value.content }, message });
}

function unfit(field: string, value: string, expected: string): Outcome<never, Refused> {
  return refused(refusal("invalid-request", { field, value, expected }));
}
