import { assert } from "@fairdue/kernel";
import { emptyRoot, hashLength } from "../merkle/hash.ts";
import {
  consistencyRanges,
  inclusionRanges,
  joinRange,
  rootRange,
  type Node,
  type Range,
} from "../merkle/path.ts";
import { tileRoot } from "./appender.ts";
import { tileHeight, tileWidth, widthIn, type TileName } from "./tile.ts";

/**
 * Gives the hashes of a tile: at least `width` × 32 bytes (a wider, newer tile will do). From memory,
 * files, a database or the web: the caller knows.
 */
export type TileReader = (tile: TileName) => Uint8Array | Promise<Uint8Array>;

/** Hashes that lead from leaf `index` to the root of the log when it had `size` entries. */
export async function proveInclusion(
  read: TileReader,
  it: { readonly index: number; readonly size: number },
): Promise<readonly Uint8Array[]> {
  return hashesOf(read, it.size, inclusionRanges(it.index, it.size));
}

/** Hashes that show that the log of `size` entries begins with the log of `oldSize`. */
export async function proveConsistency(
  read: TileReader,
  it: { readonly oldSize: number; readonly size: number },
): Promise<readonly Uint8Array[]> {
  return hashesOf(read, it.size, consistencyRanges(it.oldSize, it.size));
}

/** Root of the log when it had `size` entries. */
export async function rootAt(read: TileReader, size: number): Promise<Uint8Array> {
  if (size === 0) return emptyRoot();
  const [root] = await hashesOf(read, size, [rootRange(size)]);
  assert(root !== undefined, "one range has one hash");
  return root;
}

async function hashesOf(
  read: TileReader,
  size: number,
  ranges: readonly Range[],
): Promise<readonly Uint8Array[]> {
  const loaded = new Map<string, Uint8Array>();
  for (const node of ranges.flat()) {
    const tile = tileOf(node, size);
    const key = `${tile.level}/${tile.index}`;
    if (loaded.has(key)) continue;
    const hashes = await read(tile);
    assert(hashes.length >= tile.width * hashLength, `tile ${key} is as wide as the log says`);
    loaded.set(key, hashes);
  }
  return ranges.map((range) =>
    joinRange(
      range.map((node) => {
        const { level, index } = tileOf(node, size);
        const hashes = loaded.get(`${level}/${index}`);
        assert(hashes !== undefined, "every tile of the proof was read");
        const { first, count } = placeInTile(node);
        return tileRoot(hashes, first, count);
      }),
    ),
  );
}

/** The tile in which a subtree's hash is found, or from which it is computed. */
function tileOf(node: Node, size: number): TileName {
  const level = Math.floor(node.level / tileHeight);
  const span = 2 ** (node.level - level * tileHeight);
  const index = Math.floor((node.index * span) / tileWidth);
  return { level, index, width: widthIn(size, level, index) };
}

function placeInTile(node: Node): { first: number; count: number } {
  const count = 2 ** (node.level % tileHeight);
  return { first: (node.index * count) % tileWidth, count };
}
