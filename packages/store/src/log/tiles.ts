import { accepted, assert, type Outcome, refused } from "@fairdue/kernel";
import {
  cosignatureBy,
  encodeEntries,
  formatNote,
  hashLength,
  type Opening,
  parseCheckpoint,
  parseNote,
  parseTilePath,
  proveBundle,
  type ProofBundle,
  type TileName,
  type TileReader,
  tileWidth,
  utf8,
  type VerifierKey,
  widthIn,
} from "@fairdue/proof";
import type { Row, Sql } from "../sql/database.ts";
import { integerIn, nullable, textIn } from "../sql/row.ts";

export function bytesIn(row: Row, column: string): Buffer {
  const value = row[column];
  assert(Buffer.isBuffer(value), `column ${column} is bytes, got ${typeof value}`);
  return value;
}

/** Reads tiles for proofs. */
export function tileReader(sql: Sql): TileReader {
  return async (tile) => {
    const hashes = await loadTile(sql, tile);
    assert(hashes !== undefined, `tile ${tile.level}/${tile.index} of the log is there`);
    return hashes;
  };
}

async function loadTile(sql: Sql, tile: TileName): Promise<Uint8Array | undefined> {
  const [row] = await sql.named(
    "log-tile",
    "SELECT hashes FROM log_tiles WHERE level = $1 AND tile_index = $2",
    [tile.level, tile.index],
  );
  const hashes = row && bytesIn(row, "hashes");
  return hashes && hashes.length >= tile.width * hashLength ? hashes : undefined;
}

/** Entries [from, from + count) of the published log. */
export async function loadEntries(sql: Sql, from: number, count: number): Promise<string[]> {
  const rows = await sql.named(
    "log-entries",
    `SELECT entry FROM log_entries WHERE leaf_index >= $1 AND leaf_index < $2 ORDER BY leaf_index`,
    [from, from + count],
  );
  return rows.map((row) => textIn(row, "entry"));
}

/**
 * The bytes published under a path of C2SP tlog-tiles (`tile/0/x001/234`, `tile/entries/000.p/12`),
 * or undefined where the log has no such tile. A partial tile is served while the log has grown
 * past it.
 */
export async function loadPublished(sql: Sql, path: string): Promise<Uint8Array | undefined> {
  const named = parseTilePath(path);
  if (named === undefined) return undefined;
  const { index, width } = named.tile;
  if (named.kind === "entries") {
    const entries = await loadEntries(sql, index * tileWidth, width);
    return entries.length < width ? undefined : encodeEntries(entries.map(utf8));
  }
  const hashes = await loadTile(sql, named.tile);
  return hashes?.subarray(0, width * hashLength);
}

/** A checkpoint as a signed note with all its cosignatures: the newest, or that of a size. */
export async function loadCheckpoint(sql: Sql, size?: number): Promise<string | undefined> {
  const [row] = await sql.rows(
    `SELECT note, array(SELECT line FROM log_cosignatures AS c WHERE c.size = k.size
       ORDER BY witness) AS lines
     FROM log_checkpoints AS k WHERE $1::bigint IS NULL OR size = $1 ORDER BY size DESC LIMIT 1`,
    [size ?? null],
  );
  if (row === undefined) return undefined;
  const lines = row["lines"];
  return `${textIn(row, "note")}${Array.isArray(lines) ? lines.join("") : ""}`;
}

export type CosignatureRefusal =
  | { readonly code: "malformed-note"; readonly reason: string }
  | { readonly code: "unknown-checkpoint" }
  | { readonly code: "no-known-witness" };

/**
 * Takes a checkpoint that witnesses cosigned, and keeps the lines of those whose keys are known.
 * The answer: their names.
 */
export async function saveCosignatures(
  sql: Sql,
  cosigned: string,
  witnesses: readonly VerifierKey[],
): Promise<Outcome<readonly string[], CosignatureRefusal>> {
  const note = parseNote(cosigned);
  if (!note.ok) return refused(note.refusal);
  const checkpoint = parseCheckpoint(note.value.text);
  if (!checkpoint.ok) return refused({ code: "malformed-note", reason: checkpoint.refusal.reason });
  const size = checkpoint.value.size;
  const [known] = await sql.rows("SELECT note FROM log_checkpoints WHERE size = $1", [size]);
  if (known === undefined || !textIn(known, "note").startsWith(`${note.value.text}\n`))
    return refused({ code: "unknown-checkpoint" });
  const names: string[] = [];
  for (const key of witnesses) {
    const statement = cosignatureBy(note.value, key);
    if (statement === undefined) continue;
    const own = note.value.signatures.filter((it) => it.name === key.name);
    const line = formatNote({ text: "", signatures: own }).slice(1);
    await sql.rows(
      `INSERT INTO log_cosignatures (size, witness, line, cosigned_at)
       VALUES ($1, $2, $3, to_timestamp($4)) ON CONFLICT DO NOTHING`,
      [size, key.name, line, statement.atUnixSeconds],
    );
    names.push(key.name);
  }
  return names.length === 0 ? refused({ code: "no-known-witness" }) : accepted(names);
}

export type NoProofYet =
  | { readonly code: "unknown-leaf" }
  | { readonly code: "not-yet-in-checkpoint" };

/**
 * The proof file of one leaf, under the newest checkpoint. `openings` names the values that the
 * receiver may read; `erased` values can't be opened by anyone.
 */
export async function proveLeaf(
  sql: Sql,
  it: {
    readonly borrowerId: string;
    readonly leafId: string;
    readonly openings: readonly string[] | "all";
    readonly earlier?: string;
  },
): Promise<Outcome<ProofBundle, NoProofYet>> {
  const [row] = await sql.rows(
    "SELECT entry, openings, leaf_index FROM leaves WHERE borrower_id = $1 AND leaf_id = $2",
    [it.borrowerId, it.leafId],
  );
  if (row === undefined) return refused({ code: "unknown-leaf" });
  const index = nullable(row, "leaf_index", integerIn);
  const checkpoint = await loadCheckpoint(sql);
  if (index === null || checkpoint === undefined) return refused({ code: "not-yet-in-checkpoint" });
  const all = openingsIn(row);
  const bundle = await proveBundle(tileReader(sql), {
    leaf: textIn(row, "entry"),
    index,
    openings: it.openings === "all" ? all : all.filter((one) => it.openings.includes(one.name)),
    checkpoint,
    ...(it.earlier !== undefined && { earlier: it.earlier }),
  });
  return bundle.ok ? bundle : refused({ code: "not-yet-in-checkpoint" });
}

export function openingsIn(row: Row): readonly Opening[] {
  const value = row["openings"];
  return Array.isArray(value) ? (value as readonly Opening[]) : [];
}

/** Width of the tile at the right edge, by level, for a log of this size. */
export function publishedPaths(size: number): readonly { path: TileName; isEntries: boolean }[] {
  const paths: { path: TileName; isEntries: boolean }[] = [];
  for (let level = 0; Math.floor(size / tileWidth ** level) > 0; level++)
    for (let index = 0; widthIn(size, level, index) > 0; index++) {
      const path = { level, index, width: widthIn(size, level, index) };
      paths.push({ path, isEntries: false });
      if (level === 0) paths.push({ path, isEntries: true });
    }
  return paths;
}
