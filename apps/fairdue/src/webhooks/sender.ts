import { setTimeout as wait } from "node:timers/promises";
import { formatInstant, type InstantMs } from "@fairdue/kernel";
import {
  claimDeliveries,
  type ClaimedWebhook,
  type Database,
  disableWebhook,
  type Keyring,
  openSecret,
  recordDelivery,
  spreadMessages,
  webhookPlace,
} from "@fairdue/store";
import type { Logger } from "pino";
import { Webhook } from "standardwebhooks";

export type SenderOptions = {
  /** How long to wait after the first failure, the second, and so on; after the last it is given up. */
  readonly retryAfterSeconds?: readonly number[];
  readonly timeoutMs?: number;
  readonly pollMs?: number;
};

export type SenderWorld = {
  readonly database: Database;
  /** Opens the endpoints' secrets, which are sealed in the database. */
  readonly keyring: Keyring;
  readonly log: Logger;
};

export type Sender = {
  /** Sends nothing new, lets what is under way end. */
  stop(): Promise<void>;
};

/** Source: Standard Webhooks, "Retry schedule": the last attempt comes three days after the first. */
const standardRetries = [5, 300, 1800, 7200, 18_000, 36_000, 50_400, 72_000, 86_400];

const perEndpoint = 8;
const spreadAtOnce = 1000;

/**
 * Sends what the outbox owes. Every process may run one: a message is claimed before it is sent and
 * due again when its claim runs out, so that a killed sender delays a message and never loses one.
 * Receivers may see a message twice and know it by `webhook-id`.
 */
export function startSender(world: SenderWorld, options: SenderOptions = {}): Sender {
  const { database, keyring, log } = world;
  const timeoutMs = options.timeoutMs ?? 15_000;
  const retries = options.retryAfterSeconds ?? standardRetries;
  const busy = new Map<string, number>();
  const underWay = new Set<Promise<void>>();
  const stopping = new AbortController();

  const deliver = async (it: ClaimedWebhook): Promise<void> => {
    const secret = await openSecret(keyring, webhookPlace(it.webhookId), it.sealedSecret);
    const answer = await send({ ...it, secret }, timeoutMs);
    if (answer.status === 410) {
      await disableWebhook(database, { webhookId: it.webhookId, why: "it answered 410 Gone" });
      log.warn({ webhookId: it.webhookId }, "an endpoint is gone: disabled");
    }
    const isOwed = answer.error !== "" && answer.status !== 410;
    const seconds = isOwed ? retries[it.attempts - 1] : undefined;
    const retryInSeconds = seconds === undefined ? null : seconds * (0.9 + 0.2 * Math.random());
    await recordDelivery(database, { delivery: it, ...answer, retryInSeconds });
  };

  const begin = (it: ClaimedWebhook): void => {
    busy.set(it.webhookId, (busy.get(it.webhookId) ?? 0) + 1);
    const work = deliver(it)
      .catch((error: unknown) => log.error({ err: error }, "a delivery was not recorded"))
      .finally(() => {
        busy.set(it.webhookId, (busy.get(it.webhookId) ?? 1) - 1);
        underWay.delete(work);
      });
    underWay.add(work);
  };

  const round = async (): Promise<number> => {
    const spread = await spreadMessages(database, spreadAtOnce);
    const full = [...busy].filter(([, count]) => count > 0).map(([id]) => id);
    const claimed = await claimDeliveries(database, {
      each: perEndpoint,
      leaseSeconds: timeoutMs / 1000 + 45,
      except: full,
    });
    claimed.forEach(begin);
    return spread + claimed.length;
  };

  const loop = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      const done = await round().catch((error: unknown) => {
        log.warn({ err: error }, "the outbox can't be read just now");
        return 0;
      });
      if (done === 0)
        await wait(options.pollMs ?? 500, undefined, { signal: stopping.signal }).catch(() => {});
    }
    await Promise.all(underWay);
  };
  const ended = loop();
  return {
    stop: () => {
      stopping.abort();
      return ended;
    },
  };
}

/** One attempt. Whatever the peer does, it is over after the time-out. */
async function send(
  it: ClaimedWebhook & { readonly secret: Buffer },
  timeoutMs: number,
): Promise<{ status: number | null; error: string }> {
  const at = new Date();
  const payload = JSON.stringify({
    type: it.topic,
    timestamp: formatInstant(it.createdAt as InstantMs),
    data: { borrowerId: it.borrowerId, ...it.body },
  });
  const signature = new Webhook(it.secret.toString("base64")).sign(it.messageId, at, payload);
  try {
    const answer = await fetch(it.url, {
      method: "POST",
      body: payload,
      redirect: "manual",
      signal: AbortSignal.timeout(timeoutMs),
      headers: {
        "content-type": "application/json",
        "user-agent": "fairdue-webhooks/1",
        "webhook-id": it.messageId,
        "webhook-timestamp": String(Math.floor(at.getTime() / 1000)),
        "webhook-signature": signature,
      },
    });
    await answer.body?.cancel();
    return { status: answer.status, error: answer.ok ? "" : `it answered ${answer.status}` };
  } catch (error) {
    return { status: null, error: reasonOf(error) };
  }
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return "no answer";
  if (error.name === "TimeoutError") return "no answer in time";
  const cause = error.cause instanceof Error ? error.cause.message : "";
  return (cause || error.message).slice(0, 300) || "no answer";
}
