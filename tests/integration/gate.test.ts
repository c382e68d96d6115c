import { randomBytes, randomUUID } from "node:crypto";
import {
  learn,
  loadKnowledge,
  openDatabase,
  openTestDatabase,
  sweepExpired,
  verifyGate,
  type Database,
  type TestDatabase,
} from "@fairdue/store";
import { contactsAt, parsePermitToken } from "@fairdue/servicing";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openGate, type Gate, type GateAnswer } from "../../apps/fairdue/src/gate/gate.ts";
import { permitSigner } from "../../apps/fairdue/src/gate/keys.ts";
import { admit, callTo, smsTo } from "./gate/people.ts";
import { rulesOf } from "./gate/rules-for-tests.ts";

const hour = 3_600_000;
const secret = randomBytes(32);

let db: TestDatabase;
beforeAll(async () => {
  db = await openTestDatabase({ connectionsMax: 16 });
});
afterAll(() => db.drop());

function gateOn(database: Database, attemptsMax = 1, lifeMsMax = 60_000): Gate {
  const rules = rulesOf({ attemptsMax, windowMs: 7 * 24 * hour });
  return openGate({ database, rules, signer: permitSigner(secret), lifeMsMax });
}

async function ask(
  gate: Gate,
  act = smsTo("brw_1"),
  requestKey = randomUUID(),
): Promise<GateAnswer> {
  const result = await gate.request({ requestKey, act });
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  return result.value;
}

const text = { language: "zh-CN", sealedContent: Buffer.from("sealed") };

describe("one slot", () => {
  test("sixty-four clients of four agencies race for it, and one wins, always", async () => {
    await admit(db, ["brw_race"]);
    const pools = [1, 2, 3, 4].map(() => openDatabase(db.url, { connectionsMax: 4 }));
    const gates = pools.map((pool) => gateOn(pool));
    for (let round = 0; round < 5; round++) {
      const borrowerId = `brw_race-${round}`;
      await admit(db, [borrowerId]);
      const answers = await Promise.all(
        Array.from({ length: 64 }, (_, k) => {
          const actor = { agencyId: `agy_${k % 4}`, collectorId: "col_1", isAutomated: false };
          return ask(gates[k % 4]!, callTo(borrowerId, { actor }));
        }),
      );
      expect(answers.filter((it) => it.permit !== null)).toHaveLength(1);
      expect(new Set(answers.map((it) => it.outcome))).toEqual(new Set(["allow", "deny"]));
    }
    await Promise.all(pools.map((pool) => pool.close()));
  });

  test("check-then-insert, the wrong way, lets several win: the harness would see it", async () => {
    await admit(db, ["brw_wrong"]);
    const rules = rulesOf({ attemptsMax: 1, windowMs: hour });
    const act = callTo("brw_wrong");
    const seen = await Promise.all(
      Array.from({ length: 16 }, () =>
        loadKnowledge(db, [{ borrowerId: "brw_wrong", requestKey: randomUUID() }]),
      ),
    );
    const wins = await Promise.all(
      seen.map(async ([loaded]) => {
        const { now, facts } = loaded!.known!;
        const contacts = contactsAt(loaded!.known!, now);
        if (rules({ act, facts, contacts, at: now }).outcome !== "allow") return false;
        const event = { kind: "attempt", permitId: null, at: now, direction: "out" };
        await db.rows(
          `INSERT INTO contact_events (borrower_id, event_id, at, kind, channel, event, leaf_id)
           VALUES ('brw_wrong', gen_random_uuid(), clock_timestamp(), 'attempt', 'call', $1, gen_random_uuid())`,
          [JSON.stringify(event)],
        );
        return true;
      }),
    );
    expect(wins.filter(Boolean).length).toBeGreaterThan(1);
  });

  test("the database refuses a second permit from one state of knowledge, whoever writes it", async () => {
    await admit(db, ["brw_backstop"]);
    const { permit, decisionId } = await ask(gateOn(db, 5), smsTo("brw_backstop"));
    const second = (version: string): Promise<unknown> =>
      db.rows(
        `INSERT INTO permits (borrower_id, permit_id, decision_id, act_digest, channel, purpose,
           issued_at, expires_at, verify_code, state_version)
         SELECT borrower_id, gen_random_uuid(), decision_id, act_digest, channel, purpose, issued_at,
           expires_at, 'ABCDEFGHJK', ${version} FROM permits WHERE decision_id = $1`,
        [decisionId],
      );
    expect(permit).not.toBeNull();
    await expect(second("state_version")).rejects.toThrow(/duplicate key|has passed/);
    await expect(second("state_version - 1")).rejects.toThrow(/has passed/);
  });

  test("comes back when the permit expires unused, and its end is in the log", async () => {
    await admit(db, ["brw_expiry"]);
    const gate = gateOn(db, 1, 6000);
    expect((await ask(gate, smsTo("brw_expiry"))).outcome).toBe("allow");
    expect((await ask(gate, smsTo("brw_expiry"))).outcome).toBe("deny");
    await new Promise((resolve) => setTimeout(resolve, 6100));
    expect((await ask(gate, smsTo("brw_expiry"))).outcome).toBe("allow");
    expect(await db.transaction((tx) => sweepExpired(tx))).toBeGreaterThanOrEqual(1);
    const ends = await db.rows(
      "SELECT ended, reason FROM permit_ends WHERE borrower_id = 'brw_expiry'",
    );
    expect(ends).toEqual([{ ended: "expired", reason: "unused" }]);
    const leaves = await db.rows(
      "SELECT kind FROM leaves WHERE borrower_id = 'brw_expiry' ORDER BY leaf_id",
    );
    expect(leaves.map((it) => it["kind"])).toContain("permit.expired");
  });
});

describe("a permit", () => {
  test("is signed, names its act and its end, and is used once, however many try at once", async () => {
    await admit(db, ["brw_once"]);
    const gate = gateOn(db);
    const act = smsTo("brw_once");
    const { permit } = await ask(gate, act);
    const parsed = parsePermitToken(permit!.token);
    expect(parsed.ok && parsed.value.permit.expiresAt - parsed.value.permit.issuedAt).toBe(60_000);
    const results = await Promise.all(
      Array.from({ length: 12 }, () => gate.redeem({ token: permit!.token, act, message: text })),
    );
    expect(results.filter((it) => it.ok)).toHaveLength(1);
    const refused = results.flatMap((it) => (it.ok ? [] : [it.refusal.code]));
    expect(new Set(refused)).toEqual(new Set(["permit-redeemed"]));
    expect(await db.rows("SELECT status FROM messages WHERE borrower_id = 'brw_once'")).toEqual([
      { status: "queued" },
    ]);
  });

  test("is good for exactly its act: not another channel, text, person or agency", async () => {
    await admit(db, ["brw_bound", "brw_other"]);
    const gate = gateOn(db);
    const { permit } = await ask(gate, smsTo("brw_bound"));
    const token = permit!.token;
    for (const act of [
      smsTo("brw_bound", { channel: "email" }),
      smsTo("brw_other"),
      smsTo("brw_bound", { actor: { agencyId: "agy_9", collectorId: null, isAutomated: true } }),
      smsTo("brw_bound", { content: { kind: "text", language: "en", digest: "x" } }),
    ])
      expect(await gate.redeem({ token, act, message: text })).toEqual({
        ok: false,
        refusal: { code: "permit-for-another-act" },
      });
    const bent = `${token.slice(0, -8)}AAAAAA==`;
    expect(await gate.redeem({ token: bent, act: smsTo("brw_bound"), message: text })).toEqual({
      ok: false,
      refusal: { code: "permit-unknown" },
    });
  });

  test("dies with the consent: withdrawn at noon is in force at noon, for queued texts as well", async () => {
    await admit(db, ["brw_cease"]);
    const gate = gateOn(db, 9);
    const queued = smsTo("brw_cease");
    const first = await ask(gate, queued);
    await gate.redeem({ token: first.permit!.token, act: queued, message: text });
    const act = smsTo("brw_cease", { accountIds: ["acc_2"] });
    const { permit } = await ask(gate, act);
    const revoked = await db.transaction((tx) =>
      learn(tx, {
        borrowerId: "brw_cease",
        facts: [{ name: "cease", value: true, source: "borrower" }],
        revokes: "cease-request",
      }),
    );
    expect(revoked).toEqual([{ permitId: permit!.permitId }]);
    const late = await gate.redeem({ token: permit!.token, act, message: text });
    expect(late).toMatchObject({
      ok: false,
      refusal: { code: "permit-revoked", reason: "cease-request" },
    });
    expect(await db.rows("SELECT status FROM messages WHERE borrower_id = 'brw_cease'")).toEqual([
      { status: "revoked" },
    ]);
    expect((await ask(gate, act)).outcome).toBe("deny");
  });

  test("dies with a payment that came after it: what was asked for may be settled", async () => {
    await admit(db, ["brw_paid"]);
    const gate = gateOn(db);
    const act = callTo("brw_paid");
    const { permit } = await ask(gate, act);
    const owner = openDatabase(db.ownerUrl);
    await owner.transaction(async (tx) => {
      await tx.rows("SET LOCAL session_replication_role = replica");
      await tx.rows(
        `INSERT INTO account_events (borrower_id, account_id, seq, event_id, kind, value_on, booked_on, fact)
         VALUES ('brw_paid', 'acc_1', 1, 'evt_1', 'repaid', '2026-11-25', '2026-11-25', '{}')`,
      );
    });
    await owner.close();
    const late = await gate.redeem({ token: permit!.token, act, message: null });
    expect(late).toMatchObject({
      ok: false,
      refusal: { code: "permit-revoked", reason: "payment" },
    });
  });

  test("and the same request again gets the same permit; the key for another act is refused", async () => {
    await admit(db, ["brw_again"]);
    const gate = gateOn(db);
    const act = smsTo("brw_again");
    const [one, two, three] = await Promise.all([1, 2, 3].map(() => ask(gate, act, "key-1")));
    expect(two).toEqual(one);
    expect(three).toEqual(one);
    expect(one!.permit).not.toBeNull();
    const other = await gate.request({ requestKey: "key-1", act: callTo("brw_again") });
    expect(other).toEqual({
      ok: false,
      refusal: { code: "request-key-reused", requestKey: "key-1" },
    });
  });
});

test("a message without a redeemed permit cannot exist", async () => {
  await admit(db, ["brw_bare"]);
  const { permit } = await ask(gateOn(db), smsTo("brw_bare"));
  const insert = (ended: string): Promise<unknown> =>
    db.rows(
      `INSERT INTO messages (borrower_id, message_id, permit_id, ended, channel, contact_point,
         language, sealed_content, verify_code, status, send_by, next_try_at, queued_at, leaf_id, act)
       VALUES ('brw_bare', gen_random_uuid(), $1, '${ended}', 'sms', 'phone', 'en', 's', 'c', 'queued',
         now(), now(), now(), gen_random_uuid(), '{}')`,
      [permit!.permitId],
    );
  await expect(insert("redeemed")).rejects.toThrow(/foreign key/);
  await db.rows(
    `INSERT INTO permit_ends VALUES ('brw_bare', $1, 'revoked', now(), 'test', gen_random_uuid())`,
    [permit!.permitId],
  );
  await expect(insert("redeemed")).rejects.toThrow(/foreign key/);
  await expect(insert("revoked")).rejects.toThrow(/check/);
});

test("a campaign is answered in one call, in order, each person counted for themselves", async () => {
  const people = Array.from({ length: 60 }, (_, k) => `brw_c${k}`);
  await admit(db, people);
  const gate = gateOn(db, 2);
  const asked = [...people, ...people, ...people].map((borrowerId, k) => ({
    requestKey: `campaign-${k}`,
    act: smsTo(borrowerId),
  }));
  const results = await gate.requestAll([
    ...asked,
    { requestKey: "stranger", act: smsTo("brw_nobody") },
  ]);
  const outcomes = results.map((it) => (it.ok ? it.value.outcome : it.refusal.code));
  expect(outcomes.slice(0, 120)).toEqual(Array(120).fill("allow"));
  expect(outcomes.slice(120)).toEqual([...Array(60).fill("deny"), "borrower-unknown"]);
});

test("whoever changes a row of the gate with all rights is found, and the row is named", async () => {
  await admit(db, ["brw_tamper"]);
  const gate = gateOn(db, 3);
  const act = callTo("brw_tamper");
  const { permit, decisionId } = await ask(gate, act);
  await gate.redeem({ token: permit!.token, act, message: null });
  const owner = openDatabase(db.ownerUrl);
  const faultsAfter = (statement: string): Promise<string[]> =>
    owner.transaction(async (tx) => {
      await tx.rows("SET LOCAL session_replication_role = replica");
      await tx.rows(statement);
      const faults = await verifyGate(tx);
      await tx.rows("ROLLBACK");
      return faults
        .filter((it) => !it.row.includes("brw_backstop"))
        .map((it) => `${it.table} ${it.row}`);
    });
  const before = new Set((await verifyGate(db)).map((it) => `${it.table} ${it.row}`));
  const named = async (statement: string): Promise<string[]> =>
    (await faultsAfter(statement)).filter((it) => !before.has(it));
  expect(
    await named(
      `UPDATE permits SET expires_at = expires_at + interval '1 hour' WHERE decision_id = '${decisionId}'`,
    ),
  ).toEqual([`permits permit_id=${permit!.permitId}`]);
  expect(
    await named(
      `UPDATE gate_decisions SET ruling = '{"outcome":"deny"}' WHERE decision_id = '${decisionId}'`,
    ),
  ).toEqual([`gate_decisions decision_id=${decisionId}`]);
  expect(
    await named(`UPDATE permit_ends SET reason = 'unused' WHERE permit_id = '${permit!.permitId}'`),
  ).toEqual([`permit_ends permit_id=${permit!.permitId}`]);
  const events = await named(
    `UPDATE contact_events SET event = replace(event::text, '"call"', '"sms"')::json WHERE borrower_id = 'brw_tamper'`,
  );
  expect(events).toHaveLength(1);
  expect(events[0]).toMatch(/^contact_events event_id=/);
  await owner.close();
});
