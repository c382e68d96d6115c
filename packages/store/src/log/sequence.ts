import {
  edgeTiles,
  emptyRoot,
  formatCheckpoint,
  formatNote,
  frontierOf,
  hashLength,
  leafHash,
  openAppender,
  signNote,
  type SignerKey,
  type Tile,
  utf8,
} from "@fairdue/proof";
import { assert } from "@fairdue/kernel";
import type { Database, Sql, Transaction } from "../sql/database.ts";
import { integerIn, textIn } from "../sql/row.ts";
import { bytesIn } from "./tiles.ts";

export type SequenceOptions = {
  /** The log's signing key; its name is the log's origin. */
  readonly key: SignerKey;
  readonly leavesMax?: number;
};

/** What one round added, and the size of the log after it. */
export type Sequenced = { readonly added: number; readonly size: number };

/**
 * Gives queued leaves their place, extends the tiles and signs a checkpoint: one transaction, one
 * sequencer at a time. Writers of leaves never wait for it, and it waits for none of them: a leaf
 * that commits late gets a later place.
 */
export async function sequenceLeaves(
  database: Database,
  { key, leavesMax = 4096 }: SequenceOptions,
): Promise<Sequenced> {
  return await database.transaction(async (tx) => {
    await tx.rows("SELECT pg_advisory_xact_lock(hashtextextended('fairdue log', 0))");
    const size = await logSize(tx);
    const queued = await tx.named(
      "log-queued",
      `SELECT borrower_id, leaf_id, entry FROM leaves WHERE leaf_index IS NULL
       ORDER BY queued_at, leaf_id LIMIT $1`,
      [leavesMax],
    );
    if (queued.length === 0 && size !== undefined) return { added: 0, size };
    const from = size ?? 0;
    const entries = queued.map((row) => textIn(row, "entry"));
    await placeLeaves(tx, {
      from,
      entries,
      borrowers: queued.map((row) => textIn(row, "borrower_id")),
      leaves: queued.map((row) => textIn(row, "leaf_id")),
    });
    const { root, tiles } = await extendTree(tx, from, entries);
    await saveTiles(tx, tiles);
    await saveCheckpoint(tx, { key, size: from + entries.length, root });
    return { added: entries.length, size: from + entries.length };
  });
}

/** Sequences until nothing is queued; answers with the size of the log. */
export async function sequenceAll(database: Database, options: SequenceOptions): Promise<number> {
  for (;;) {
    const { added, size } = await sequenceLeaves(database, options);
    if (added < (options.leavesMax ?? 4096)) return size;
  }
}

/** Entries that the newest checkpoint binds; undefined before the first one. */
export async function logSize(sql: Sql): Promise<number | undefined> {
  const [row] = await sql.rows("SELECT size FROM log_checkpoints ORDER BY size DESC LIMIT 1");
  return row && integerIn(row, "size");
}

type Placing = {
  readonly from: number;
  readonly entries: readonly string[];
  readonly borrowers: readonly string[];
  readonly leaves: readonly string[];
};

async function placeLeaves(tx: Transaction, it: Placing): Promise<void> {
  if (it.entries.length === 0) return;
  const places = it.entries.map((_, k) => it.from + k);
  await tx.named(
    "log-entries-insert",
    `INSERT INTO log_entries (leaf_index, entry) SELECT * FROM UNNEST($1::bigint[], $2::text[])`,
    [places, it.entries],
  );
  await tx.named(
    "leaves-place",
    `UPDATE leaves SET leaf_index = given.place
     FROM UNNEST($1::text[], $2::uuid[], $3::bigint[]) AS given (borrower_id, leaf_id, place)
     WHERE leaves.borrower_id = given.borrower_id AND leaves.leaf_id = given.leaf_id`,
    [it.borrowers, it.leaves, places],
  );
}

async function extendTree(
  tx: Transaction,
  from: number,
  entries: readonly string[],
): Promise<{ root: Uint8Array; tiles: readonly Tile[] }> {
  const edge = edgeTiles(from);
  const rows =
    edge.length === 0
      ? []
      : await tx.rows(
          `SELECT level, tile_index, hashes FROM log_tiles
           WHERE (level, tile_index) IN (SELECT * FROM UNNEST($1::smallint[], $2::bigint[]))`,
          [edge.map((it) => it.level), edge.map((it) => it.index)],
        );
  const known = rows.map((row) => {
    const hashes = bytesIn(row, "hashes");
    const width = hashes.length / hashLength;
    return {
      level: integerIn(row, "level"),
      index: integerIn(row, "tile_index"),
      width,
      hashes,
    };
  });
  const appender = openAppender(frontierOf(from, known));
  for (const entry of entries) appender.append(leafHash(utf8(entry)));
  const tiles = [...appender.takeFullTiles(), ...appender.partialTiles()];
  return { root: appender.size() === 0 ? emptyRoot() : appender.root(), tiles };
}

async function saveTiles(tx: Transaction, tiles: readonly Tile[]): Promise<void> {
  if (tiles.length === 0) return;
  await tx.named(
    "log-tiles-save",
    `INSERT INTO log_tiles (level, tile_index, hashes)
     SELECT level, tile_index, decode(hashes, 'base64')
     FROM UNNEST($1::smallint[], $2::bigint[], $3::text[]) AS it (level, tile_index, hashes)
     ON CONFLICT (level, tile_index) DO UPDATE SET hashes = excluded.hashes
     WHERE log_tiles.hashes <> excluded.hashes`,
    [
      tiles.map((it) => it.level),
      tiles.map((it) => it.index),
      tiles.map((it) => Buffer.from(it.hashes).toString("base64")),
    ],
  );
}

async function saveCheckpoint(
  tx: Transaction,
  { key, size, root }: { key: SignerKey; size: number; root: Uint8Array },
): Promise<void> {
  assert(key.kind === "ed25519", "a log signs with its own key");
  const text = formatCheckpoint({ origin: key.name, size, root, extensions: [] });
  const note = formatNote({ text, signatures: [signNote(text, key)] });
  await tx.rows("INSERT INTO log_checkpoints (size, root, note) VALUES ($1, $2, $3)", [
    size,
    Buffer.from(root),
    note,
  ]);
}
