import { markMyMessageRead, readMyInbox, refusal, subscribePush } from "@fairdue/api";
import { accepted, refused } from "@fairdue/kernel";
import { loadInbox, markInboxRead, savePushSubscription } from "@fairdue/store";
import { pushPlace } from "../../channels/push.ts";
import { answers, type Operation, writes } from "../compose/operation.ts";
import { at } from "./wire.ts";

/** What a person does with their own messages. */
export const ownOperations: readonly Operation[] = [
  answers(readMyInbox, async ({ database, vault }, { actor }) => {
    if (actor.who.kind !== "borrower") return refused(refusal("scope-missing"));
    const { borrowerId } = actor.who;
    const entries = await loadInbox(database, borrowerId);
    const messages = await Promise.all(
      entries.map(async (it) => {
        const words = await vault.unseal(database, borrowerId, it.sealedText, "inbox");
        const { subject, text }: { subject: string; text: string } = JSON.parse(words);
        const { messageId, verifyCode, shownAt, readAt } = it;
        const readAtText = readAt === null ? null : at(readAt);
        return { messageId, verifyCode, subject, text, shownAt: at(shownAt), readAt: readAtText };
      }),
    );
    return accepted({ messages });
  }),
  writes(markMyMessageRead, async (_, { params, actor }, tx) => {
    if (actor.who.kind !== "borrower") return refused(refusal("scope-missing"));
    const { borrowerId } = actor.who;
    return accepted({ isRead: await markInboxRead(tx, { ...params, borrowerId }) });
  }),
  writes(subscribePush, async ({ vault }, { body, actor }, tx) => {
    if (actor.who.kind !== "borrower") return refused(refusal("scope-missing"));
    const { borrowerId } = actor.who;
    const sealed = await vault.seal(tx, borrowerId, JSON.stringify(body), pushPlace);
    return accepted({ subscriptionId: await savePushSubscription(tx, { borrowerId, sealed }) });
  }),
];
