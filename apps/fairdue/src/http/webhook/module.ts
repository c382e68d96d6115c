import { randomBytes } from "node:crypto";
import * as api from "@fairdue/api";
import { accepted, formatInstant, type InstantMs, refused } from "@fairdue/kernel";
import {
  addWebhook,
  disableWebhook,
  listWebhooks,
  loadBook,
  loadWebhook,
  pageDeliveries,
  sealSecret,
  type Webhook,
  webhookPlace,
} from "@fairdue/store";
import type { z } from "zod";
import { badCursor, paged, readCursor } from "../compose/cursor.ts";
import { answers, type HttpModule, writes } from "../compose/operation.ts";

export const webhookModule: HttpModule = {
  name: "webhook",
  operations: [
    answers(api.listWebhooks, async ({ database }) =>
      accepted({ items: (await listWebhooks(database)).map(toWire) }),
    ),
    writes(api.addWebhook, async ({ newId, keyring }, { body }, tx) => {
      if (!(await loadBook(tx, body.bookId))) return refused(api.refusal("book-not-found"));
      const secret = randomBytes(32);
      const webhookId = body.webhookId ?? `whe_${newId("Event").slice(4)}`;
      const added = await addWebhook(tx, {
        webhookId,
        bookId: body.bookId,
        url: body.url,
        topics: body.topics,
        sealedSecret: await sealSecret(keyring, webhookPlace(webhookId), secret),
      });
      return added
        ? accepted({ ...toWire(added), secret: `whsec_${secret.toString("base64")}` })
        : refused(api.refusal("webhook-exists"));
    }),
    writes(api.removeWebhook, async (_, { params, actor }, tx) => {
      const why = `stopped by ${actor.actorId}`;
      const disabled = await disableWebhook(tx, { webhookId: params.webhookId, why });
      return disabled ? accepted(toWire(disabled)) : refused(api.refusal("webhook-not-found"));
    }),
    answers(api.listDeliveries, async ({ database }, { params, query }) => {
      if (!(await loadWebhook(database, params.webhookId)))
        return refused(api.refusal("webhook-not-found"));
      const cursor = readCursor(query.cursor, ["string", "string"]);
      if (!cursor.ok) return cursor;
      const before = cursor.value && placeOf(cursor.value.map(String));
      if (before === undefined) return refused(badCursor(query.cursor ?? ""));
      const rows = await pageDeliveries(database, {
        webhookId: params.webhookId,
        before,
        count: query.limit + 1,
      });
      return accepted(
        paged(rows, query.limit, {
          key: (it) => [instant(it.createdAt), it.messageId],
          toWire: (it) => ({
            messageId: it.messageId,
            topic: it.topic,
            createdAt: instant(it.createdAt),
            attempts: it.attempts,
            lastStatus: it.lastStatus,
            lastError: it.lastError,
            dueAt: instantOrNull(it.dueAt),
            deliveredAt: instantOrNull(it.deliveredAt),
          }),
        }),
      );
    }),
  ],
};

/** `undefined` when a cursor was changed on its way. */
function placeOf([createdAt = "", messageId = ""]: readonly string[]):
  | { createdAt: string; messageId: string }
  | undefined {
  const isWhole =
    /^\d{4}-\d\d-\d\dT[\d:.]{12}Z$/.test(createdAt) &&
    !Number.isNaN(Date.parse(createdAt)) &&
    /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(messageId);
  return isWhole ? { createdAt, messageId } : undefined;
}

const instant = (ms: number): string => formatInstant(ms as InstantMs);
const instantOrNull = (ms: number | null): string | null => (ms === null ? null : instant(ms));

function toWire(it: Webhook): z.input<typeof api.webhook> {
  return {
    webhookId: it.webhookId,
    bookId: it.bookId,
    url: it.url,
    topics: [...it.topics],
    createdAt: instant(it.createdAt),
    disabledAt: instantOrNull(it.disabledAt),
    disabledFor: it.disabledFor,
  };
}
