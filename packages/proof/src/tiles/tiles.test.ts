import fc from "fast-check";
import { expect, test } from "vitest";
import { hex } from "../bytes/bytes.ts";
import { leafHash } from "../merkle/hash.ts";
import { edgeTiles, frontierOf, openAppender, type Tile } from "./appender.ts";
import { decodeEntries, encodeEntries } from "./entries.ts";
import { entriesPath, parseTilePath, tilePath, widthIn } from "./tile.ts";

test.each([
  // The examples of C2SP tlog-tiles.
  [tilePath({ level: 0, index: 1234067, width: 256 }), "tile/0/x001/x234/067"],
  [tilePath({ level: 0, index: 273, width: 112 }), "tile/0/273.p/112"],
  [tilePath({ level: 1, index: 1, width: 17 }), "tile/1/001.p/17"],
  [tilePath({ level: 2, index: 0, width: 1 }), "tile/2/000.p/1"],
  [entriesPath(1234067), "tile/entries/x001/x234/067"],
  [entriesPath(0, 5), "tile/entries/000.p/5"],
])("%s is the published path", (found, expected) => expect(found).toBe(expected));

test("a path is read back, and only its one spelling", () => {
  fc.assert(
    fc.property(
      fc.nat(63),
      fc.nat(2 ** 31 - 1),
      fc.integer({ min: 1, max: 256 }),
      (level, index, width) => {
        const tile = { level, index, width };
        expect(parseTilePath(tilePath(tile))).toEqual({ kind: "hashes", tile });
      },
    ),
  );
  for (const wrong of [
    "tile/64/000",
    "tile/0/1",
    "tile/0/x000/001",
    "tile/0/000.p/256",
    "tile/00/000",
  ])
    expect(parseTilePath(wrong)).toBeUndefined();
});

test("the tiles of a log of 70,000 entries have the widths that the standard gives as its example", () => {
  // "a log of 70,000 entries: 273 full and 1 partial (112) tile of level 0, 1 full and 1 partial (17) of level 1, 1 partial (1) of level 2"
  expect(widthIn(70_000, 0, 272)).toBe(256);
  expect(edgeTiles(70_000)).toEqual([
    { level: 0, index: 273, width: 112 },
    { level: 1, index: 1, width: 17 },
    { level: 2, index: 0, width: 1 },
  ]);
});

test("a log goes on from its frontier as if it had never stopped", () => {
  const whole = openAppender();
  let parts = openAppender();
  let partial: readonly Tile[] = [];
  for (let k = 0; k < 1500; k++) {
    const leaf = leafHash(Uint8Array.of(k & 255, k >> 8));
    whole.append(leaf);
    parts.append(leaf);
    partial = parts.partialTiles();
    // Stop and go on at odd places; the frontier is read back from the published tiles.
    if (k % 97 === 0 || k === 255 || k === 256)
      parts = openAppender(frontierOf(parts.size(), partial));
    expect(hex(parts.root())).toBe(hex(whole.root()));
  }
  expect(parts.frontier()).toEqual(whole.frontier());
});

test("full tiles come out once, in order, and the first hash of a higher tile covers the lower one", () => {
  const appender = openAppender();
  const full: Tile[] = [];
  for (let k = 0; k < 256 * 3; k++) {
    appender.append(leafHash(Uint8Array.of(k & 255, k >> 8)));
    full.push(...appender.takeFullTiles());
  }
  expect(full.map((it) => `${it.level}/${it.index}/${it.width}`)).toEqual([
    "0/0/256",
    "0/1/256",
    "0/2/256",
  ]);
  expect(appender.takeFullTiles()).toEqual([]);
  const first = openAppender();
  for (let k = 0; k < 256; k++) first.append(full[0]!.hashes.slice(32 * k, 32 * k + 32));
  const above = appender.partialTiles().find((it) => it.level === 1);
  expect(hex(above!.hashes.slice(0, 32))).toBe(hex(first.root()));
});

test("entries survive their bundle, and a cut bundle is refused", () => {
  fc.assert(
    fc.property(fc.array(fc.uint8Array({ maxLength: 300 }), { maxLength: 20 }), (entries) => {
      const bundle = encodeEntries(entries);
      const back = decodeEntries(bundle);
      expect(back.ok && back.value.map(hex)).toEqual(entries.map(hex));
    }),
  );
  const bundle = encodeEntries([Uint8Array.of(1, 2, 3), Uint8Array.of(4)]);
  expect([...bundle]).toEqual([0, 3, 1, 2, 3, 0, 1, 4]);
  expect(decodeEntries(bundle.slice(0, 7))).toEqual({
    ok: false,
    refusal: { code: "bundle-cut-short", at: 5 },
  });
});
