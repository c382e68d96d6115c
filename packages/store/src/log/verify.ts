import {
  hashLength,
  isSignedBy,
  leafHash,
  openAppender,
  opens,
  parseCheckpoint,
  parseLeaf,
  parseNote,
  sameBytes,
  tileWidth,
  utf8,
  type VerifierKey,
  type Appender,
  type Opening,
} from "@fairdue/proof";
import type { Row, Sql } from "../sql/database.ts";
import { integerIn, nullable, textIn } from "../sql/row.ts";
import { bytesIn, openingsIn } from "./tiles.ts";

/** One row that is not what was logged: where it stands, and what is wrong with it. */
export type LogFault = {
  readonly table: string;
  /** Key of the row, as `column=value`, never more of a person than an id. */
  readonly row: string;
  readonly says: { readonly en: string; readonly zh: string };
};

export type LogReport = {
  readonly size: number;
  readonly checkpoints: number;
  /** Leaves that wait for their place; they are checked as soon as they have one. */
  readonly queued: number;
  /** Leaves whose openings were erased: nothing of them can be compared any more. */
  readonly erased: number;
  readonly faults: readonly LogFault[];
};

type Tell = (fault: LogFault) => void;

/**
 * Re-derives the whole log from its rows: every entry against its leaf, its tile and the signed
 * checkpoints, every opening against its commitment. Each row that was changed, removed or slipped
 * in is named; one changed row gives one fault.
 */
export async function verifyLog(
  sql: Sql,
  { key }: { readonly key?: VerifierKey } = {},
): Promise<LogReport> {
  const faults: LogFault[] = [];
  const tell: Tell = (fault) => void faults.push(fault);
  const checkpoints = await readCheckpoints(sql, key, tell);
  const size = checkpoints.at(-1)?.size ?? 0;
  const erased = await verifyEntries(sql, { size, checkpoints, tell });
  const [count] = await sql.rows(
    `SELECT count(*) FILTER (WHERE leaf_index IS NULL) AS queued,
       count(*) FILTER (WHERE leaf_index >= $1) AS beyond FROM leaves`,
    [size],
  );
  if (count !== undefined && integerIn(count, "beyond") > 0)
    tell(fault("leaves", `leaf_index>=${size}`, "placed beyond the newest checkpoint"));
  const queued = count === undefined ? 0 : integerIn(count, "queued");
  return { size, checkpoints: checkpoints.length, queued, erased, faults };
}

type ReadCheckpoint = { readonly size: number; readonly root: Uint8Array };

async function readCheckpoints(
  sql: Sql,
  key: VerifierKey | undefined,
  tell: Tell,
): Promise<readonly ReadCheckpoint[]> {
  const rows = await sql.rows("SELECT size, root, note FROM log_checkpoints ORDER BY size");
  return rows.map((row) => {
    const size = integerIn(row, "size");
    const root = bytesIn(row, "root");
    const wrong = (says: string): void => tell(fault("log_checkpoints", `size=${size}`, says));
    const note = parseNote(textIn(row, "note"));
    const read = note.ok ? parseCheckpoint(note.value.text) : undefined;
    if (!note.ok || !read?.ok) wrong("not a signed checkpoint");
    else if (read.value.size !== size || !sameBytes(read.value.root, root))
      wrong("the row and its signed note differ");
    else if (key !== undefined && !isSignedBy(note.value, key)) wrong("the signature is false");
    return { size, root };
  });
}

type EntriesCheck = {
  readonly size: number;
  readonly checkpoints: readonly ReadCheckpoint[];
  readonly tell: Tell;
};

async function verifyEntries(sql: Sql, it: EntriesCheck): Promise<number> {
  const appender = openAppender();
  const due = [...it.checkpoints];
  let erased = 0;
  while (due[0]?.size === 0) due.shift();
  for (let from = 0; from < it.size; from += tileWidth) {
    const width = Math.min(tileWidth, it.size - from);
    const rows = await loadChunk(sql, from, width);
    const tile = await loadHashes(sql, 0, from / tileWidth);
    const parent = await loadHashes(sql, 1, Math.floor(from / tileWidth ** 2));
    const chunk = judgeChunk({ from, width, rows, tile, parent, tell: it.tell });
    erased += chunk.erased;
    for (let k = 0; k < width; k++) {
      appender.append(chunk.hashes[k]!);
      while (due[0]?.size === from + k + 1) checkRoot(due.shift()!, appender, it.tell);
    }
    await checkTiles(sql, appender, it.tell);
  }
  return erased;
}

function checkRoot(checkpoint: ReadCheckpoint, appender: Appender, tell: Tell): void {
  if (sameBytes(appender.root(), checkpoint.root)) return;
  tell(
    fault(
      "log_checkpoints",
      `size=${checkpoint.size}`,
      "its root is not that of the entries before it",
    ),
  );
}

/** Tiles above the leaves, as soon as they are full. */
async function checkTiles(sql: Sql, appender: Appender, tell: Tell): Promise<void> {
  for (const tile of appender.takeFullTiles()) {
    if (tile.level === 0) continue;
    const stored = await loadHashes(sql, tile.level, tile.index);
    if (!sameBytes(stored, tile.hashes))
      tell(
        fault("log_tiles", `level=${tile.level} tile_index=${tile.index}`, "not the tiles below"),
      );
  }
}

type Chunk = {
  readonly from: number;
  readonly width: number;
  readonly rows: ReadonlyMap<number, Row>;
  readonly tile: Uint8Array;
  readonly parent: Uint8Array;
  readonly tell: Tell;
};

/**
 * Compares 256 entries with their leaves and with their tile. Where they disagree, the tile is
 * believed if the tree above it confirms it, for then it is the entry that was changed.
 */
function judgeChunk(it: Chunk): { hashes: Uint8Array[]; erased: number } {
  const hashes: Uint8Array[] = [];
  const believed = it.width < tileWidth || isConfirmed(it);
  let erased = 0;
  for (let k = 0; k < it.width; k++) {
    const row = it.rows.get(it.from + k);
    const inTile = it.tile.subarray(k * hashLength, (k + 1) * hashLength);
    const own = judgeRow(it, it.from + k, inTile);
    if (row !== undefined && row["openings"] === null) erased += 1;
    const isTileWrong = own !== undefined && !sameBytes(own, inTile);
    if (isTileWrong && !believed)
      it.tell(fault("log_tiles", `level=0 tile_index=${it.from / tileWidth}`, `hash ${k} changed`));
    hashes.push(isTileWrong && !believed ? own : inTile.length === hashLength ? inTile : zero);
  }
  return { hashes, erased };
}

const zero = new Uint8Array(hashLength);

function isConfirmed({ from, tile, parent }: Chunk): boolean {
  const place = (from / tileWidth) % tileWidth;
  const above = parent.subarray(place * hashLength, (place + 1) * hashLength);
  const appender = openAppender();
  for (let k = 0; k < tileWidth; k++) {
    const hash = tile.subarray(k * hashLength, (k + 1) * hashLength);
    if (hash.length !== hashLength) return false;
    appender.append(hash);
  }
  return sameBytes(appender.root(), above);
}

/** Tells what is wrong with one entry and its leaf; answers with the hash that both agree on. */
function judgeRow(it: Chunk, index: number, inTile: Uint8Array): Uint8Array | undefined {
  const row = it.rows.get(index);
  const at = `leaf_index=${index}`;
  const entry = row && nullable(row, "entry", textIn);
  const own = row && nullable(row, "own", textIn);
  if (row === undefined || (entry === null && own === null)) {
    it.tell(fault("log_entries", at, "the entry is missing, and its leaf as well"));
    return undefined;
  }
  const fits = (text: string | null | undefined): boolean =>
    typeof text === "string" && sameBytes(leafHash(utf8(text)), inTile);
  if (entry === null) it.tell(fault("log_entries", at, "the entry is missing"));
  if (own === null) it.tell(fault("leaves", at, "no leaf has this place"));
  if (typeof entry === "string" && typeof own === "string" && entry !== own) {
    const leaf = fits(entry) ? "leaves" : "log_entries";
    it.tell(fault(leaf, leaf === "leaves" ? leafKey(row) : at, "the entry was changed"));
    return undefined;
  }
  const text = entry ?? own;
  if (typeof text !== "string") return undefined;
  if (!fits(text)) {
    // Entry and leaf say the same, and the tile another thing.
    const bytes = leafHash(utf8(text));
    if (it.width < tileWidth || isConfirmed(it))
      it.tell(fault("log_entries", at, "entry and leaf were changed: the tree holds another hash"));
    return bytes;
  }
  checkOpenings(row, text, it.tell);
  return leafHash(utf8(text));
}

function checkOpenings(row: Row, entry: string, tell: Tell): void {
  if (row["openings"] === null || row["own"] === null) return;
  const leaf = parseLeaf(entry);
  if (!leaf.ok) return tell(fault("leaves", leafKey(row), "not in the log's form"));
  for (const opening of openingsIn(row)) {
    const commitment = commitmentOf(leaf.value, opening);
    if (commitment === undefined || !opens(opening, commitment))
      tell(fault("leaves", leafKey(row), `the opening of ${opening.name} was changed`));
  }
}

function commitmentOf(
  leaf: { subject?: string; payload?: Readonly<Record<string, string>> },
  opening: Opening,
): string | undefined {
  if (opening.name === "subject") return leaf.subject;
  return Object.hasOwn(leaf.payload ?? {}, opening.name) ? leaf.payload?.[opening.name] : undefined;
}

function leafKey(row: Row): string {
  return `leaf_id=${nullable(row, "leaf_id", textIn) ?? "none"}`;
}

async function loadChunk(sql: Sql, from: number, width: number): Promise<ReadonlyMap<number, Row>> {
  const rows = await sql.named(
    "log-verify-chunk",
    `SELECT coalesce(e.leaf_index, l.leaf_index) AS place, e.entry, l.entry AS own, l.leaf_id,
       l.openings
     FROM (SELECT * FROM log_entries WHERE leaf_index >= $1 AND leaf_index < $2) AS e
     FULL JOIN (SELECT * FROM leaves WHERE leaf_index >= $1 AND leaf_index < $2) AS l
       ON l.leaf_index = e.leaf_index`,
    [from, from + width],
  );
  return new Map(rows.map((row) => [integerIn(row, "place"), row]));
}

async function loadHashes(sql: Sql, level: number, index: number): Promise<Uint8Array> {
  const [row] = await sql.named(
    "log-verify-tile",
    "SELECT hashes FROM log_tiles WHERE level = $1 AND tile_index = $2",
    [level, index],
  );
  return row === undefined ? new Uint8Array(0) : bytesIn(row, "hashes");
}

const chinese: Readonly<Record<string, string>> = {
  "placed beyond the newest checkpoint": "位置超出最新检查点",
  "not a signed checkpoint": "不是已签名的检查点",
  "the row and its signed note differ": "该行与其签名内容不一致",
  "the signature is false": "签名不成立",
  "its root is not that of the entries before it": "根哈希与之前的条目不符",
  "not the tiles below": "与下层哈希块不符",
  "the entry is missing, and its leaf as well": "条目及其叶子均缺失",
  "the entry is missing": "条目缺失",
  "no leaf has this place": "该位置没有叶子",
  "the entry was changed": "条目内容被改动",
  "entry and leaf were changed: the tree holds another hash":
    "条目与叶子均被改动：树中是另一个哈希",
  "not in the log's form": "不符合日志格式",
};

function fault(table: string, row: string, en: string): LogFault {
  const zh =
    chinese[en] ??
    en
      .replace(/^hash (\d+) changed$/, "第 $1 个哈希被改动")
      .replace(/^the opening of (\S+) was changed$/, "$1 的承诺开启值被改动");
  return { table, row, says: { en, zh } };
}
