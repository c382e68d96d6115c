import { randomBytes, randomUUID } from "node:crypto";
import fc from "fast-check";
import { withWishes, type ContactAct } from "@fairdue/servicing";
import {
  claimMessages,
  type Database,
  type Delivery,
  expireMessages,
  learn,
  openDatabase,
  openTestDatabase,
  settleAbandoned,
  settleMessage,
  sweepExpired,
  type TestDatabase,
  verifyGate,
  verifyLog,
  sequenceAll,
} from "@fairdue/store";
import { signerKey } from "@fairdue/proof";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openGate, type Gate } from "../../apps/fairdue/src/gate/gate.ts";
import { permitSigner } from "../../apps/fairdue/src/gate/keys.ts";
import { admit, callTo, smsTo } from "../integration/gate/people.ts";
import { rulesOf } from "../integration/gate/rules-for-tests.ts";

const minute = 60_000;
const hour = 60 * minute;
const most = 3;
const windowMs = 24 * hour;
const open: readonly [number, number] = [2, 14];
const rules = withWishes(rulesOf({ attemptsMax: most, windowMs, hours: open }));
const signer = permitSigner(randomBytes(32));

let db: TestDatabase;
let owner: Database;
beforeAll(async () => {
  db = await openTestDatabase({ connectionsMax: 8 });
  owner = openDatabase(db.ownerUrl, { connectionsMax: 2 });
});
afterAll(async () => {
  await owner.close();
  await db.drop();
});

/** What may befall the gate; each step may do several things at once. */
type Step =
  | { readonly kind: "wait"; readonly minutes: number }
  | { readonly kind: "ask"; readonly who: readonly number[]; readonly channel: "call" | "sms" }
  | { readonly kind: "ask-again"; readonly pick: number }
  | { readonly kind: "redeem"; readonly picks: readonly number[] }
  | { readonly kind: "send"; readonly how: "well" | "throttled" | "dies-before" | "dies-after" }
  | { readonly kind: "cut-connections"; readonly who: number }
  | { readonly kind: "cease" | "resume"; readonly who: number };

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant("wait" as const),
      minutes: fc.constantFrom(1, 4, 9, 11, 45, 180, 700),
    }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant("ask" as const),
      who: fc.array(fc.nat(1), { minLength: 1, maxLength: 6 }),
      channel: fc.constantFrom("call" as const, "sms" as const),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant("ask-again" as const), pick: fc.nat(50) }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant("redeem" as const),
      picks: fc.array(fc.nat(50), { minLength: 1, maxLength: 6 }),
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant("send" as const),
      how: fc.constantFrom(
        "well" as const,
        "throttled" as const,
        "dies-before" as const,
        "dies-after" as const,
      ),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant("cut-connections" as const), who: fc.nat(1) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constantFrom("cease" as const, "resume" as const),
      who: fc.nat(1),
    }),
  },
);

/** What really reached a person, written down by the far end and not by the gate. */
type Reached = { readonly borrowerId: string; readonly at: number };
type World = {
  readonly people: readonly string[];
  readonly gates: readonly Gate[];
  readonly pools: readonly Database[];
  readonly asked: { requestKey: string; act: ContactAct }[];
  readonly permits: { token: string; act: ContactAct }[];
  readonly reached: Reached[];
  readonly ceased: { borrowerId: string; from: number; to: number }[];
};

async function now(): Promise<number> {
  const [row] = await owner.rows("SELECT gate_now() AS now");
  return (row!["now"] as Date).getTime();
}

async function newWorld(): Promise<World> {
  const people = [0, 1].map(() => `brw_${randomUUID()}`);
  await admit(db, people);
  // Each history begins at nine in the morning of the window.
  await owner.rows(
    `INSERT INTO clock_shift (shift) VALUES (date_trunc('day', now()) + interval '9 hours' - now())
     ON CONFLICT (is_only) DO UPDATE SET shift = excluded.shift`,
  );
  const pools = [0, 1].map(() => openDatabase(db.url, { connectionsMax: 4 }));
  const gates = pools.map((database) =>
    openGate({ database, rules, signer, lifeMsMax: 10 * minute }),
  );
  return { people, gates, pools, asked: [], permits: [], reached: [], ceased: [] };
}

/** A cut connection fails a call, and the caller may ask again; nothing else may throw. */
async function orCut<Result>(work: Promise<Result>): Promise<Result | undefined> {
  return await work.catch((error: Error) => {
    if (/terminat|Connection|ECONNRESET|closed/i.test(error.message)) return undefined;
    throw error;
  });
}

async function ask(world: World, k: number, asked: World["asked"][number]): Promise<void> {
  world.asked.push(asked);
  const result = await orCut(world.gates[k % 2]!.request(asked));
  if (result?.ok && result.value.permit)
    world.permits.push({ token: result.value.permit.token, act: asked.act });
}

async function redeem(world: World, pick: number): Promise<void> {
  const permit = world.permits[pick % Math.max(1, world.permits.length)];
  if (permit === undefined) return;
  const isText = permit.act.channel === "sms";
  const message = isText ? { language: "en", sealedContent: Buffer.from("x") } : null;
  const result = await orCut(world.gates[pick % 2]!.redeem({ ...permit, message }));
  if (result?.ok && !isText)
    world.reached.push({ borrowerId: permit.act.borrowerId, at: result.value.redeemedAt });
}

const guardMs = 1000;

async function send(world: World, how: Extract<Step, { kind: "send" }>["how"]): Promise<void> {
  await settleAbandoned(db, 20 * minute);
  await expireMessages(db, { guardMs, channels: null });
  await db.transaction((tx) => sweepExpired(tx));
  const claimed = await claimMessages(db, { channel: "sms", messagesMax: 9, guardMs });
  for (const message of claimed) {
    if (how === "dies-before") continue;
    if (how !== "throttled")
      world.reached.push({ borrowerId: message.borrowerId, at: await now() });
    if (how === "dies-after") continue;
    const end: Delivery =
      how === "well"
        ? { kind: "accepted", refs: [] }
        : { kind: "again", error: "busy", afterMs: 0 };
    await settleMessage(db, message, end);
  }
}

async function perform(world: World, it: Step): Promise<void> {
  switch (it.kind) {
    case "wait":
      await owner.rows("UPDATE clock_shift SET shift = shift + make_interval(mins => $1)", [
        it.minutes,
      ]);
      return;
    case "ask": {
      const make = it.channel === "call" ? callTo : smsTo;
      await Promise.all(
        it.who.map((who, k) =>
          ask(world, k, { requestKey: randomUUID(), act: make(world.people[who]!) }),
        ),
      );
      return;
    }
    case "ask-again": {
      const before = world.asked[it.pick % Math.max(1, world.asked.length)];
      if (before) await ask(world, it.pick, before);
      return;
    }
    case "redeem":
      await Promise.all(it.picks.map((pick) => redeem(world, pick)));
      return;
    case "send":
      return await send(world, it.how);
    case "cut-connections": {
      const act = callTo(world.people[it.who]!);
      const asking = [0, 1].map((k) => ask(world, k, { requestKey: randomUUID(), act }));
      await owner.rows(
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
         WHERE datname = current_database() AND pid <> pg_backend_pid() AND state <> 'idle'`,
      );
      await Promise.all(asking);
      return;
    }
    case "cease":
    case "resume": {
      const borrowerId = world.people[it.who]!;
      const value = it.kind === "cease" ? true : undefined;
      const facts = [{ name: "wish.cease", value, source: "borrower" }];
      if (it.kind === "resume")
        for (const one of world.ceased)
          if (one.borrowerId === borrowerId) one.to = Math.min(one.to, await now());
      await db.transaction((tx) =>
        learn(tx, { borrowerId, facts, revokes: it.kind === "cease" ? "cease" : null }),
      );
      if (it.kind === "cease")
        world.ceased.push({ borrowerId, from: await now(), to: Number.POSITIVE_INFINITY });
      return;
    }
  }
}

/** Slow and obvious: looks at what reached the person, and at nothing that the gate says. */
function judge({ people, reached, ceased }: World): string[] {
  const wrong: string[] = [];
  for (const borrowerId of people) {
    const times = reached.filter((it) => it.borrowerId === borrowerId).map((it) => it.at);
    for (const at of times) {
      const within = times.filter((other) => other > at - windowMs && other <= at).length;
      if (within > most) wrong.push(`${within} contacts in a day at ${new Date(at).toISOString()}`);
      const its = new Date(at).getUTCHours();
      if (its < open[0] || its >= open[1])
        wrong.push(`outside the hours: ${new Date(at).toISOString()}`);
      const isCeased = ceased.some(
        (it) => it.borrowerId === borrowerId && at > it.from && at <= it.to,
      );
      if (isCeased) wrong.push(`after a cease request: ${new Date(at).toISOString()}`);
    }
  }
  return wrong;
}

test("no history of requests, retries, races, crashes and waits exceeds a cap, leaves the hours or passes over a wish", async () => {
  let reached = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 30, maxLength: 60 }), async (steps) => {
      const world = await newWorld();
      try {
        for (const it of steps) await perform(world, it);
        expect(judge(world)).toEqual([]);
        reached += world.reached.length;
      } finally {
        await Promise.all(world.pools.map((pool) => pool.close()));
      }
    }),
    { numRuns: 6, endOnFailure: true },
  );
  // The gate is no wall: people were reached.
  expect(reached).toBeGreaterThan(10);
  const key = signerKey("log.test", "ed25519", new Uint8Array(32).fill(3));
  await sequenceAll(db, { key });
  expect((await verifyLog(db, { key })).faults).toEqual([]);
  expect(await verifyGate(db)).toEqual([]);
});

test("the oracle itself sees a cap that is exceeded, an hour that is left and a wish passed over", () => {
  const noon = Date.UTC(2026, 10, 25, 12);
  const world = (times: readonly number[], from = Number.POSITIVE_INFINITY): string[] =>
    judge({
      people: ["a"],
      reached: times.map((at) => ({ borrowerId: "a", at })),
      ceased: [{ borrowerId: "a", from, to: Number.POSITIVE_INFINITY }],
      gates: [],
      pools: [],
      asked: [],
      permits: [],
    });
  expect(world([noon, noon + 1, noon + 2])).toEqual([]);
  expect(world([noon, noon + 1, noon + 2, noon + 3])).toHaveLength(1);
  expect(world([noon, noon + 1, noon + 2, noon + windowMs])).toEqual([]);
  expect(world([noon + 2 * hour])).toHaveLength(1);
  expect(world([noon], noon - 1)).toHaveLength(1);
});
