import { refused, accepted, type Outcome } from "@fairdue/kernel";
import type { Opening } from "../leaf/commitment.ts";
import { parseCheckpoint, type MalformedCheckpoint } from "../note/checkpoint.ts";
import { parseNote, type MalformedNote } from "../note/note.ts";
import { proveConsistency, proveInclusion, type TileReader } from "../tiles/prove.ts";
import type { ProofBundle } from "./bundle.ts";

/** All that a proof file is made of, but for the hashes, which come from the tiles. */
export type BundleParts = {
  readonly leaf: string;
  readonly index: number;
  /** What the receiver of the file may read; leave out what only others may. */
  readonly openings: readonly Opening[];
  /** The signed checkpoint to prove under: the newest, as a rule. */
  readonly checkpoint: string;
  /** The checkpoint that the receiver already has, if any. */
  readonly earlier?: string;
  readonly keys?: ProofBundle["keys"];
};

export type NoProof =
  | MalformedNote
  | MalformedCheckpoint
  | { readonly code: "not-yet-in-checkpoint"; readonly index: number; readonly size: number }
  | { readonly code: "earlier-is-later"; readonly earlierSize: number; readonly size: number };

/** Makes the file with which anyone can check that the leaf is in the log. */
export async function proveBundle(
  read: TileReader,
  parts: BundleParts,
): Promise<Outcome<ProofBundle, NoProof>> {
  const size = sizeOf(parts.checkpoint);
  if (!size.ok) return size;
  if (parts.index >= size.value)
    return refused({ code: "not-yet-in-checkpoint", index: parts.index, size: size.value });
  const { earlier, keys, ...kept } = parts;
  const inclusion = await proveInclusion(read, { index: parts.index, size: size.value });
  const bundle: ProofBundle = { ...kept, inclusion, ...(keys && { keys }) };
  if (earlier === undefined) return accepted(bundle);
  const oldSize = sizeOf(earlier);
  if (!oldSize.ok) return oldSize;
  if (oldSize.value > size.value)
    return refused({ code: "earlier-is-later", earlierSize: oldSize.value, size: size.value });
  const consistency = await proveConsistency(read, { oldSize: oldSize.value, size: size.value });
  return accepted({ ...bundle, earlier: { checkpoint: earlier, consistency } });
}

function sizeOf(checkpoint: string): Outcome<number, MalformedNote | MalformedCheckpoint> {
  const note = parseNote(checkpoint);
  if (!note.ok) return note;
  const read = parseCheckpoint(note.value.text);
  return read.ok ? accepted(read.value.size) : read;
}
