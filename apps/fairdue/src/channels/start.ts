import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import {
  type Database,
  forgetPushSubscription,
  type Keyring,
  loadPushSubscriptions,
  sequenceAll,
  type Vault,
} from "@fairdue/store";
import type { Logger } from "pino";
import { contactDesk } from "../gate/desk.ts";
import type { ChannelAdapter } from "./adapter.ts";
import { emailAdapter } from "./email.ts";
import { acceptReceipt, acceptReply } from "./inbound.ts";
import { inboxAdapter } from "./inbox.ts";
import { letterAdapter } from "./letter/letter.ts";
import { openOutbox } from "./outbox.ts";
import { pushAdapter, pushPlace } from "./push.ts";
import { smsAdapter } from "./sms/adapter.ts";

export type ContactWork = { stop(): Promise<void> };

type Surroundings = {
  readonly database: Database;
  readonly vault: Vault;
  readonly keyring: Keyring;
  readonly home: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly log: Logger;
};

/**
 * What goes on beside the server: messages leave by the channels that the environment names
 * (docs/channels.md), and what was decided gets its place in the log every second.
 */
export function startContactWork(it: Surroundings): ContactWork {
  const { database, vault, log } = it;
  const tell = (line: string): void => log.warn(line);
  const outbox = openOutbox({ database, vault, adapters: adaptersOf(it), tell });
  outbox.start();
  const stopping = new AbortController();
  const sequencing = sequence(it, stopping.signal);
  return {
    stop: async () => {
      stopping.abort();
      await Promise.all([outbox.stop(), sequencing]);
    },
  };
}

async function sequence(it: Surroundings, signal: AbortSignal): Promise<void> {
  const { logKey } = contactDesk(it);
  while (!signal.aborted) {
    await sequenceAll(it.database, { key: logKey }).catch((error: unknown) =>
      it.log.error({ err: error }, "the log could not be extended; trying again"),
    );
    await wait(1000, undefined, { signal }).catch(() => {});
  }
}

/** The ways out that the environment names, and those that every installation has. */
export function adaptersOf(it: Omit<Surroundings, "keyring">): ChannelAdapter[] {
  const { database, vault, home, environment } = it;
  const adapters: ChannelAdapter[] = [
    inboxAdapter(database, vault),
    letterAdapter({ folder: join(home, "letters"), head: () => letterHead(environment) }),
  ];
  const smtp = environment["FAIRDUE_SMTP_URL"];
  if (smtp)
    adapters.push(emailAdapter({ url: smtp, from: environment["FAIRDUE_MAIL_FROM"] ?? "" }));
  const smpp = environment["FAIRDUE_SMPP_URL"];
  if (smpp) adapters.push(smsFrom(new URL(smpp), it));
  const [publicKey, privateKey] = [
    environment["FAIRDUE_VAPID_PUBLIC"],
    environment["FAIRDUE_VAPID_PRIVATE"],
  ];
  if (publicKey && privateKey) adapters.push(pushFrom({ publicKey, privateKey }, it));
  return adapters;
}

function letterHead(environment: Surroundings["environment"]) {
  return {
    sender: environment["FAIRDUE_LETTER_SENDER"] ?? "有度 Fairdue",
    senderAddress: environment["FAIRDUE_LETTER_ADDRESS"] ?? "",
    writtenOn: new Date().toISOString().slice(0, 10),
  };
}

/** `smpp://user:password@host:2775?sender=95000&window=10&rate=100`. */
function smsFrom(
  url: URL,
  { database, vault, log }: Omit<Surroundings, "keyring">,
): ChannelAdapter {
  const number = (name: string, otherwise: number): number =>
    Number(url.searchParams.get(name) ?? otherwise);
  return smsAdapter({
    host: url.hostname,
    port: Number(url.port || 2775),
    systemId: decodeURIComponent(url.username),
    password: decodeURIComponent(url.password),
    sender: url.searchParams.get("sender") ?? "",
    windowMax: number("window", 10),
    perSecondMax: number("rate", 100),
    tell: (line) => log.warn(line),
    onReceipt: (receipt) => acceptReceipt(database, { ...receipt, at: Date.now() }),
    onReply: async (reply) => {
      const its = { channel: "sms", field: "phone", at: Date.now() } as const;
      await acceptReply({ database, vault }, { ...its, ...reply });
    },
  });
}

function pushFrom(
  keys: { readonly publicKey: string; readonly privateKey: string },
  { database, vault, environment }: Omit<Surroundings, "keyring">,
): ChannelAdapter {
  return pushAdapter({
    ...keys,
    subject: environment["FAIRDUE_VAPID_SUBJECT"] ?? "mailto:notice@localhost",
    subscriptions: async (borrowerId) =>
      await Promise.all(
        (await loadPushSubscriptions(database, borrowerId)).map(async (it) => ({
          subscriptionId: it.subscriptionId,
          ...JSON.parse(await vault.unseal(database, borrowerId, it.sealed, pushPlace)),
        })),
      ),
    forget: (borrowerId, subscriptionId) =>
      forgetPushSubscription(database, { borrowerId, subscriptionId }),
  });
}
