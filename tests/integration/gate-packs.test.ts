import { randomBytes, randomUUID } from "node:crypto";
import { packs } from "@fairdue/packs";
import { type ContactAct, type ContactRules, rulesOfPacks, withWishes } from "@fairdue/servicing";
import { learn, openTestDatabase, saveContactRules, type TestDatabase } from "@fairdue/store";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openGate, type Gate, type GateAnswer } from "../../apps/fairdue/src/gate/gate.ts";
import { permitSigner } from "../../apps/fairdue/src/gate/keys.ts";
import { callTo, smsTo } from "./gate/people.ts";

let db: TestDatabase;
let gate: Gate;
const rules: ContactRules = withWishes(rulesOfPacks(packs));

beforeAll(async () => {
  db = await openTestDatabase();
  gate = openGate({ database: db, rules, signer: permitSigner(randomBytes(32)) });
  await db.transaction(async (tx) => {
    await tx.rows(
      `INSERT INTO books (book_id, name_en, name_zh, currency, zone, closed_through)
       VALUES ('cn', 'China', '中国', 'CNY', 'Asia/Shanghai', '2026-01-01'),
         ('none', 'None', '无', 'CNY', 'Asia/Shanghai', '2026-01-01')`,
    );
    const facts = { "lender.kind": "consumer-finance" };
    await saveContactRules(tx, { bookId: "cn", packs: ["cn"], facts, by: "test", at: Date.now() });
  });
});
afterAll(() => db.drop());

/** Moves the gate's clock to an hour of Shanghai, as only the owner may. */
async function at(time: string): Promise<void> {
  const { openDatabase } = await import("@fairdue/store");
  const owner = openDatabase(db.ownerUrl);
  await owner.rows(
    `INSERT INTO clock_shift (shift) VALUES ($1::timestamptz - now())
     ON CONFLICT (is_only) DO UPDATE SET shift = excluded.shift`,
    [time],
  );
  await owner.close();
}

async function person(bookId = "cn"): Promise<string> {
  const borrowerId = `brw_${randomUUID()}`;
  await db.rows("INSERT INTO borrowers (borrower_id) VALUES ($1)", [borrowerId]);
  await db.rows("INSERT INTO contact_state (borrower_id, book_id) VALUES ($1, $2)", [
    borrowerId,
    bookId,
  ]);
  return borrowerId;
}

async function ask(act: ContactAct): Promise<GateAnswer> {
  const result = await gate.request({ requestKey: randomUUID(), act });
  if (!result.ok) throw new Error(result.refusal.code);
  return result.value;
}

test("a text at ten in the morning is permitted under the law of mainland China, with its trace", async () => {
  await at("2026-11-25T10:00+08:00");
  const { outcome, permit, ruling } = await ask(smsTo(await person()));
  expect(["allow", "allow-with-flags"]).toContain(outcome);
  expect(permit).not.toBeNull();
  expect(JSON.stringify(ruling)).toContain("cn/contact-hours@1");
});

test("at ten in the evening it waits for eight in the morning, and says which law made it so", async () => {
  await at("2026-11-25T22:00+08:00");
  const { outcome, permit, ruling } = await ask(smsTo(await person()));
  expect(outcome).toBe("defer-until");
  expect(permit).toBeNull();
  expect(ruling).toMatchObject({
    earliestAt: Date.parse("2026-11-26T08:00:00+08:00"),
    rules: ["cn/contact-hours@1"],
  });
});

test("a permit asked for at five to ten ends at ten", async () => {
  await at("2026-11-25T21:55+08:00");
  const { permit } = await ask(smsTo(await person()));
  expect(permit!.expiresAt).toBeLessThanOrEqual(Date.parse("2026-11-25T22:00:00+08:00"));
});

test("three calls are on their way, of two agencies and a machine: the fourth waits for tomorrow", async () => {
  await at("2026-11-25T15:00+08:00");
  const borrowerId = await person();
  const details = { isRightParty: true, isRecorded: true, elements: ["identity"] };
  const outcomes: string[] = [];
  for (let k = 0; k < 4; k++) {
    const act = callTo(borrowerId, { details, accountIds: [`acc_${k}`] });
    outcomes.push((await ask(act)).outcome);
  }
  expect(outcomes.slice(0, 3).every((it) => it.startsWith("allow"))).toBe(true);
  expect(outcomes[3]).toBe("defer-until");
});

test("who has died is not collected from", async () => {
  await at("2026-11-25T15:00+08:00");
  const borrowerId = await person();
  const facts = [{ name: "person.isDeceased", value: true, source: "registry" }];
  await db.transaction((tx) => learn(tx, { borrowerId, facts, revokes: "facts-changed" }));
  expect((await ask(smsTo(borrowerId))).permit).toBeNull();
});

test("a book that has chosen no pack permits nothing", async () => {
  await at("2026-11-25T15:00+08:00");
  const { outcome, ruling } = await ask(smsTo(await person("none")));
  expect(outcome).toBe("deny");
  expect(ruling).toMatchObject({ rules: ["house/no-pack@1"] });
});
