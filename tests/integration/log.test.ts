import {
  checkBundle,
  cosign,
  formatNote,
  leafHash,
  parseCheckpoint,
  parseNote,
  rootAt,
  signerKey,
  utf8,
  verifyInclusion,
  proveInclusion,
} from "@fairdue/proof";
import {
  eraseOpenings,
  insertLeaves,
  loadCheckpoint,
  loadEntries,
  loadPublished,
  openDatabase,
  openTestDatabase,
  proveLeaf,
  saveCosignatures,
  sealLeaf,
  sequenceAll,
  sequenceLeaves,
  type TestDatabase,
  tileReader,
  verifyLog,
} from "@fairdue/store";
import { afterAll, beforeAll, expect, test } from "vitest";

const key = signerKey("log.lender.example", "ed25519", new Uint8Array(32).fill(7));
const witness = signerKey("witness.regulator.example", "cosignature", new Uint8Array(32).fill(9));

let db: TestDatabase;
beforeAll(async () => {
  db = await openTestDatabase();
});
afterAll(() => db.drop());

function drafts(count: number, borrowerId = "brw_1"): ReturnType<typeof sealLeaf>[] {
  return Array.from({ length: count }, (_, k) =>
    sealLeaf({
      borrowerId,
      kind: "gate.decision",
      at: Date.UTC(2026, 10, 25, 1, 0, 0) + k,
      values: { act: { channel: "sms", k } },
      rules: ["cn/contact-hours@2026-01-01"],
      outcome: "allow",
    }),
  );
}

test("many writers and two sequencers make one log, every leaf in it once, and it verifies", async () => {
  const writers = Array.from({ length: 8 }, async (_, k) => {
    for (let round = 0; round < 5; round++)
      await db.transaction((tx) => insertLeaves(tx, drafts(9, `brw_${k}`)));
  });
  const sequencers = [1, 2].map(async () => {
    for (let round = 0; round < 12; round++) await sequenceLeaves(db, { key, leavesMax: 50 });
  });
  await Promise.all([...writers, ...sequencers]);
  const size = await sequenceAll(db, { key });
  expect(size).toBe(360);
  const rows = await db.rows(
    "SELECT count(DISTINCT leaf_index) AS places, max(leaf_index) AS last FROM leaves",
  );
  expect(rows).toEqual([{ places: 360, last: 359 }]);
  expect(await verifyLog(db, { key })).toMatchObject({ size: 360, queued: 0, faults: [] });
});

test("the published tiles are those of the public format, and prove every entry", async () => {
  const note = parseNote((await loadCheckpoint(db))!);
  if (!note.ok) throw new Error("the checkpoint is a note");
  const checkpoint = parseCheckpoint(note.value.text);
  if (!checkpoint.ok) throw new Error("the note is a checkpoint");
  const { size, root } = checkpoint.value;
  expect(Buffer.from(await rootAt(tileReader(db), size))).toEqual(Buffer.from(root));
  const entries = await loadEntries(db, 0, size);
  for (const index of [0, 255, 256, 359]) {
    const path = await proveInclusion(tileReader(db), { index, size });
    const it = { index, size, leafHash: leafHash(utf8(entries[index]!)), path, root };
    expect(verifyInclusion(it)).toBe(true);
  }
  expect((await loadPublished(db, "tile/0/000"))?.length).toBe(256 * 32);
  expect((await loadPublished(db, "tile/0/001.p/104"))?.length).toBe(104 * 32);
  expect((await loadPublished(db, "tile/1/000.p/1"))?.length).toBe(32);
  expect(await loadPublished(db, "tile/0/002")).toBeUndefined();
  expect(await loadPublished(db, "tile/0/001.p/105")).toBeUndefined();
  expect((await loadPublished(db, "tile/entries/001.p/104"))?.length).toBeGreaterThan(104 * 2);
});

test("a leaf is proved to its reader, and erasure leaves the proof and takes the person", async () => {
  const [leaf] = drafts(1, "brw_erased");
  await insertLeaves(db, [leaf!]);
  const which = { borrowerId: "brw_erased", leafId: leaf!.leafId, openings: "all" } as const;
  expect(await proveLeaf(db, which)).toEqual({
    ok: false,
    refusal: { code: "not-yet-in-checkpoint" },
  });
  await sequenceAll(db, { key });
  const bundle = await proveLeaf(db, which);
  if (!bundle.ok) throw new Error(bundle.refusal.code);
  const trusted = { log: key, witnesses: [], witnessesMin: 0 };
  expect(checkBundle(bundle.value, trusted).verdict).toBe("proved");
  expect(bundle.value.openings.map((it) => it.name)).toEqual(["subject", "act"]);
  expect(await eraseOpenings(db, "brw_erased")).toBe(1);
  const mute = await proveLeaf(db, which);
  if (!mute.ok) throw new Error(mute.refusal.code);
  expect(mute.value.openings).toEqual([]);
  expect(checkBundle(mute.value, trusted).verdict).toBe("proved");
  expect(await verifyLog(db, { key })).toMatchObject({ erased: 1, faults: [] });
});

test("a known witness's line is kept and published; a stranger's is not", async () => {
  const checkpoint = (await loadCheckpoint(db))!;
  const note = parseNote(checkpoint);
  if (!note.ok) throw new Error("the checkpoint is a note");
  const text = note.value.text;
  const cosigned = formatNote({ text, signatures: [cosign(text, witness, 1_764_000_000)] });
  expect(await saveCosignatures(db, cosigned, [])).toMatchObject({ ok: false });
  expect(await saveCosignatures(db, cosigned, [witness])).toEqual({
    ok: true,
    value: ["witness.regulator.example"],
  });
  const published = parseNote((await loadCheckpoint(db))!);
  expect(published.ok && published.value.signatures.map((it) => it.name)).toEqual([
    "log.lender.example",
    "witness.regulator.example",
  ]);
});

test("the application itself may not change the log", async () => {
  for (const statement of [
    "DELETE FROM leaves",
    "UPDATE leaves SET entry = '{}'",
    "UPDATE leaves SET leaf_index = leaf_index + 1",
    "UPDATE log_entries SET entry = '{}'",
    "DELETE FROM log_tiles",
    "UPDATE log_tiles SET hashes = decode(repeat('00', 32), 'hex')",
    "DELETE FROM log_checkpoints",
  ])
    await expect(db.rows(statement), statement).rejects.toThrow();
});

/** As the operator with all rights would do it: triggers off, one row changed, put back after. */
async function tampered(statement: string, undo: string): Promise<string[]> {
  const owner = openDatabase(db.ownerUrl);
  try {
    const run = (text: string): Promise<unknown> =>
      owner.transaction(async (tx) => {
        await tx.rows("SET LOCAL session_replication_role = replica");
        await tx.rows(text);
      });
    await run(statement);
    const { faults } = await verifyLog(db, { key });
    await run(undo);
    expect((await verifyLog(db, { key })).faults).toEqual([]);
    return faults.map((it) => `${it.table} ${it.row}: ${it.says.en}`);
  } finally {
    await owner.close();
  }
}

test("whoever changes a row with all rights is found, and the row is named", async () => {
  expect(
    await tampered(
      "UPDATE log_entries SET entry = replace(entry, 'allow', 'denys') WHERE leaf_index = 17",
      "UPDATE log_entries SET entry = replace(entry, 'denys', 'allow') WHERE leaf_index = 17",
    ),
  ).toEqual(["log_entries leaf_index=17: the entry was changed"]);
  const [leaf] = await db.rows("SELECT leaf_id FROM leaves WHERE leaf_index = 300");
  expect(
    await tampered(
      "UPDATE leaves SET entry = replace(entry, 'allow', 'denys') WHERE leaf_index = 300",
      "UPDATE leaves SET entry = replace(entry, 'denys', 'allow') WHERE leaf_index = 300",
    ),
  ).toEqual([`leaves leaf_id=${String(leaf!["leaf_id"])}: the entry was changed`]);
  const [other] = await db.rows("SELECT leaf_id FROM leaves WHERE leaf_index = 5");
  expect(
    await tampered(
      `UPDATE leaves SET openings = replace(openings::text, '"sms"', '"fax"')::json WHERE leaf_index = 5`,
      `UPDATE leaves SET openings = replace(openings::text, '"fax"', '"sms"')::json WHERE leaf_index = 5`,
    ),
  ).toEqual([`leaves leaf_id=${String(other!["leaf_id"])}: the opening of act was changed`]);
  expect(
    await tampered(
      "UPDATE log_tiles SET hashes = set_byte(hashes, 33, get_byte(hashes, 33) # 1) WHERE level = 0 AND tile_index = 0",
      "UPDATE log_tiles SET hashes = set_byte(hashes, 33, get_byte(hashes, 33) # 1) WHERE level = 0 AND tile_index = 0",
    ),
  ).toContain("log_tiles level=0 tile_index=0: hash 1 changed");
  expect(
    await tampered(
      "UPDATE log_checkpoints SET root = set_byte(root, 0, get_byte(root, 0) # 1) WHERE size = 361",
      "UPDATE log_checkpoints SET root = set_byte(root, 0, get_byte(root, 0) # 1) WHERE size = 361",
    ),
  ).toContain("log_checkpoints size=361: the row and its signed note differ");
});
