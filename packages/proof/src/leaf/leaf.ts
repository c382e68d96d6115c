import { accepted, refused, type Outcome, type Problem } from "@fairdue/kernel";
import { unbase64, utf8 } from "../bytes/bytes.ts";
import { entryBytesMax } from "../tiles/entries.ts";
import { canonicalJson, isPlain } from "./canonical.ts";

/**
 * One entry of the log. It says what kind of act was done when, and by which rules; whom it
 * concerned and what it said are salted commitments: no personal data is ever in a leaf.
 */
export type Leaf = {
  readonly v: 1;
  /** Words joined by dots: `gate.decision`, `permit.redeemed`, `message.delivered`, `data.read`. */
  readonly kind: string;
  /** Instant in UTC, to the millisecond: `2026-11-24T09:30:00.000Z`. */
  readonly at: string;
  /** Commitment to the id of the person concerned; absent if there is none. */
  readonly subject?: string;
  /** Commitments by name: `message`, `amount`, `facts`… */
  readonly payload?: Readonly<Record<string, string>>;
  /** Ids of the rules that decided, as `pack/rule@version`. */
  readonly rules?: readonly string[];
  /** The outcome in one word, if the kind has outcomes: `allow`, `deny`, `hold`… */
  readonly outcome?: string;
  /** Indices of earlier leaves that this one follows: a redemption its permit, a reply its message. */
  readonly follows?: readonly number[];
};

/** The bytes that go into the log: canonical JSON in UTF-8. */
export function encodeLeaf(leaf: Leaf): Uint8Array {
  const { v, kind, at, subject, payload, rules, outcome, follows } = leaf;
  return utf8(
    canonicalJson({
      v,
      kind,
      at,
      ...(subject !== undefined && { subject }),
      ...(payload !== undefined && { payload }),
      ...(rules !== undefined && { rules }),
      ...(outcome !== undefined && { outcome }),
      ...(follows !== undefined && { follows }),
    }),
  );
}

const fields = ["v", "kind", "at", "subject", "payload", "rules", "outcome", "follows"];

/** A leaf from its text; the text must be the canonical spelling, byte for byte. */
export function parseLeaf(text: string): Outcome<Leaf, readonly Problem[]> {
  const problems: Problem[] = [];
  const tell = (field: string, value: unknown, expected: string): void => {
    const shown = value === undefined ? "nothing" : JSON.stringify(value).slice(0, 60);
    problems.push({ field, value: shown, expected });
  };
  const it = parsedJson(text);
  if (typeof it !== "object" || it === null || Array.isArray(it)) {
    return refused([{ field: "leaf", value: "not an object", expected: "a JSON object" }]);
  }
  const leaf: Record<string, unknown> = { ...it };
  for (const key of Object.keys(leaf))
    if (!fields.includes(key)) tell(key, leaf[key], `one of ${fields.join(", ")}`);
  if (leaf["v"] !== 1) tell("v", leaf["v"], "1");
  if (!isText(leaf["kind"], /^[a-z][a-z-]*(\.[a-z][a-z-]*)*$/))
    tell("kind", leaf["kind"], "lower-case words joined by dots");
  if (!isText(leaf["at"], /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/))
    tell("at", leaf["at"], "an instant such as 2026-11-24T09:30:00.000Z");
  if (leaf["subject"] !== undefined && !isCommitment(leaf["subject"]))
    tell("subject", leaf["subject"], "a commitment: 32 bytes in base 64");
  tellPayload(leaf["payload"], tell);
  if (
    leaf["rules"] !== undefined &&
    !isListOf(leaf["rules"], (rule) => isText(rule, /^\S{1,200}$/))
  )
    tell("rules", leaf["rules"], "a list of rule ids");
  if (leaf["outcome"] !== undefined && !isText(leaf["outcome"], /^[a-z][a-z-]*$/))
    tell("outcome", leaf["outcome"], "one lower-case word");
  if (
    leaf["follows"] !== undefined &&
    !isListOf(leaf["follows"], (index) => Number.isSafeInteger(index) && Number(index) >= 0)
  )
    tell("follows", leaf["follows"], "a list of leaf indices");
  if (utf8(text).length > entryBytesMax) tell("leaf", text.length, "at most 65,535 bytes");
  if (problems.length === 0 && (!isPlain(leaf) || canonicalJson(leaf) !== text))
    tell("leaf", text, "the canonical spelling of the same JSON");
  if (problems.length > 0) return refused(problems);
  return accepted(leaf as Leaf);
}

type Tell = (field: string, value: unknown, expected: string) => void;

function tellPayload(payload: unknown, tell: Tell): void {
  if (payload === undefined) return;
  if (typeof payload !== "object" || payload === null || Array.isArray(payload)) {
    tell("payload", payload, "commitments by name");
    return;
  }
  for (const [name, value] of Object.entries(payload))
    if (!isCommitment(value)) tell(`payload.${name}`, value, "a commitment: 32 bytes in base 64");
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isText(value: unknown, form: RegExp): boolean {
  return typeof value === "string" && form.test(value);
}

function isCommitment(value: unknown): boolean {
  return typeof value === "string" && unbase64(value)?.length === 32;
}

function isListOf(value: unknown, is: (member: unknown) => boolean): boolean {
  return Array.isArray(value) && value.every(is);
}
