import { randomUUIDv7 } from "node:crypto";
import { accepted, assert, type Outcome, present, refused } from "@fairdue/kernel";
import { canonicalJson } from "@fairdue/proof";
import {
  type ContactAct,
  type ContactRules,
  decideContact,
  digestAct,
  type GateDecision,
  isAllowed,
  parsePermitToken,
  type Permit,
  plainAct,
  type Ruling,
} from "@fairdue/servicing";
import {
  type Database,
  type DecisionOnRecord,
  groupCommit,
  type Loaded,
  loadKnowledge,
  type MessageDraft,
  type NotRedeemed,
  plainRuling,
  redeem,
  type Redemption,
  type Reservation,
  reserve,
  type Sql,
  type Transaction,
} from "@fairdue/store";
import { drawVerifyCode, type PermitSigner } from "./keys.ts";

export type ContactRequest = {
  /** Chosen by the caller; the same key again gets the same answer. */
  readonly requestKey: string;
  readonly act: ContactAct;
};

export type GateAnswer = {
  readonly decisionId: string;
  readonly decidedAt: number;
  readonly outcome: Ruling["outcome"];
  /** What is kept of the ruling: rules, reasons in both languages, trace. */
  readonly ruling: ReturnType<typeof plainRuling>;
  readonly permit: (Permit & { readonly token: string }) | null;
};

export type GateRefusal =
  | { readonly code: "borrower-unknown"; readonly borrowerId: string }
  | { readonly code: "request-key-reused"; readonly requestKey: string };

export type GateResult = Outcome<GateAnswer, GateRefusal>;

export type GateOptions = {
  readonly database: Database;
  readonly rules: ContactRules;
  readonly signer: PermitSigner;
  /** Longest life of a permit; ten minutes by default. */
  readonly lifeMsMax?: number;
};

export type Gate = {
  /** Decides on one contact. Requests that arrive together are written together. */
  request(asked: ContactRequest): Promise<GateResult>;
  /** Decides on a campaign in one call, answering in order. */
  requestAll(asked: readonly ContactRequest[]): Promise<readonly GateResult[]>;
  redeem(asked: RedeemRequest): Promise<Outcome<Redemption, NotRedeemed>>;
  /** The same, within a transaction of the caller: all of it stands with the caller's own writes. */
  within(tx: Transaction): Omit<Gate, "request" | "within">;
};

export type RedeemRequest = {
  readonly token: string;
  readonly act: ContactAct;
  readonly message: MessageDraft | null;
};

/** The one and only way out. Everything that it decides is on record and in the log. */
export function openGate(options: GateOptions): Gate {
  const { database } = options;
  const queue = groupCommit<ContactRequest, GateResult>({
    lanes: 2,
    batchMax: 64,
    write: (batch) => requestAll(options, database, batch),
  });
  return {
    request: (asked) => queue.submit(asked),
    requestAll: (asked) => requestAll(options, database, asked),
    redeem: (asked) => database.transaction((tx) => redeemToken(options, tx, asked)),
    within: (tx) => ({
      requestAll: (asked) => requestAll(options, tx, asked),
      redeem: (asked) => redeemToken(options, tx, asked),
    }),
  };
}

type Slot = { readonly asked: ContactRequest; readonly place: number };

/** In waves: each decides at most once on a person, and what lost a race is asked anew. */
async function requestAll(
  options: GateOptions,
  sql: Sql,
  asked: readonly ContactRequest[],
): Promise<readonly GateResult[]> {
  const answers = new Map<number, GateResult>();
  let waiting: readonly Slot[] = asked.map((it, place) => ({ asked: it, place }));
  while (waiting.length > 0) {
    const wave = firstOfEach(waiting);
    const results = await decideWave(options, sql, wave);
    results.forEach((it, k) => {
      if (it !== undefined) answers.set(wave[k]!.place, it);
    });
    waiting = waiting.filter((it) => !answers.has(it.place));
  }
  return asked.map((_, place) => present(answers.get(place), "an answer for each request"));
}

function firstOfEach(slots: readonly Slot[]): readonly Slot[] {
  const seen = new Set<string>();
  return slots.filter(({ asked }) => {
    const isFirst = !seen.has(asked.act.borrowerId);
    seen.add(asked.act.borrowerId);
    return isFirst;
  });
}

async function decideWave(
  options: GateOptions,
  sql: Sql,
  wave: readonly Slot[],
): Promise<readonly (GateResult | undefined)[]> {
  const loaded = await loadKnowledge(
    sql,
    wave.map(({ asked }) => ({ borrowerId: asked.act.borrowerId, requestKey: asked.requestKey })),
  );
  const drafts = wave.map(({ asked }, k) => draftOf(options, asked, loaded[k]!));
  const reservations = drafts.flatMap((it) => (it.kind === "reserve" ? [it.reservation] : []));
  const written = await reserve(sql, reservations);
  return drafts.map((it) => {
    if (it.kind === "answer") return it.result;
    if (!written.has(it.reservation.decisionId)) return undefined;
    return accepted(answerOf(options, it.reservation));
  });
}

type Draft =
  | { readonly kind: "answer"; readonly result: GateResult }
  | { readonly kind: "reserve"; readonly reservation: Reservation };

function draftOf(options: GateOptions, asked: ContactRequest, loaded: Loaded): Draft {
  const { act, requestKey } = asked;
  if (loaded.earlier !== undefined)
    return { kind: "answer", result: repeated(options, asked, loaded.earlier) };
  if (loaded.known === undefined) {
    const refusal = { code: "borrower-unknown", borrowerId: act.borrowerId } as const;
    return { kind: "answer", result: refused(refusal) };
  }
  const decision = decideContact({
    known: loaded.known,
    act,
    rules: options.rules,
    lifeMsMax: options.lifeMsMax ?? 600_000,
  });
  const reservation = {
    decisionId: randomUUIDv7(),
    requestKey,
    act,
    stateVersion: loaded.known.version,
    decision,
    permit: permitOf(act, decision),
  };
  return { kind: "reserve", reservation };
}

function permitOf(act: ContactAct, decision: GateDecision): Permit | null {
  if (decision.expiresAt === null) return null;
  assert(isAllowed(decision.ruling.outcome), "only what is allowed gets a permit");
  return {
    permitId: randomUUIDv7(),
    borrowerId: act.borrowerId,
    actDigest: digestAct(act),
    channel: act.channel,
    issuedAt: decision.decidedAt,
    expiresAt: decision.expiresAt,
    verifyCode: drawVerifyCode(),
  };
}

function answerOf(options: GateOptions, it: Reservation): GateAnswer {
  return {
    decisionId: it.decisionId,
    decidedAt: it.decision.decidedAt,
    outcome: it.decision.ruling.outcome,
    ruling: plainRuling(it.decision.ruling),
    permit: it.permit && { ...it.permit, token: options.signer.token(it.permit) },
  };
}

/** The same request once more: the answer that it got, or a refusal if it now says another thing. */
function repeated(
  options: GateOptions,
  { act, requestKey }: ContactRequest,
  earlier: DecisionOnRecord,
): GateResult {
  if (canonicalJson(plainAct(earlier.act)) !== canonicalJson(plainAct(act)))
    return refused({ code: "request-key-reused", requestKey });
  const permit = earlier.permit && {
    ...earlier.permit,
    borrowerId: act.borrowerId,
    actDigest: digestAct(act),
    channel: act.channel,
    issuedAt: earlier.decidedAt,
  };
  return accepted({
    decisionId: earlier.decisionId,
    decidedAt: earlier.decidedAt,
    outcome: earlier.outcome,
    ruling: earlier.ruling,
    permit: permit && { ...permit, token: options.signer.token(permit) },
  });
}

async function redeemToken(
  { signer }: GateOptions,
  tx: Transaction,
  { token, act, message }: RedeemRequest,
): Promise<Outcome<Redemption, NotRedeemed>> {
  const parsed = parsePermitToken(token);
  if (!parsed.ok || !signer.isOwn(parsed.value.text, parsed.value.signature))
    return refused({ code: "permit-unknown" });
  const { permit } = parsed.value;
  if (permit.borrowerId !== act.borrowerId || permit.actDigest !== digestAct(act))
    return refused({ code: "permit-for-another-act" });
  return await redeem(tx, { permitId: permit.permitId, act, message });
}
