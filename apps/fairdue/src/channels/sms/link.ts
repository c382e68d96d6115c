import smpp, { type Pdu, type Session } from "smpp";

export type SmscOptions = {
  readonly host: string;
  readonly port: number;
  readonly systemId: string;
  readonly password: string;
  /** Submissions under way at once, as agreed with the peer. */
  readonly windowMax?: number;
  /** Submissions a second, as agreed with the peer. */
  readonly perSecondMax?: number;
  /** A peer that does not answer for so long counts as gone. */
  readonly responseMs?: number;
  /** Takes a deliver_sm (receipt or reply); `false` asks the peer to bring it again later. */
  readonly onDeliver: (pdu: Pdu) => Promise<boolean>;
  readonly tell?: (line: string) => void;
};

export type Submission =
  | { readonly kind: "accepted"; readonly messageId: string }
  /** Certainly not taken: no connection. */
  | { readonly kind: "down" }
  /** Certainly not taken now: throttled or full. */
  | { readonly kind: "throttled" }
  | { readonly kind: "refused"; readonly status: number }
  /** It was sent, and the connection broke or fell silent before the answer. */
  | { readonly kind: "unknown" };

export type SmscLink = {
  submit(fields: Record<string, unknown>): Promise<Submission>;
  isUp(): boolean;
  close(): Promise<void>;
};

// Statuses of SMPP 3.4 §5.1.3.
const ok = 0x00;
const queueFull = 0x14;
const throttled = 0x58;
const temporaryFailure = 0x64;

type Outstanding = (result: Submission) => void;

/**
 * A connection to an SMSC that comes back by itself: SMPP 3.4 transceiver, a window of submissions,
 * paced, watched by enquire_link. What was under way when it broke is answered as unknown.
 */
export function openSmscLink(options: SmscOptions): SmscLink {
  const responseMs = options.responseMs ?? 10_000;
  const tell = options.tell ?? ((): void => {});
  const outstanding = new Set<Outstanding>();
  const state = {
    session: undefined as Session | undefined,
    isUp: false,
    isClosed: false,
    fails: 0,
  };
  const pace = pacer(options.windowMax ?? 10, options.perSecondMax ?? 1000);
  let timer: NodeJS.Timeout | undefined;

  const drop = (): void => {
    if (state.isUp && !state.isClosed) tell("the SMSC connection is gone");
    state.isUp = false;
    for (const settle of outstanding) settle({ kind: "unknown" });
    outstanding.clear();
    if (state.isClosed) return;
    state.fails += 1;
    clearTimeout(timer);
    timer = setTimeout(connect, Math.min(10_000, 100 * 2 ** Math.min(state.fails, 7)));
  };

  const connect = (): void => {
    if (state.isClosed) return;
    const session = smpp.connect({ host: options.host, port: options.port });
    state.session = session;
    let isGone = false;
    const gone = (): void => {
      if (isGone) return;
      isGone = true;
      state.session = undefined;
      session.destroy();
      drop();
    };
    session.on("connect", () => {
      const { systemId, password } = options;
      const fields = { system_id: systemId, password, interface_version: 0x34 };
      session.bind_transceiver(fields, (pdu) => {
        if (pdu.command_status !== ok) {
          tell(`the SMSC refused to bind: status ${pdu.command_status}`);
          return gone();
        }
        state.isUp = true;
        state.fails = 0;
      });
    });
    session.on("close", gone);
    session.on("error", gone);
    session.on("unbind", (pdu: Pdu) => {
      session.send(pdu.response());
      gone();
    });
    session.on("enquire_link", (pdu: Pdu) => session.send(pdu.response()));
    session.on("deliver_sm", (pdu: Pdu) => void answer(session, pdu, options.onDeliver));
    watch(session, { responseMs, isGone: () => isGone, gone });
  };

  const submitNow = (fields: Record<string, unknown>): Promise<Submission> =>
    new Promise((resolve) => {
      const { session } = state;
      if (!state.isUp || session === undefined) return resolve({ kind: "down" });
      const settle: Outstanding = (result) => {
        if (outstanding.delete(settle)) resolve(result);
      };
      outstanding.add(settle);
      setTimeout(() => settle({ kind: "unknown" }), responseMs).unref();
      const isWritten = session.submit_sm(fields, (pdu) => settle(submissionOf(pdu)));
      if (!isWritten) settle({ kind: "down" });
    });

  connect();
  return {
    submit: (fields) =>
      state.isUp ? pace(() => submitNow(fields)) : Promise.resolve({ kind: "down" }),
    isUp: () => state.isUp,
    close: async () => {
      state.isClosed = true;
      clearTimeout(timer);
      const { session, isUp } = state;
      if (session === undefined) return;
      await new Promise<void>((resolve) => {
        const hurry = setTimeout(() => session.destroy(), 500);
        session.on("close", () => {
          clearTimeout(hurry);
          resolve();
        });
        if (!isUp || !session.unbind(() => session.close())) session.destroy();
      });
    },
  };
}

function submissionOf(pdu: Pdu): Submission {
  const status = pdu.command_status;
  if (status === ok) return { kind: "accepted", messageId: pdu.message_id ?? "" };
  if (status === throttled || status === queueFull) return { kind: "throttled" };
  return { kind: "refused", status };
}

async function answer(
  session: Session,
  pdu: Pdu,
  take: (pdu: Pdu) => Promise<boolean>,
): Promise<void> {
  const isTaken = await take(pdu).catch(() => false);
  session.send(pdu.response(isTaken ? {} : { command_status: temporaryFailure }));
}

function watch(
  session: Session,
  it: { readonly responseMs: number; isGone(): boolean; gone(): void },
): void {
  const beat = setInterval(() => {
    if (it.isGone()) return clearInterval(beat);
    const silence = setTimeout(it.gone, it.responseMs);
    session.enquire_link(() => clearTimeout(silence));
  }, it.responseMs * 1.5);
  beat.unref();
}

/** At most so many under way at once, and so many begun a second. */
function pacer(
  windowMax: number,
  perSecondMax: number,
): <Result>(begin: () => Promise<Result>) => Promise<Result> {
  const gapMs = 1000 / perSecondMax;
  let underWay = 0;
  let nextAt = 0;
  const queue: (() => void)[] = [];
  const release = (): void => {
    underWay -= 1;
    queue.shift()?.();
  };
  return async (begin) => {
    if (underWay >= windowMax) await new Promise<void>((resolve) => queue.push(resolve));
    underWay += 1;
    const now = performance.now();
    const at = Math.max(now, nextAt);
    nextAt = at + gapMs;
    if (at > now) await new Promise((resolve) => setTimeout(resolve, at - now));
    return await begin().finally(release);
  };
}
