import { addDays, type EpochDay, formatDay, formatInstant, type InstantMs } from "@fairdue/kernel";
import { type Random, random } from "@fairdue/kernel";
import {
  type CaseOnRecord,
  judgePromises,
  listCases,
  loadDebts,
  openCaseOf,
  openContacts,
  placeCase,
  sequenceAll,
} from "@fairdue/store";
import { acceptReply } from "../channels/inbound.ts";
import type { Outbox } from "../channels/outbox.ts";
import { contactDesk } from "../gate/desk.ts";
import type { Shell } from "../http/compose/shell.ts";
import type { DeskApi } from "./desk-api.ts";
import type { GateClock } from "./gate-clock.ts";
import { inventedPerson, inventedPhone } from "./invented.ts";
import { demoAgency, demoTeams } from "./office.ts";

/** Where a visitor may look: found while the days were lived. */
export type Sights = {
  readonly overdue: { readonly borrowerId: string; readonly caseId: string } | null;
  readonly refused: { readonly borrowerId: string; readonly why: string } | null;
  readonly verifyCode: string | null;
};

export type DeskTally = Sights & {
  readonly texts: number;
  readonly calls: number;
  readonly refusals: number;
};

export type DeskLife = {
  /** What the desk does on a day that is not closed yet. */
  day(on: EpochDay): Promise<void>;
  end(): Promise<DeskTally>;
};

type Person = { readonly borrowerId: string; readonly number: number };

export type DeskWorld = {
  readonly shell: Shell;
  readonly api: DeskApi;
  readonly clock: GateClock;
  readonly outbox: Outbox;
  readonly bookId: string;
  /** Those who have an account by now; somebody with two accounts is there twice. */
  readonly people: () => readonly Person[];
};

const textsMax = 14;
const callsMax = 6;
const together = 6;

/**
 * The work of a servicing desk on overdue cases, day by day, through the gate: texts in the morning,
 * calls in the afternoon, and somebody who tries it too late in the evening. Who is contacted, and
 * what comes of it, is drawn; whether it may be done is the gate's decision alone.
 */
export function openDeskLife(world: DeskWorld): DeskLife {
  const tally = { texts: 0, calls: 0, refusals: 0 };
  const seen: { -readonly [Key in keyof Sights]: Sights[Key] } = {
    overdue: null,
    refused: null,
    verifyCode: null,
  };
  const known = new Set<string>();
  const it = { ...world, tally, seen, known };
  return {
    day: (on) => liveDeskDay(it, on),
    end: async () => {
      await sequenceAll(world.shell.database, { key: contactDesk(world.shell).logKey });
      const { bookId, shell } = world;
      const stands =
        seen.overdue && (await openCaseOf(shell.database, { ...seen.overdue, bookId }));
      return { ...tally, ...seen, overdue: stands ? seen.overdue : await anyOpen(world) };
    },
  };
}

/** An open case of the first team, should the one that was seen be paid by now. */
async function anyOpen({ shell, bookId }: DeskWorld): Promise<Sights["overdue"]> {
  const wanted = { bookId, isOpen: true, sort: "newest-first", teamId: demoTeams[0] } as const;
  const [one] = await listCases(shell.database, {
    ...wanted,
    on: 0 as EpochDay,
    after: null,
    count: 1,
  });
  return one ? { borrowerId: one.borrowerId, caseId: one.caseId } : null;
}

type Desk = DeskWorld & {
  readonly tally: { texts: number; calls: number; refusals: number };
  readonly seen: { -readonly [Key in keyof Sights]: Sights[Key] };
  readonly known: Set<string>;
};

async function liveDeskDay(desk: Desk, on: EpochDay): Promise<void> {
  const { clock, shell, bookId } = desk;
  const { database } = shell;
  const drawn = random(`fairdue demo desk ${formatDay(on)}`);
  await clock.moveTo(on, "10:05");
  await writeDown(desk);
  await database.transaction((tx) => judgePromises(tx, { bookId, through: addDays(on, -1) }));
  const wanted = { bookId, isOpen: true, sort: "oldest-first", on, after: null } as const;
  const cases = await listCases(database, { ...wanted, count: 5000 });
  await placeNew(desk, cases, on);
  const quiet = cases.filter((one) => one.holds.length === 0 && dpdOf(one, on) > 0);
  await inTurns(reminded(quiet, on), (one) => remind(desk, one, dpdOf(one, on)));
  await desk.outbox.step();
  await answerBack(desk, quiet, drawn);
  await clock.moveTo(on, "15:20");
  const called = quiet.filter((one) => dpdOf(one, on) > 3 && (dpdOf(one, on) + key(one)) % 5 === 0);
  await inTurns(called.slice(0, callsMax), (one) =>
    call(desk, { one, on, chance: key(one) % 100 }),
  );
  await clock.moveTo(on, "22:10");
  const late = quiet[drawn.integer(Math.max(quiet.length, 1))];
  if (late) await call(desk, { one: late, on, chance: 0 });
}

/** Keeps the person data of those who are new, as an origination system would hand them over. */
async function writeDown(desk: Desk): Promise<void> {
  const all = new Map(desk.people().map((one) => [one.borrowerId, one]));
  const fresh = [...all.values()].filter((one) => !desk.known.has(one.borrowerId));
  const { database, vault } = desk.shell;
  for (let from = 0; from < fresh.length; from += 500) {
    const some = fresh.slice(from, from + 500);
    await database.transaction(async (tx) => {
      const records = some.map((one) => inventedPerson(one.borrowerId, one.number));
      await vault.write(tx, records, "application");
      await openContacts(
        tx,
        some.map(({ borrowerId }) => ({ borrowerId, bookId: desk.bookId })),
      );
    });
    for (const one of some) desk.known.add(one.borrowerId);
  }
}

/** New cases go to a team; every third to a collector, old ones of the south to the agency. */
async function placeNew(
  { shell }: Desk,
  cases: readonly CaseOnRecord[],
  on: EpochDay,
): Promise<void> {
  const fresh = cases.filter((one) => one.teamId === null && one.agencyId === null);
  if (fresh.length === 0) return;
  await shell.database.transaction(async (tx) => {
    for (const one of fresh) {
      const isNorth = key(one) % 2 === 0;
      const isOutside = !isNorth && dpdOf(one, on) > 60;
      const collector = isNorth ? "act_collector" : "act_second-collector";
      const place = isOutside
        ? { agencyId: demoAgency, reason: "placed with an agency after sixty days" }
        : {
            teamId: isNorth ? demoTeams[0] : demoTeams[1],
            reason: "new case",
            ...(key(one) % 3 === 0 && { ownerId: collector }),
          };
      await placeCase(tx, one, { ...place, actor: "act_team-lead", on });
    }
  });
}

/** A text on the first, fourth, eighth, fifteenth … day. */
function reminded(cases: readonly CaseOnRecord[], on: EpochDay): readonly CaseOnRecord[] {
  const isDay = (dpd: number): boolean => dpd === 1 || dpd === 4 || dpd % 7 === 1;
  return cases.filter((one) => isDay(dpdOf(one, on))).slice(-textsMax);
}

async function remind(desk: Desk, one: CaseOnRecord, dpd: number): Promise<void> {
  const channel = key(one) % 3 === 0 ? "inbox" : "sms";
  const { ok, answer } = await desk.api(
    "/v1/messages",
    {
      ...(await addressed(desk, one)),
      channel,
      recipient: { role: "borrower", contactPoint: channel === "sms" ? "phone" : "inbox" },
      content: {
        kind: "template",
        templateId: dpd > 7 ? "help-offer" : "due-reminder",
        language: "zh-CN",
        values: { amount: one.overdueMinor, dueOn: formatDay(one.oldestUnpaidOn ?? one.openedOn) },
      },
      actor: { agencyId: one.agencyId, collectorId: null, isAutomated: true },
      details: { contactSource: "contract" },
    },
    "act_campaign",
  );
  if (!ok) return;
  const decision = decisionIn(answer["decision"]);
  if (decision.permit === null) return noteRefusal(desk, one, decision.why);
  desk.tally.texts += 1;
  desk.seen.verifyCode = decision.permit.verifyCode;
}

/** Now and then somebody asks to be left in peace, or says that it is the wrong number. */
async function answerBack(
  { shell, clock, people }: Desk,
  cases: readonly CaseOnRecord[],
  drawn: Random,
): Promise<void> {
  const one = cases[drawn.integer(Math.max(cases.length, 1))];
  const person = people().find((it) => it.borrowerId === one?.borrowerId);
  if (person === undefined || drawn.next() > 0.4) return;
  const texts = ["TD", "下周发工资后还，可以吗？", "已经还了", "打错了"];
  await acceptReply(shell, {
    channel: "sms",
    field: "phone",
    from: inventedPhone(person.number),
    text: texts[drawn.integer(texts.length)] ?? "TD",
    peerRef: `demo-${clock.now()}`,
    at: Math.floor(clock.now()),
  });
}

type Called = { readonly one: CaseOnRecord; readonly on: EpochDay; readonly chance: number };

async function call(desk: Desk, { one, on, chance }: Called): Promise<void> {
  const { api, clock } = desk;
  const collector = one.agencyId === null ? "act_collector" : "act_agency-collector";
  const asked = {
    ...(await addressed(desk, one)),
    channel: "call",
    recipient: { role: "borrower", contactPoint: "phone" },
    content: { kind: "script", script: "opening" },
    actor: { agencyId: one.agencyId, collectorId: collector, isAutomated: false },
    details: {
      isRightParty: true,
      isRecorded: true,
      elements: ["identity", "purpose"],
      categories: [],
      contactSource: "contract",
    },
  };
  const decided = await api("/v1/permits", asked, collector);
  if (!decided.ok) return;
  const decision = decisionIn(decided.answer);
  if (decision.permit === null) return noteRefusal(desk, one, decision.why);
  const { permitId, token } = decision.permit;
  const used = await api("/v1/permits/redemptions", { ...asked, token }, collector);
  if (!used.ok) return;
  desk.tally.calls += 1;
  const result = resultOf(chance);
  const own = `/v1/borrowers/${one.borrowerId}`;
  const endedAt = formatInstant(Math.floor(clock.now()) as InstantMs);
  await api(
    `${own}/permits/${permitId}/outcome`,
    { outcome: result.heard, endedAt, recordingRef: null },
    collector,
  );
  const isPromise = result.is === "promise";
  const amountMinor = Math.max(1, Math.min(one.overdueMinor, one.owedMinor));
  await api(
    `${own}/cases/${one.caseId}/results`,
    {
      result: result.is,
      channel: "call",
      permitId,
      ...(isPromise && {
        promise: { amountMinor, promisedOn: formatDay(addDays(on, 3 + (chance % 5))) },
      }),
      ...(result.note !== undefined && { note: result.note }),
    },
    collector,
  );
  if (one.teamId === demoTeams[0] && (isPromise || result.is === "cannot-pay"))
    desk.seen.overdue = { borrowerId: one.borrowerId, caseId: one.caseId };
}

type CallResult = { readonly is: string; readonly heard: string; readonly note?: string };

/** What comes of a call, by a draw of 0 to 99. */
function resultOf(chance: number): CallResult {
  if (chance < 40) return { is: "no-answer", heard: "unanswered" };
  if (chance < 50) return { is: "voicemail", heard: "voicemail" };
  if (chance < 80)
    return { is: "promise", heard: "conversation", note: "发工资后还。 Will pay after payday." };
  if (chance < 88)
    return {
      is: "cannot-pay",
      heard: "conversation",
      note: "刚失业，希望协商还款。 Lost the job; asks for a plan.",
    };
  if (chance < 93) return { is: "disputes", heard: "conversation" };
  if (chance < 97) return { is: "asks-to-wait", heard: "conversation" };
  return { is: "wrong-person", heard: "wrong-person" };
}

async function addressed({ shell, bookId }: Desk, one: CaseOnRecord) {
  const { borrowerId } = one;
  const debts = await loadDebts(shell.database, { borrowerId, bookId });
  return {
    borrowerId,
    accountIds: debts.map((debt) => debt.accountId),
    purpose: "collection",
    place: null,
  };
}

type Decided = {
  readonly permit: { permitId: string; token: string; verifyCode: string } | null;
  readonly why: string;
};

function decisionIn(answer: unknown): Decided {
  const it = answer as Decided & { readonly says: { readonly en: string } };
  return { permit: it.permit, why: it.says.en };
}

function noteRefusal(desk: Desk, { borrowerId, teamId }: CaseOnRecord, why: string): void {
  desk.tally.refusals += 1;
  if (teamId === demoTeams[0]) desk.seen.refused = { borrowerId, why };
}

function dpdOf(one: CaseOnRecord, on: EpochDay): number {
  return one.oldestUnpaidOn === null ? 0 : on - one.oldestUnpaidOn;
}

/** A number that stays with the case. */
function key(one: CaseOnRecord): number {
  return [...one.borrowerId].reduce((sum, it) => (sum * 31 + it.charCodeAt(0)) % 9973, 7);
}

/** A few at a time: the database has two cores. */
async function inTurns<Item>(
  items: readonly Item[],
  work: (item: Item) => Promise<void>,
): Promise<void> {
  const waiting = [...items];
  const lane = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) await work(next);
  };
  await Promise.all(Array.from({ length: together }, lane));
}
