import { accepted, assert, refused, type Outcome } from "@fairdue/kernel";
import { base64, unbase64 } from "../bytes/bytes.ts";
import { hashLength } from "../merkle/hash.ts";

/**
 * What a log commits to: its first `size` entries have this root.
 * Source: C2SP tlog-checkpoint.
 */
export type Checkpoint = {
  /** Names the log for ever: a schema-less URL such as `log.lender.example/fairdue`. */
  readonly origin: string;
  readonly size: number;
  readonly root: Uint8Array;
  /** Lines after the root, none in most logs. */
  readonly extensions: readonly string[];
};

export type MalformedCheckpoint = {
  readonly code: "malformed-checkpoint";
  readonly reason: string;
};

/** The text of a checkpoint, to be signed as a note. */
export function formatCheckpoint(it: Checkpoint): string {
  assert(it.origin !== "" && !it.origin.includes("\n"), "an origin is one line");
  assert(Number.isSafeInteger(it.size) && it.size >= 0, "a size counts entries");
  assert(it.root.length === hashLength, "a root has 32 bytes");
  const extensions = it.extensions.map((line) => `${line}\n`).join("");
  return `${it.origin}\n${it.size}\n${base64(it.root)}\n${extensions}`;
}

export function parseCheckpoint(text: string): Outcome<Checkpoint, MalformedCheckpoint> {
  if (!text.endsWith("\n")) return malformed("no newline at the end");
  const [origin, size, root, ...extensions] = text.slice(0, -1).split("\n");
  if (origin === undefined || origin === "") return malformed("no origin on the first line");
  if (
    size === undefined ||
    !/^(0|[1-9][0-9]{0,15})$/.test(size) ||
    !Number.isSafeInteger(Number(size))
  )
    return malformed("no size in decimal digits on the second line");
  const hash = root === undefined ? undefined : unbase64(root);
  if (hash?.length !== hashLength)
    return malformed("no root of 32 bytes in base 64 on the third line");
  if (extensions.includes("")) return malformed("an empty extension line");
  return accepted({ origin, size: Number(size), root: hash, extensions });
}

function malformed(reason: string): Outcome<never, MalformedCheckpoint> {
  return refused({ code: "malformed-checkpoint", reason });
}
