import type { Delivery } from "@fairdue/store";
import webPush from "web-push";
import type { ChannelAdapter, Parcel } from "./adapter.ts";

/** Place under which a subscription is sealed. */
export const pushPlace = "push-subscription";

export type PushSubscription = {
  readonly subscriptionId: string;
  readonly endpoint: string;
  readonly keys: { readonly p256dh: string; readonly auth: string };
};

export type PushOptions = {
  readonly subject: string;
  readonly publicKey: string;
  readonly privateKey: string;
  readonly timeoutMs?: number;
  /** Where the person takes push messages. */
  readonly subscriptions: (borrowerId: string) => Promise<readonly PushSubscription[]>;
  /** The peer says that a subscription is gone for good. */
  readonly forget: (borrowerId: string, subscriptionId: string) => Promise<void>;
};

/**
 * Web push (RFC 8030, encrypted by RFC 8291). A locked screen may be read by others: the notice says
 * only who writes, and that there is a message in the app, where the text itself is.
 */
export function pushAdapter(options: PushOptions): ChannelAdapter {
  const { subject, publicKey, privateKey } = options;
  return {
    channel: "push",
    guardMs: 2 * (options.timeoutMs ?? 10_000),
    parcelsMax: 8,
    deliver: async (parcel: Parcel) => {
      const { message } = parcel;
      const subscriptions = await options.subscriptions(message.borrowerId);
      if (subscriptions.length === 0) return { kind: "refused", error: "no push subscription" };
      const results = await Promise.all(
        subscriptions.map((it) => notify(it, parcel, options, { subject, publicKey, privateKey })),
      );
      return strongest(results, message.messageId);
    },
    close: async () => {},
  };
}

type Notified = "taken" | "gone" | "again" | "unknown";

async function notify(
  subscription: PushSubscription,
  { message, subject, language }: Parcel,
  options: PushOptions,
  vapidDetails: { subject: string; publicKey: string; privateKey: string },
): Promise<Notified> {
  const ttlS = Math.max(0, Math.floor((message.sendBy - Date.now()) / 1000));
  const body = JSON.stringify({ messageId: message.messageId, title: subject, language });
  try {
    await webPush.sendNotification(subscription, body, {
      vapidDetails,
      TTL: ttlS,
      timeout: options.timeoutMs ?? 10_000,
      topic: message.messageId.replaceAll("-", ""),
    });
    return "taken";
  } catch (error) {
    const status = error instanceof webPush.WebPushError ? error.statusCode : undefined;
    if (status === 404 || status === 410) {
      await options.forget(message.borrowerId, subscription.subscriptionId);
      return "gone";
    }
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    if (status === 429 || (status !== undefined && status >= 500)) return "again";
    return /ECONNREFUSED|ENOTFOUND|EAI_AGAIN/.test(code) ? "again" : "unknown";
  }
}

/** Delivered if one of the person's devices took it: a second try would be a second contact. */
function strongest(results: readonly Notified[], messageId: string): Delivery {
  if (results.includes("taken")) return { kind: "accepted", refs: [`push:${messageId}`] };
  if (results.includes("unknown")) return { kind: "unknown", error: "the push peer fell silent" };
  if (results.includes("again")) return { kind: "again", error: "push peer busy", afterMs: 10_000 };
  return { kind: "refused", error: "every push subscription is gone" };
}
