import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { packs } from "@fairdue/packs";
import {
  type ContactAct,
  type ContactRules,
  decideContact,
  digestAct,
  type Permit,
  plainAct,
  rulesOfPacks,
} from "@fairdue/servicing";
import {
  type Database,
  decisionRecord,
  loadKnowledge,
  migrate,
  openContacts,
  openDatabase,
  plainRuling,
  sealLeaf,
  useServer,
} from "@fairdue/store";
import { openGate, type Gate } from "../apps/fairdue/src/gate/gate.ts";
import { drawVerifyCode, permitSigner } from "../apps/fairdue/src/gate/keys.ts";
import { median, type BenchOptions, type BenchReport } from "./report.ts";

const clients = 16;
const lenderFacts = { "lender.kind": "consumer-finance" };

/**
 * Durable permits a second: the whole gate (facts read, the `cn` pack with full trace, quota, permit
 * signed, leaf queued) with 16 clients, against the same rows inserted with no guard at all.
 */
export async function run({ repeats, scale, progress }: BenchOptions): Promise<BenchReport> {
  const home = mkdtempSync(join(tmpdir(), "fairdue-bench-gate-"));
  const server = await useServer({ home, tell: progress });
  const url = server.urlOf("fairdue");
  await migrate(url);
  const database = openDatabase(url, { connectionsMax: clients });
  try {
    const people = Math.max(2_000, Math.round(20_000 * scale));
    const seconds = Math.max(1, 4 * scale);
    progress(`admitting ${people} people`);
    const ids = Array.from({ length: people }, (_, k) => `brw_${k}`);
    await admit(database, ids);
    await plainTables(database);
    const gate = gateOn(database);
    const sample = await sampleRows(database, gate);
    const unguarded: number[] = [];
    const naive: number[] = [];
    const single: number[] = [];
    const alone: number[] = [];
    const bulk: number[] = [];
    for (let round = 0; round < Math.max(1, repeats); round++) {
      progress(`round ${round + 1}: unguarded`);
      unguarded.push(await perSecond(seconds, clients, () => insertPlain(database, sample)));
      progress(`round ${round + 1}: the same work, check-then-insert`);
      naive.push(
        await perSecond(seconds, clients, (n) => checkThenInsert(database, ids[n % people]!)),
      );
      progress(`round ${round + 1}: single requests`);
      single.push(await perSecond(seconds, clients, (n) => ask(gate, ids[n % people]!)));
      progress(`round ${round + 1}: one transaction for each request`);
      alone.push(
        await perSecond(seconds, clients, (n) => askMany(gate, ids, { from: n, size: 1 })),
      );
      progress(`round ${round + 1}: bulk`);
      const size = 500;
      const batches = await perSecond(seconds, 2, (n) =>
        askMany(gate, ids, { from: n * size, size }),
      );
      bulk.push(batches * size);
    }
    const violations = await race(database, seconds, progress);
    const [plain, one, many] = [median(unguarded), median(single), median(bulk)];
    const [each, wrong] = [median(alone), median(naive)];
    return {
      name: "gate",
      baseline: "the same four rows inserted with no guard, no rules and no signature, 16 clients",
      rows: [
        { label: "unguarded inserts", perSecond: plain, unit: "rows of four", ratio: 1 },
        {
          label: "check-then-insert: facts, rules, signature and leaf, but no guard (wrong)",
          perSecond: wrong,
          unit: "decisions",
          ratio: wrong / plain,
        },
        {
          label: "gate, single requests, 16 clients",
          perSecond: one,
          unit: "decisions",
          ratio: one / plain,
        },
        {
          label: "gate, each request in a transaction of its own",
          perSecond: each,
          unit: "decisions",
          ratio: each / plain,
        },
        {
          label: "gate, bulk of 500, 2 clients",
          perSecond: many,
          unit: "decisions",
          ratio: many / plain,
        },
      ],
      claims: [
        {
          claim: "single requests against bare inserts, with no rules and no signature either",
          target: ">= 0.6x",
          measured: `${(one / plain).toFixed(2)}x`,
          holds: one / plain >= 0.6,
        },
        {
          claim: "single requests against the same work with no guard (check-then-insert)",
          target: ">= 0.6x",
          measured: `${(one / wrong).toFixed(2)}x`,
          holds: one / wrong >= 0.6,
        },
        {
          claim: "bulk against single requests in transactions of their own",
          target: ">= 5x",
          measured: `${(many / each).toFixed(2)}x`,
          holds: many / each >= 5,
        },
        {
          claim: `${clients} clients racing for the last slots of 20 people: cap exceeded`,
          target: "0",
          measured: violations,
          holds: violations === 0,
        },
      ],
    };
  } finally {
    await database.close();
    await server.release();
    rmSync(home, { recursive: true, force: true });
  }
}

/** The pack at ten in the morning, whatever the hour of the measurement. */
function atTen(rules: ContactRules): ContactRules {
  const day = 86_400_000;
  const shift = 2 * 3_600_000 - (Date.now() % day);
  const moved = (it: Parameters<ContactRules>[0]): Parameters<ContactRules>[0] => ({
    ...it,
    at: it.at + shift,
    contacts: it.contacts.map((one) => ({ ...one, at: one.at + shift })),
  });
  return Object.assign((it: Parameters<ContactRules>[0]) => rules(moved(it)), {
    outcomeOf: (it: Parameters<ContactRules>[0]) =>
      rules.outcomeOf?.(moved(it)) ?? rules(moved(it)).outcome,
  });
}

function gateOn(database: Database): Gate {
  return openGate({ database, rules: tenRules, signer });
}

const tenRules = atTen(rulesOfPacks(packs));

async function admit(database: Database, ids: readonly string[]): Promise<void> {
  await database.transaction(async (tx) => {
    await tx.rows(
      `INSERT INTO books (book_id, name_en, name_zh, currency, zone, closed_through)
       VALUES ('retail', 'Retail', '零售', 'CNY', 'Asia/Shanghai', '2026-01-01') ON CONFLICT DO NOTHING`,
    );
    await tx.rows(
      `INSERT INTO contact_rules (book_id, packs, facts, chosen_by) VALUES ('retail', '{cn}', $1, 'bench')
       ON CONFLICT DO NOTHING`,
      [JSON.stringify(lenderFacts)],
    );
    await tx.rows("INSERT INTO borrowers (borrower_id) SELECT * FROM UNNEST($1::text[])", [ids]);
    await openContacts(
      tx,
      ids.map((borrowerId) => ({ borrowerId, bookId: "retail" })),
    );
  });
}

function actTo(borrowerId: string, channel: "sms" | "call" = "sms"): ContactAct {
  return {
    borrowerId,
    accountIds: ["acc_1"],
    channel,
    purpose: "collection",
    recipient: { role: "borrower", contactPoint: "phone" },
    content:
      channel === "sms"
        ? { kind: "template", templateId: "due", version: 1, language: "zh-CN", digest: "bench" }
        : { kind: "script", script: "bench" },
    actor: { agencyId: null, collectorId: null, isAutomated: true },
    place: null,
  };
}

async function ask(gate: Gate, borrowerId: string): Promise<void> {
  const result = await gate.request({ requestKey: randomUUID(), act: actTo(borrowerId) });
  if (!result.ok || result.value.permit === null) throw new Error(JSON.stringify(result));
}

async function askMany(
  gate: Gate,
  ids: readonly string[],
  { from, size }: { from: number; size: number },
): Promise<void> {
  const asked = Array.from({ length: size }, (_, k) => ({
    requestKey: randomUUID(),
    act: actTo(ids[(from + k) % ids.length]!),
  }));
  const results = await gate.requestAll(asked);
  if (results.some((it) => !it.ok || it.value.permit === null)) throw new Error("refused in bulk");
}

async function perSecond(
  seconds: number,
  callers: number,
  act: (n: number) => Promise<void>,
): Promise<number> {
  let done = 0;
  let next = 0;
  const start = performance.now();
  const until = start + seconds * 1000;
  await Promise.all(
    Array.from({ length: callers }, async () => {
      while (performance.now() < until) {
        await act(next++);
        done += 1;
      }
    }),
  );
  return (done / (performance.now() - start)) * 1000;
}

type Sample = {
  readonly act: string;
  readonly ruling: string;
  readonly entry: string;
  readonly openings: string;
};

/** The rows of a real decision: what is inserted without a guard is of the same size. */
async function sampleRows(database: Database, gate: Gate): Promise<Sample> {
  await ask(gate, "brw_0");
  const [row] = await database.rows(
    `SELECT d.act::text AS act, d.ruling::text AS ruling, l.entry, l.openings::text AS openings
     FROM gate_decisions AS d JOIN leaves AS l USING (borrower_id, leaf_id) LIMIT 1`,
  );
  return row as Sample;
}

async function plainTables(database: Database): Promise<void> {
  for (const it of ["gate_decisions", "permits", "verify_codes", "leaves"])
    await database.rows(`CREATE TABLE plain_${it} (LIKE ${it} INCLUDING ALL)`);
}

async function insertPlain(database: Database, sample: Sample): Promise<void> {
  const id = randomUUID();
  await database.named(
    "bench-plain",
    `WITH d AS (INSERT INTO plain_gate_decisions (borrower_id, decision_id, request_key, decided_at,
         outcome, state_version, act, ruling, leaf_id)
       VALUES ($1, $2, $3, now(), 'allow', $4, $5, $6, $2)),
     p AS (INSERT INTO plain_permits (borrower_id, permit_id, decision_id, act_digest, channel, purpose,
         issued_at, expires_at, verify_code, state_version)
       VALUES ($1, $2, $2, sha256($3::bytea), 'sms', 'collection', now(), now() + interval '10 min', $7, $4)),
     c AS (INSERT INTO plain_verify_codes (code, borrower_id, permit_id) VALUES ($3, $1, $2))
     INSERT INTO plain_leaves (borrower_id, leaf_id, kind, entry, openings)
     VALUES ($1, $2, 'gate.decision', $8, $9)`,
    [
      `brw_${id}`,
      id,
      id,
      1,
      sample.act,
      sample.ruling,
      "ABCDEFGHJK",
      sample.entry,
      sample.openings,
    ],
  );
}

const signer = permitSigner(Buffer.alloc(32, 1));

/** All that a decision costs but its guard: two at once may both win. */
async function checkThenInsert(database: Database, borrowerId: string): Promise<void> {
  const act = actTo(borrowerId);
  const [loaded] = await loadKnowledge(database, [{ borrowerId, requestKey: randomUUID() }]);
  const known = loaded!.known!;
  const decision = decideContact({ known, act, rules: tenRules, lifeMsMax: 600_000 });
  const actDigest = digestAct(act);
  const permit: Permit = {
    permitId: randomUUID(),
    borrowerId,
    actDigest,
    channel: act.channel,
    issuedAt: known.now,
    expiresAt: decision.expiresAt!,
    verifyCode: drawVerifyCode(),
  };
  signer.token(permit);
  const ruling = plainRuling(decision.ruling);
  const its = { decisionId: permit.permitId, requestKey: permit.permitId };
  const values = decisionRecord({ ...its, act: plainAct(act), ruling, permit });
  const leaf = sealLeaf({ borrowerId, kind: "gate.decision", at: known.now, values });
  await insertPlain(database, {
    act: JSON.stringify(act),
    ruling: JSON.stringify(ruling),
    entry: leaf.entry,
    openings: JSON.stringify(leaf.openings),
  });
}

/** Calls are capped by the day: many clients at few people, and whoever got more than the cap. */
async function race(
  database: Database,
  seconds: number,
  progress: (message: string) => void,
): Promise<number> {
  progress("racing for the last slots");
  const hot = Array.from({ length: 20 }, (_, k) => `brw_hot${k}`);
  await admit(database, hot);
  const gates = [1, 2].map(() => gateOn(database));
  await perSecond(seconds, clients, async (n) => {
    const act = actTo(hot[n % hot.length]!, "call");
    await gates[n % 2]!.request({ requestKey: randomUUID(), act });
  });
  const [row] = await database.rows(
    `SELECT count(*)::int AS n FROM (SELECT borrower_id FROM permits WHERE channel = 'call'
       GROUP BY borrower_id HAVING count(*) > 3) AS over`,
  );
  return Number(row?.["n"]);
}
