import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import {
  decodeEntries,
  encodeEntries,
  entriesPath,
  leafHash,
  openAppender,
  tilePath,
  tileWidth,
  widthIn,
  type Tile,
  type TileReader,
} from "@fairdue/proof";

/**
 * A log as a folder of files in the layout of C2SP tlog-tiles: a web server can publish it as it
 * is, and a person can keep a copy.
 */
export type TileFolder = {
  readonly readTile: TileReader;
  readCheckpoint(): Promise<string>;
  readEntry(index: number, size: number): Promise<Uint8Array>;
};

export function openTileFolder(folder: string): TileFolder {
  const whole = (path: string): Promise<Uint8Array> => readFile(join(folder, path));
  return {
    // A log that has grown since holds the tile at full width.
    readTile: (tile) =>
      whole(tilePath(tile)).catch(() => whole(tilePath({ ...tile, width: tileWidth }))),
    readCheckpoint: () => readFile(join(folder, "checkpoint"), "utf8"),
    async readEntry(index, size) {
      const bundle = Math.floor(index / tileWidth);
      const bytes = await whole(entriesPath(bundle, widthIn(size, 0, bundle))).catch(() =>
        whole(entriesPath(bundle)),
      );
      const entries = decodeEntries(bytes);
      const entry = entries.ok ? entries.value[index % tileWidth] : undefined;
      if (entry === undefined) throw new Error(`entry bundle ${bundle} is cut short`);
      return entry;
    },
  };
}

/** Writes a whole log; answers its size and root, which the caller signs and writes as checkpoint. */
export async function writeTileFolder(
  folder: string,
  entries: AsyncIterable<Uint8Array>,
): Promise<{ size: number; root: Uint8Array }> {
  const appender = openAppender();
  let bundle: Uint8Array[] = [];
  const writeTiles = async (tiles: readonly Tile[]): Promise<void> => {
    for (const tile of tiles) await place(folder, tilePath(tile), tile.hashes);
  };
  for await (const entry of entries) {
    appender.append(leafHash(entry));
    bundle.push(entry);
    if (bundle.length < tileWidth) continue;
    await place(folder, entriesPath(appender.size() / tileWidth - 1), encodeEntries(bundle));
    bundle = [];
    await writeTiles(appender.takeFullTiles());
  }
  if (bundle.length > 0) {
    const index = Math.floor(appender.size() / tileWidth);
    await place(folder, entriesPath(index, bundle.length), encodeEntries(bundle));
  }
  await writeTiles(appender.partialTiles());
  return { size: appender.size(), root: appender.root() };
}

export async function place(
  folder: string,
  path: string,
  content: Uint8Array | string,
): Promise<void> {
  const target = join(folder, path);
  await mkdir(dirname(target), { recursive: true });
  await writeFile(target, content);
}
