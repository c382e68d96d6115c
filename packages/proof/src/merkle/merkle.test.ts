import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { hex, unhex } from "../bytes/bytes.ts";
import { openAppender } from "../tiles/appender.ts";
import { proveConsistency, proveInclusion, rootAt, type TileReader } from "../tiles/prove.ts";
import { tilePath, type TileName } from "../tiles/tile.ts";
import { emptyRoot, leafHash, rootOf } from "./hash.ts";
import { consistencyRanges, inclusionRanges } from "./path.ts";
import { verifyConsistency, verifyInclusion } from "./verify.ts";

/** The inputs and roots of the reference tests of Certificate Transparency (merkle_tree_test). */
const inputs = [
  "",
  "00",
  "10",
  "2021",
  "3031",
  "40414243",
  "5051525354555657",
  "606162636465666768696a6b6c6d6e6f",
];
const roots = [
  "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
  "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
  "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
  "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
  "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
  "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
  "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
  "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
];

/** The tree hash once more, from the words of RFC 6962 §2.1 and another library. */
function independentRoot(entries: readonly Buffer[]): Buffer {
  const sha = (...parts: readonly Buffer[]): Buffer => {
    const hash = createHash("sha256");
    for (const part of parts) hash.update(part);
    return hash.digest();
  };
  if (entries.length === 0) return sha();
  if (entries.length === 1) return sha(Buffer.of(0), entries[0]!);
  let k = 1;
  while (k * 2 < entries.length) k *= 2;
  return sha(Buffer.of(1), independentRoot(entries.slice(0, k)), independentRoot(entries.slice(k)));
}

type Log = {
  readonly leaves: readonly Uint8Array[];
  readonly rootAtSize: readonly Uint8Array[];
  readonly read: TileReader;
};

/** A log in memory, its tiles kept as a server would: full ones once, partial ones per size asked for. */
function logOf(size: number): Log {
  const tiles = new Map<string, Uint8Array>();
  const appender = openAppender();
  const leaves: Uint8Array[] = [];
  const rootAtSize = [appender.root()];
  for (let k = 0; k < size; k++) {
    const leaf = leafHash(Uint8Array.of(k & 255, k >> 8));
    leaves.push(leaf);
    appender.append(leaf);
    for (const tile of [...appender.takeFullTiles(), ...appender.partialTiles()])
      tiles.set(tilePath(tile), tile.hashes);
    rootAtSize.push(appender.root());
  }
  const read = (tile: TileName): Uint8Array => {
    const hashes = tiles.get(tilePath(tile));
    if (hashes === undefined) throw new Error(`no tile ${tilePath(tile)}`);
    return hashes;
  };
  return { leaves, rootAtSize, read };
}

describe("the tree of RFC 6962", () => {
  test("the empty log has the hash of nothing as its root", () => {
    expect(hex(emptyRoot())).toBe(
      "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    );
  });

  test("roots of one to eight entries are those of the reference tests", () => {
    const hashes = inputs.map((it) => leafHash(unhex(it)!));
    const found = roots.map((_, k) => hex(rootOf(hashes.slice(0, k + 1))));
    expect(found).toEqual(roots);
    const again = roots.map((_, k) =>
      independentRoot(inputs.slice(0, k + 1).map((it) => Buffer.from(it, "hex"))).toString("hex"),
    );
    expect(again).toEqual(roots);
  });

  test("the reference inclusion path of entry 0 of 8 is made, and verifies", async () => {
    const hashes = inputs.map((it) => leafHash(unhex(it)!));
    const appender = openAppender();
    for (const it of hashes) appender.append(it);
    const [tile] = appender.partialTiles();
    const path = await proveInclusion(() => tile!.hashes, { index: 0, size: 8 });
    expect(path.map(hex)).toEqual([
      "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
      "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
      "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
    ]);
  });
});

describe("a log of tiles", () => {
  const size = 700;
  const log = logOf(size);

  test("its root at every size is the root by definition", () => {
    for (const n of [0, 1, 2, 3, 255, 256, 257, 511, 512, 513, 700])
      expect(hex(log.rootAtSize[n]!)).toBe(hex(rootOf(log.leaves.slice(0, n))));
  });

  test("every entry of many sizes has a proof that verifies, and no other place or root fits it", async () => {
    for (const n of [1, 2, 3, 7, 255, 256, 257, 300, 513, 700]) {
      const root = log.rootAtSize[n]!;
      expect(hex(await rootAt(log.read, n))).toBe(hex(root));
      for (let index = 0; index < n; index += n > 300 ? 17 : 1) {
        const path = await proveInclusion(log.read, { index, size: n });
        const it = { index, size: n, leafHash: log.leaves[index]!, path, root };
        expect(verifyInclusion(it)).toBe(true);
        expect(verifyInclusion({ ...it, index: index + 1 })).toBe(false);
        expect(verifyInclusion({ ...it, root: log.rootAtSize[n - 1]! })).toBe(false);
        expect(verifyInclusion({ ...it, path: [...path, root] })).toBe(false);
        if (path.length > 0) expect(verifyInclusion({ ...it, path: path.slice(1) })).toBe(false);
      }
    }
  });

  test("every pair of sizes has a consistency proof that verifies, and a changed history has none", async () => {
    const sizes = [0, 1, 2, 3, 4, 5, 8, 127, 128, 255, 256, 257, 511, 512, 600, 700];
    const forged = rootOf(log.leaves.slice(0, 9).reverse());
    for (const oldSize of sizes) {
      for (const n of sizes.filter((it) => it >= oldSize)) {
        const path = await proveConsistency(log.read, { oldSize, size: n });
        const oldRoot = log.rootAtSize[oldSize]!;
        const it = { oldSize, oldRoot, size: n, root: log.rootAtSize[n]!, path };
        expect(verifyConsistency(it)).toBe(true);
        expect(verifyConsistency({ ...it, oldRoot: forged })).toBe(false);
        if (oldSize > 0) expect(verifyConsistency({ ...it, root: forged })).toBe(false);
        expect(verifyConsistency({ ...it, path: [...path, forged] })).toBe(false);
      }
    }
  });

  test("a single flipped bit anywhere breaks a proof", async () => {
    const path = await proveInclusion(log.read, { index: 300, size });
    const it = { index: 300, size, leafHash: log.leaves[300]!, path, root: log.rootAtSize[size]! };
    fc.assert(
      fc.property(fc.nat(path.length + 1), fc.nat(31), fc.nat(7), (part, byte, bit) => {
        const flip = (hash: Uint8Array): Uint8Array =>
          hash.map((b, k) => (k === byte ? b ^ (1 << bit) : b));
        const bent =
          part < path.length
            ? { ...it, path: path.map((hash, k) => (k === part ? flip(hash) : hash)) }
            : part === path.length
              ? { ...it, leafHash: flip(it.leafHash) }
              : { ...it, root: flip(it.root) };
        expect(verifyInclusion(bent)).toBe(false);
      }),
    );
  });
});

test("proofs of logs beyond 32 bits name subtrees that cover exactly the rest of the log", () => {
  const size = 2 ** 40 + 12_345;
  const index = 2 ** 40 - 7;
  const leaves = inclusionRanges(index, size)
    .flat()
    .reduce((sum, it) => sum + 2 ** it.level, 1);
  expect(leaves).toBe(size);
  expect(consistencyRanges(2 ** 33 + 1, size).length).toBeGreaterThan(30);
});
