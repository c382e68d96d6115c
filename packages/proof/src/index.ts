export {
  base64,
  hex,
  sameBytes,
  sha256,
  unbase64,
  unhex,
  utf8,
} from "./bytes/bytes.ts";
export { emptyRoot, hashLength, leafHash, nodeHash, rootOf } from "./merkle/hash.ts";
export { verifyConsistency, verifyInclusion } from "./merkle/verify.ts";
export type { Appender, Frontier, Tile } from "./tiles/appender.ts";
export { edgeTiles, emptyFrontier, frontierOf, openAppender } from "./tiles/appender.ts";
export type { BrokenBundle } from "./tiles/entries.ts";
export { decodeEntries, encodeEntries, entryBytesMax } from "./tiles/entries.ts";
export type { TileReader } from "./tiles/prove.ts";
export { proveConsistency, proveInclusion, rootAt } from "./tiles/prove.ts";
export type { TileName } from "./tiles/tile.ts";
export { entriesPath, parseTilePath, tilePath, tileWidth, widthIn } from "./tiles/tile.ts";
export type { Checkpoint } from "./note/checkpoint.ts";
export { formatCheckpoint, parseCheckpoint } from "./note/checkpoint.ts";
export type { Cosignature } from "./note/cosign.ts";
export { cosign, cosignatureBy } from "./note/cosign.ts";
export type { KeyKind, NoteSignature, SignedNote, SignerKey, VerifierKey } from "./note/note.ts";
export {
  formatNote,
  formatSignerKey,
  formatVerifierKey,
  isSignedBy,
  parseNote,
  parseSignerKey,
  parseVerifierKey,
  signNote,
  signerKey,
  verifierKey,
} from "./note/note.ts";
export type { Plain } from "./leaf/canonical.ts";
export { canonicalJson, isPlain } from "./leaf/canonical.ts";
export type { Opening } from "./leaf/commitment.ts";
export { commit, commitmentText, opens, saltLength } from "./leaf/commitment.ts";
export type { Leaf } from "./leaf/leaf.ts";
export { encodeLeaf, parseLeaf } from "./leaf/leaf.ts";
export type { ProofBundle } from "./bundle/bundle.ts";
export { formatBundle, parseBundle } from "./bundle/bundle.ts";
export type { BundleParts } from "./bundle/prove.ts";
export { proveBundle } from "./bundle/prove.ts";
export type { BundleCheck, CheckStep, TrustedKeys } from "./bundle/check.ts";
export { checkBundle } from "./bundle/check.ts";
