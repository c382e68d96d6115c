import { assert } from "@fairdue/kernel";
import { emptyRoot, hashLength, nodeHash } from "../merkle/hash.ts";
import { joinRange } from "../merkle/path.ts";
import { tileWidth, widthIn, type TileName } from "./tile.ts";

/** A tile with its hashes, one after the other: width × 32 bytes. */
export type Tile = TileName & { readonly hashes: Uint8Array };

/**
 * The right edge of a log: all that is needed to go on appending. Per level the hashes of the
 * partial tile; a few kilobytes, whatever the size of the log.
 */
export type Frontier = { readonly size: number; readonly edge: readonly Uint8Array[] };

export type Appender = {
  readonly size: () => number;
  readonly root: () => Uint8Array;
  /** Adds a leaf; O(1) amortised: one hash per entry and 1/255 more for the levels above. */
  append(leaf: Uint8Array): void;
  /** Tiles completed since the last call, to be written once and for all. */
  takeFullTiles(): readonly Tile[];
  /** The partial tiles at the right edge now, for readers of a checkpoint at this size. */
  readonly partialTiles: () => readonly Tile[];
  readonly frontier: () => Frontier;
};

export const emptyFrontier: Frontier = { size: 0, edge: [] };

/** Which partial tiles a log of this size has: reading them gives its frontier. */
export function edgeTiles(size: number): readonly TileName[] {
  const tiles: TileName[] = [];
  for (let level = 0; Math.floor(size / tileWidth ** level) > 0; level++) {
    const index = Math.floor(size / tileWidth ** (level + 1));
    const width = widthIn(size, level, index);
    if (width > 0) tiles.push({ level, index, width });
  }
  return tiles;
}

/** The frontier from the partial tiles that `edgeTiles` names. */
export function frontierOf(size: number, tiles: readonly Tile[]): Frontier {
  const edge: Uint8Array[] = [];
  for (const name of edgeTiles(size)) {
    const tile = tiles.find((it) => it.level === name.level && it.index === name.index);
    assert(tile !== undefined, `tile ${name.level}/${name.index} is part of the frontier`);
    assert(tile.hashes.length >= name.width * hashLength, "a tile is as wide as the log says");
    while (edge.length < name.level) edge.push(new Uint8Array(0));
    edge.push(tile.hashes.slice(0, name.width * hashLength));
  }
  return { size, edge };
}

export function openAppender(from: Frontier = emptyFrontier): Appender {
  let size = from.size;
  const edge: { hashes: Uint8Array; width: number }[] = [];
  let full: Tile[] = [];
  for (let level = 0; level < from.edge.length; level++) {
    const known = from.edge[level]!;
    const expected = widthIn(size, level, Math.floor(size / tileWidth ** (level + 1)));
    assert(known.length === expected * hashLength, "a frontier fits its size");
    const hashes = new Uint8Array(tileWidth * hashLength);
    hashes.set(known);
    edge.push({ hashes, width: expected });
  }

  function push(level: number, hash: Uint8Array): void {
    if (edge.length === level)
      edge.push({ hashes: new Uint8Array(tileWidth * hashLength), width: 0 });
    const row = edge[level]!;
    row.hashes.set(hash, row.width * hashLength);
    row.width += 1;
    if (row.width < tileWidth) return;
    const index = Math.floor(size / tileWidth ** (level + 1)) - 1;
    full.push({ level, index, width: tileWidth, hashes: row.hashes });
    edge[level] = { hashes: new Uint8Array(tileWidth * hashLength), width: 0 };
    push(level + 1, tileRoot(row.hashes, 0, tileWidth));
  }

  function append(leaf: Uint8Array): void {
    assert(leaf.length === hashLength, "a leaf hash has 32 bytes");
    size += 1;
    push(0, leaf);
  }

  function root(): Uint8Array {
    // From the highest level to the lowest, each partial tile in complete subtrees, left to right.
    const subtrees: Uint8Array[] = [];
    for (let level = edge.length - 1; level >= 0; level--) {
      const { hashes, width } = edge[level]!;
      for (let at = 0, step = tileWidth / 2; step >= 1; step /= 2) {
        if (at + step > width) continue;
        subtrees.push(tileRoot(hashes, at, step));
        at += step;
      }
    }
    return subtrees.length === 0 ? emptyRoot() : joinRange(subtrees);
  }

  const partialTiles = (): readonly Tile[] =>
    edgeTiles(size).map((name) => ({
      ...name,
      hashes: edge[name.level]!.hashes.slice(0, name.width * hashLength),
    }));

  return {
    size: () => size,
    root,
    append,
    takeFullTiles() {
      const taken = full;
      full = [];
      return taken;
    },
    partialTiles,
    frontier: () => ({
      size,
      edge: edge.map((it) => it.hashes.slice(0, it.width * hashLength)),
    }),
  };
}

/** Hash of the complete subtree over `count` (a power of two) hashes of a tile, from `at`. */
export function tileRoot(hashes: Uint8Array, at: number, count: number): Uint8Array {
  if (count === 1) return hashes.slice(at * hashLength, (at + 1) * hashLength);
  const half = count / 2;
  return nodeHash(tileRoot(hashes, at, half), tileRoot(hashes, at + half, half));
}
