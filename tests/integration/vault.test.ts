import { keyringFrom, newKeyFile, openVault, type Transaction, withNewKey } from "@fairdue/store";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  openTestDatabase,
  type TestDatabase,
} from "../../packages/store/src/testing/test-database.ts";

let db: TestDatabase;
const keyFile = newKeyFile();
const vault = openVault(keyringFrom(keyFile));
const ada = "brw_ada";
const canary = "13800138000";

beforeAll(async () => {
  db = await openTestDatabase();
  await db.rows("INSERT INTO borrowers (borrower_id) VALUES ('brw_ada'), ('brw_bo'), ('brw_cy')");
  await db.transaction((tx) =>
    vault.write(
      tx,
      [
        {
          borrowerId: ada,
          values: { name: "张三丰", phone: canary, address: "杭州市西湖区文三路1号" },
        },
        { borrowerId: "brw_bo", values: { name: "李四", phone: "13900139000" } },
      ],
      "borrower",
    ),
  );
});
afterAll(() => db.drop());

const read = (purpose: "contact-delivery" | "credit-assessment", actor = "act_1") =>
  db.transaction((tx) =>
    vault.reveal(tx, { borrowerId: ada, fields: ["phone"], actor, purpose, reason: "to deliver" }),
  );

test("a value opens for a purpose of its catalogue, and the read is recorded", async () => {
  expect(await read("contact-delivery")).toEqual({ ok: true, value: { phone: canary } });
  const [row] = await db.rows("SELECT actor, purpose, fields FROM personal_reads");
  expect(row).toEqual({ actor: "act_1", purpose: "contact-delivery", fields: ["phone"] });
});

test("a purpose that the catalogue does not name is refused, and nothing is read", async () => {
  const before = await db.rows("SELECT count(*) FROM personal_reads");
  expect(await read("credit-assessment")).toEqual({
    ok: false,
    refusal: { code: "purpose-not-allowed", field: "phone", purpose: "credit-assessment" },
  });
  expect(await db.rows("SELECT count(*) FROM personal_reads")).toEqual(before);
});

test("a list shows masks, and a person is found by equality however it was typed", async () => {
  const shown = await vault.masked(db, [ada, "brw_bo", "brw_cy"], ["name", "phone"]);
  expect(Object.fromEntries(shown)).toEqual({
    brw_ada: { name: "张**", phone: "138****8000" },
    brw_bo: { name: "李*", phone: "139****9000" },
  });
  expect(await vault.find(db, "phone", "+86 138-0013-8000")).toEqual([ada]);
  expect(await vault.find(db, "phone", "13800138001")).toEqual([]);
  expect(await vault.find(db, "address", "杭州市西湖区文三路1号")).toEqual([]);
});

test("no table holds a plain value: a dump of every row does not contain the canaries", async () => {
  const tables = await db.rows(
    "SELECT table_name FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE'",
  );
  const hex = (text: string): string => Buffer.from(text, "utf8").toString("hex");
  for (const { table_name: table } of tables) {
    const rows = await db.rows(`SELECT t::text AS line FROM ${String(table)} AS t`);
    const dump = rows.map((it) => String(it["line"])).join("\n");
    for (const it of [canary, "张三丰", "文三路"]) {
      expect(dump).not.toContain(it);
      expect(dump).not.toContain(hex(it));
    }
  }
});

test("a value moved to another person does not open", async () => {
  await expect(
    db.transaction(async (tx) => {
      await tx.rows(
        `UPDATE personal_fields SET sealed = (SELECT sealed FROM personal_fields
           WHERE borrower_id = 'brw_bo' AND field = 'phone')
         WHERE borrower_id = 'brw_ada' AND field = 'phone'`,
      );
      await vault.reveal(tx, {
        borrowerId: ada,
        fields: ["phone"],
        actor: "act_1",
        purpose: "contact-delivery",
      });
    }),
  ).rejects.toThrow();
});

test("a sealed text opens again for its own person and place only", async () => {
  const sealed = await db.transaction((tx) => vault.seal(tx, ada, "今天 14:02 通话", "note_1"));
  expect(await vault.unseal(db, ada, sealed, "note_1")).toBe("今天 14:02 通话");
  await expect(vault.unseal(db, ada, sealed, "note_2")).rejects.toThrow();
});

test("keys are wrapped anew while the system runs, and old values still open", async () => {
  const next = openVault(keyringFrom(withNewKey(keyFile)));
  const rewrapAll = async (tx: Transaction): Promise<number> => {
    const done = await next.rewrap(tx, 1);
    return done === 0 ? 0 : done + (await rewrapAll(tx));
  };
  expect(await db.transaction(rewrapAll)).toBe(2);
  const found = await next.masked(db, [ada], ["phone"]);
  expect(found.get(ada)).toEqual({ phone: "138****8000" });
  // The old ring alone opens nothing any more.
  await expect(vault.masked(db, [ada], ["phone"])).rejects.toThrow("k2");
});

test("erasing a person destroys the keys: even a restored row never opens again", async () => {
  const next = openVault(keyringFrom(withNewKey(keyFile)));
  const [kept] = await db.rows(
    "SELECT sealed FROM personal_fields WHERE borrower_id = 'brw_bo' AND field = 'phone'",
  );
  await db.transaction((tx) => next.erase(tx, "brw_bo"));
  expect((await next.masked(db, ["brw_bo"], ["name", "phone"])).size).toBe(0);
  expect(kept?.["sealed"]).toBeDefined();
  const [key] = await db.rows(
    "SELECT wrapped, destroyed_at FROM person_keys WHERE borrower_id = 'brw_bo'",
  );
  expect(key?.["wrapped"]).toBeNull();
});

test("what was read cannot be unread: the record of reads only grows", async () => {
  await expect(db.rows("DELETE FROM personal_reads")).rejects.toThrow();
  await expect(db.rows("UPDATE personal_reads SET actor = 'x'")).rejects.toThrow();
});
