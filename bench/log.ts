import { createHash } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  encodeLeaf,
  formatCheckpoint,
  leafHash,
  openAppender,
  proveInclusion,
  tilePath,
  tileWidth,
  verifyInclusion,
  type Tile,
  type TileName,
} from "@fairdue/proof";
import { openTileFolder, place } from "../apps/fairdue/src/log/tile-folder.ts";
import {
  median,
  type BenchClaim,
  type BenchOptions,
  type BenchReport,
  type BenchRow,
} from "./report.ts";

/** Appending to the log, and proving an entry in a log of ten million. */
export async function run({ repeats, scale, progress }: BenchOptions): Promise<BenchReport> {
  const size = Math.max(100_000, Math.round(10_000_000 * scale));
  const leaf = encodeLeaf({
    v: 1,
    kind: "gate.decision",
    at: "2026-11-24T09:30:00.000Z",
    subject: Buffer.alloc(32, 1).toString("base64"),
    payload: { facts: Buffer.alloc(32, 2).toString("base64") },
    rules: ["cn/contact-hours@2026-01-01", "cn/frequency@2026-01-01"],
    outcome: "allow",
  });
  const sample = Math.max(20_000, Math.round(200_000 * scale));
  progress(`hashing alone, ${count(sample)} leaves`);
  const floor = median(repeated(repeats, () => hashesPerSecond(leaf, sample)));
  progress(`appending ${count(sample)} leaves`);
  const appended = median(repeated(repeats, () => appendsPerSecond(leaf, sample)));
  progress(`a log of ${count(size)} leaves: building`);
  const log = buildLog(size, progress);
  progress("proving in it, from memory");
  const memory = await proofTimes(log, (tile) => log.tiles.get(tilePath(tile))!, 2000);
  progress("proving in it, from files");
  const files = await fromFiles(log);
  const rows: BenchRow[] = [
    {
      label: "hashing the leaves alone (same library)",
      perSecond: floor,
      unit: "leaves",
      ratio: 1,
    },
    {
      label: `append: leaf hash, tiles, frontier (leaf of ${leaf.length} bytes)`,
      perSecond: appended,
      unit: "leaves",
      ratio: appended / floor,
    },
    {
      label: `append ready hashes up to ${count(size)}`,
      perSecond: size / log.seconds,
      unit: "leaves",
      ratio: size / log.seconds / floor,
    },
    {
      label: `inclusion proof in ${count(size)}, tiles in memory`,
      perSecond: 1000 / memory.p50,
      unit: "proofs",
      note: spread(memory),
    },
    {
      label: `inclusion proof in ${count(size)}, tiles in files`,
      perSecond: 1000 / files.p50,
      unit: "proofs",
      note: spread(files),
    },
    {
      label: `verify one, ${log.pathLength} hashes`,
      perSecond: 1000 / log.verifyMs,
      unit: "proofs",
      note: `${log.verifyMs.toFixed(3)} ms`,
    },
  ];
  const claims: BenchClaim[] = [
    {
      claim: "appending against hashing the leaves alone",
      target: ">= 0.4x",
      measured: `${(appended / floor).toFixed(2)}x`,
      holds: appended / floor >= 0.4,
    },
    {
      claim: `an inclusion proof in a log of ${count(size)}, from files`,
      target: "p99 <= 20 ms",
      measured: `${files.p99.toFixed(2)} ms`,
      holds: files.p99 <= 20,
    },
    {
      claim: "every proof made was verified against the root, and the root by another library",
      target: "all",
      measured: `${memory.verified + files.verified} of ${memory.made + files.made}`,
      holds: memory.verified + files.verified === memory.made + files.made && log.isRootRight,
    },
  ];
  return { name: "log", baseline: "SHA-256 of the leaves alone, same library", rows, claims };
}

function repeated(times: number, act: () => number): number[] {
  return Array.from({ length: Math.max(1, times) }, act);
}

function hashesPerSecond(leaf: Uint8Array, n: number): number {
  const start = performance.now();
  for (let k = 0; k < n; k++) leafHash(leaf);
  return (n / (performance.now() - start)) * 1000;
}

function appendsPerSecond(leaf: Uint8Array, n: number): number {
  const appender = openAppender();
  const start = performance.now();
  let tiles = 0;
  for (let k = 0; k < n; k++) {
    appender.append(leafHash(leaf));
    if (k % tileWidth === tileWidth - 1) tiles += appender.takeFullTiles().length;
  }
  appender.root();
  const seconds = (performance.now() - start) / 1000;
  if (tiles < Math.floor(n / tileWidth)) throw new Error("every full tile is written");
  return n / seconds;
}

type Log = {
  readonly size: number;
  readonly seconds: number;
  readonly root: Uint8Array;
  readonly tiles: ReadonlyMap<string, Uint8Array>;
  readonly isRootRight: boolean;
  verifyMs: number;
  pathLength: number;
};

/** Entry k of the log has this leaf hash: cheap to make, and different for each. */
function hashOf(k: number, into: Uint8Array = new Uint8Array(32)): Uint8Array {
  const view = new DataView(into.buffer, into.byteOffset);
  for (let word = 0; word < 8; word++)
    view.setUint32(4 * word, Math.imul(k + 1, 0x9e3779b1 + 2 * word));
  return into;
}

function buildLog(size: number, progress: (message: string) => void): Log {
  const appender = openAppender();
  const tiles = new Map<string, Uint8Array>();
  const keep = (all: readonly Tile[]): void => {
    for (const tile of all) tiles.set(tilePath(tile), tile.hashes);
  };
  const scratch = new Uint8Array(32);
  const start = performance.now();
  for (let k = 0; k < size; k++) {
    appender.append(hashOf(k, scratch));
    if (k % tileWidth === tileWidth - 1) keep(appender.takeFullTiles());
    if (k % 1_000_000 === 999_999) progress(`${count(k + 1)} leaves`);
  }
  keep(appender.partialTiles());
  const root = appender.root();
  const seconds = (performance.now() - start) / 1000;
  const isRootRight = Buffer.compare(independentRoot(size), root) === 0;
  return { size, seconds, root, tiles, isRootRight, verifyMs: 0, pathLength: 0 };
}

/** The root once more with node:crypto and a plain stack of subtrees: no tiles. */
function independentRoot(size: number): Buffer {
  const stack: { hash: Buffer; leaves: number }[] = [];
  const join2 = (left: Buffer, right: Buffer): Buffer =>
    createHash("sha256")
      .update(Buffer.concat([Buffer.of(1), left, right]))
      .digest();
  for (let k = 0; k < size; k++) {
    let top = { hash: Buffer.from(hashOf(k)), leaves: 1 };
    while (stack.at(-1)?.leaves === top.leaves) {
      const left = stack.pop()!;
      top = { hash: join2(left.hash, top.hash), leaves: 2 * top.leaves };
    }
    stack.push(top);
  }
  return stack.map((it) => it.hash).reduceRight((right, left) => join2(left, right));
}

type Times = {
  readonly p50: number;
  readonly p99: number;
  readonly made: number;
  readonly verified: number;
};

async function proofTimes(
  log: Log,
  read: (tile: TileName) => Uint8Array | Promise<Uint8Array>,
  proofs: number,
): Promise<Times> {
  const times: number[] = [];
  const checks: number[] = [];
  let verified = 0;
  for (let k = 0; k < proofs; k++) {
    const index = Math.floor((k * 0.6180339887498949 * log.size) % log.size);
    const start = performance.now();
    const path = await proveInclusion(read, { index, size: log.size });
    times.push(performance.now() - start);
    const check = performance.now();
    const isIn = verifyInclusion({
      index,
      size: log.size,
      leafHash: hashOf(index),
      path,
      root: log.root,
    });
    checks.push(performance.now() - check);
    if (isIn) verified += 1;
    log.pathLength = path.length;
  }
  log.verifyMs = median(checks);
  const sorted = times.sort((a, b) => a - b);
  const at = (share: number): number => sorted[Math.min(proofs - 1, Math.floor(share * proofs))]!;
  return { p50: at(0.5), p99: at(0.99), made: proofs, verified };
}

/** Only the tiles of the proofs asked for are written: what a reader of the published log fetches. */
async function fromFiles(log: Log): Promise<Times> {
  const folder = mkdtempSync(join(tmpdir(), "fairdue-log-"));
  try {
    const wanted = new Set<string>();
    const note = (tile: TileName): Uint8Array => {
      wanted.add(tilePath(tile));
      return log.tiles.get(tilePath(tile))!;
    };
    await proofTimes(log, note, 400);
    for (const path of wanted) await place(folder, path, log.tiles.get(path)!);
    const text = formatCheckpoint({
      origin: "bench",
      size: log.size,
      root: log.root,
      extensions: [],
    });
    await place(folder, "checkpoint", text);
    return await proofTimes(log, openTileFolder(folder).readTile, 400);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function spread(it: Times): string {
  return `p50 ${it.p50.toFixed(3)} ms, p99 ${it.p99.toFixed(3)} ms`;
}

function count(n: number): string {
  return n.toLocaleString("en");
}
