import { accepted, refused, type Outcome, type Problem } from "@fairdue/kernel";
import { base64, unbase64 } from "../bytes/bytes.ts";
import { isPlain } from "../leaf/canonical.ts";
import type { Opening } from "../leaf/commitment.ts";
import { hashLength } from "../merkle/hash.ts";

/**
 * One file with which a person can check, offline and without us, that an entry is in the log:
 * `{"format": "fairdue-proof/v1", …}`, described in docs/proof.md.
 */
export type ProofBundle = {
  /** The entry as it is in the log, canonical JSON. */
  readonly leaf: string;
  /** Salts and values of those commitments that the holder of this file may read. */
  readonly openings: readonly Opening[];
  readonly index: number;
  readonly inclusion: readonly Uint8Array[];
  /** The signed checkpoint to whose root the path leads: a signed note. */
  readonly checkpoint: string;
  /** An older checkpoint that the holder already had, and the proof that the log only grew since. */
  readonly earlier?: { readonly checkpoint: string; readonly consistency: readonly Uint8Array[] };
  /** Keys as the sender names them. Convenient, but proof only if known from elsewhere as well. */
  readonly keys?: { readonly log?: string; readonly witnesses?: readonly string[] };
};

const format = "fairdue-proof/v1";

export function formatBundle(it: ProofBundle): string {
  const document = {
    format,
    leaf: it.leaf,
    openings: it.openings,
    index: it.index,
    inclusion: it.inclusion.map(base64),
    checkpoint: it.checkpoint,
    ...(it.earlier && {
      earlier: {
        checkpoint: it.earlier.checkpoint,
        consistency: it.earlier.consistency.map(base64),
      },
    }),
    ...(it.keys && { keys: it.keys }),
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

/** A bundle from the text of its file; all that is wrong with it, otherwise. */
export function parseBundle(text: string): Outcome<ProofBundle, readonly Problem[]> {
  const problems: Problem[] = [];
  const tell = (field: string, value: unknown, expected: string): void => {
    const shown = value === undefined ? "nothing" : (JSON.stringify(value) ?? "").slice(0, 60);
    problems.push({ field, value: shown, expected });
  };
  const it = parsedObject(text);
  if (it === undefined)
    return refused([{ field: "(file)", value: text.slice(0, 40), expected: "a JSON object" }]);
  const known = [
    "format",
    "leaf",
    "openings",
    "index",
    "inclusion",
    "checkpoint",
    "earlier",
    "keys",
  ];
  for (const key of Object.keys(it))
    if (!known.includes(key)) tell(key, it[key], `one of ${known.join(", ")}`);
  if (it["format"] !== format) tell("format", it["format"], format);
  const leaf = textAt(it, "leaf", tell);
  const checkpoint = textAt(it, "checkpoint", tell);
  const index = it["index"];
  if (typeof index !== "number" || !Number.isSafeInteger(index) || index < 0)
    tell("index", index, "a whole number from 0");
  const inclusion = hashesAt(it["inclusion"], "inclusion", tell);
  const openings = openingsAt(it["openings"] ?? [], tell);
  const earlier = earlierAt(it["earlier"], tell);
  const keys = keysAt(it["keys"], tell);
  if (problems.length > 0) return refused(problems);
  return accepted({
    leaf,
    openings,
    index: Number(index),
    inclusion,
    checkpoint,
    ...(earlier && { earlier }),
    ...(keys && { keys }),
  });
}

type Tell = (field: string, value: unknown, expected: string) => void;

function parsedObject(text: string): Record<string, unknown> | undefined {
  try {
    const it: unknown = JSON.parse(text);
    return isObject(it) ? it : undefined;
  } catch {
    return undefined;
  }
}

function isObject(it: unknown): it is Record<string, unknown> {
  return typeof it === "object" && it !== null && !Array.isArray(it);
}

function textAt(it: Record<string, unknown>, field: string, tell: Tell): string {
  const value = it[field];
  if (typeof value === "string" && value !== "") return value;
  tell(field, value, "a text");
  return "";
}

function hashesAt(value: unknown, field: string, tell: Tell): readonly Uint8Array[] {
  if (!Array.isArray(value)) {
    tell(field, value, "a list of hashes in base 64");
    return [];
  }
  return value.flatMap((it: unknown, k) => {
    const hash = typeof it === "string" ? unbase64(it) : undefined;
    if (hash?.length === hashLength) return [hash];
    tell(`${field}[${k}]`, it, "a hash: 32 bytes in base 64");
    return [];
  });
}

function openingsAt(value: unknown, tell: Tell): readonly Opening[] {
  if (!Array.isArray(value)) {
    tell("openings", value, 'a list of {"name", "salt", "value"}');
    return [];
  }
  return value.flatMap((it: unknown, k) => {
    if (!isObject(it)) {
      tell(`openings[${k}]`, it, '{"name", "salt", "value"}');
      return [];
    }
    const { name, salt, value: opened } = it as { name: unknown; salt: unknown; value: unknown };
    if (typeof name !== "string" || name.includes("\n"))
      tell(`openings[${k}].name`, name, "a text of one line");
    else if (typeof salt !== "string" || unbase64(salt)?.length !== 32)
      tell(`openings[${k}].salt`, salt, "32 bytes in base 64");
    else if (!isPlain(opened))
      tell(`openings[${k}].value`, opened, "JSON with whole numbers and well-formed texts only");
    else return [{ name, salt, value: opened }];
    return [];
  });
}

function earlierAt(value: unknown, tell: Tell): ProofBundle["earlier"] {
  if (value === undefined) return undefined;
  if (!isObject(value)) {
    tell("earlier", value, '{"checkpoint", "consistency"}');
    return undefined;
  }
  const checkpoint = value["checkpoint"];
  if (typeof checkpoint !== "string") tell("earlier.checkpoint", checkpoint, "a signed note");
  const consistency = hashesAt(value["consistency"], "earlier.consistency", tell);
  return { checkpoint: String(checkpoint), consistency };
}

function keysAt(value: unknown, tell: Tell): ProofBundle["keys"] {
  if (value === undefined) return undefined;
  const log = isObject(value) ? value["log"] : undefined;
  const witnesses = isObject(value) ? (value["witnesses"] ?? []) : undefined;
  const isRight =
    (log === undefined || typeof log === "string") &&
    Array.isArray(witnesses) &&
    witnesses.every((it): it is string => typeof it === "string");
  if (!isRight) {
    tell("keys", value, '{"log": "name+hash+key", "witnesses": ["name+hash+key"]}');
    return undefined;
  }
  return { ...(log !== undefined && { log }), witnesses };
}
