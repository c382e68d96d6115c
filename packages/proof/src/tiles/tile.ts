import { assert } from "@fairdue/kernel";

/** Hashes in a full tile; a tile of level L holds hashes of tree level 8 × L. */
export const tileWidth = 256;
export const tileHeight = 8;

/** One tile of the log. `width` below 256 is a partial tile at the right edge. */
export type TileName = { readonly level: number; readonly index: number; readonly width: number };

/**
 * Where a tile is published: `tile/<L>/<N>[.p/<W>]`.
 * Source: C2SP tlog-tiles, "Merkle Tree".
 * @example tilePath({ level: 0, index: 1234067, width: 256 })
 * // => "tile/0/x001/x234/067"
 */
export function tilePath({ level, index, width }: TileName): string {
  assert(level >= 0 && level <= 63, "tile levels go from 0 to 63");
  return `tile/${level}/${indexPath(index)}${partialPath(width)}`;
}

/**
 * Where 256 entries are published: `tile/entries/<N>[.p/<W>]`.
 * Source: C2SP tlog-tiles, "Log Entries".
 */
export function entriesPath(index: number, width: number = tileWidth): string {
  return `tile/entries/${indexPath(index)}${partialPath(width)}`;
}

/** The tile or entry bundle that a path names, or undefined. */
export function parseTilePath(
  path: string,
): { readonly kind: "hashes" | "entries"; readonly tile: TileName } | undefined {
  const match =
    /^tile\/(entries|0|[1-5]?[0-9]|6[0-3])\/((?:x[0-9]{3}\/)*[0-9]{3})(?:\.p\/([1-9][0-9]{0,2}))?$/.exec(
      path,
    );
  if (match === null) return undefined;
  const index = Number(match[2]!.replace(/[x/]/g, ""));
  const width = match[3] === undefined ? tileWidth : Number(match[3]);
  if (!Number.isSafeInteger(index) || (match[3] !== undefined && width >= tileWidth))
    return undefined;
  const isEntries = match[1] === "entries";
  const tile = { level: isEntries ? 0 : Number(match[1]), index, width };
  const canonical = isEntries ? entriesPath(index, width) : tilePath(tile);
  return canonical === path ? { kind: isEntries ? "entries" : "hashes", tile } : undefined;
}

function indexPath(index: number): string {
  assert(Number.isSafeInteger(index) && index >= 0, "a tile index counts from 0");
  const groups: string[] = [];
  for (let rest = index; ; rest = Math.floor(rest / 1000)) {
    groups.unshift(String(rest % 1000).padStart(3, "0"));
    if (rest < 1000) break;
  }
  return groups.map((it, k) => (k < groups.length - 1 ? `x${it}` : it)).join("/");
}

function partialPath(width: number): string {
  assert(width >= 1 && width <= tileWidth, "a tile holds 1 to 256 hashes");
  return width === tileWidth ? "" : `.p/${width}`;
}

/** How many hashes tile `index` of `level` holds in a log of `size` entries; 0 if it does not exist. */
export function widthIn(size: number, level: number, index: number): number {
  const hashes = Math.floor(size / tileWidth ** level);
  return Math.max(0, Math.min(tileWidth, hashes - index * tileWidth));
}
