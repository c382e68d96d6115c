import type { Recipient } from "./catalogue/categories.ts";
import { clausesOf } from "./clauses.ts";
import type { FrameHit } from "./match-frames.ts";
import type { Readable } from "./normalise.ts";

/** A feature of the model: its name, and where in the readable text it was seen. */
export type Feature = { readonly name: string; readonly from: number; readonly to: number };

/**
 * What the model sees: runs of one to three characters (words in English), those inside denials
 * marked, those to a third party once more under a name of their own; and the frames.
 */
export function featuresOf(
  readable: Readable,
  hits: readonly FrameHit[],
  recipient: Recipient,
): Map<string, Feature> {
  const found = new Map<string, Feature>();
  const add = (name: string, from: number, to: number): void => {
    if (!found.has(name)) found.set(name, { name, from, to });
  };
  if (readable.language === "en") addWords(readable.text, recipient, add);
  else addRuns(readable.text, recipient, add);
  addFrames(hits, recipient, add);
  add(`R:${recipient}`, 0, 0);
  return found;
}

type Add = (name: string, from: number, to: number) => void;

function addRuns(text: string, recipient: Recipient, add: Add): void {
  const mark = recipient === "third_party" ? "T" : recipient === "co_obligor" ? "C" : "";
  const plain = text.replace(/[0-9](?:[0-9.]*[0-9])?/g, (it) => "0".repeat(it.length));
  for (const clause of clausesOf(text)) {
    for (let at = clause.from; at < clause.to; at++)
      for (let length = 1; length <= 3 && at + length <= clause.to; length++) {
        const run = plain.slice(at, at + length);
        if (run.startsWith("00") && length > 1) continue;
        add(run, at, at + length);
        if (length === 1) continue;
        if (at >= clause.deniedFrom) add(`¬${run}`, at, at + length);
        else if (clause.isReported) add(`»${run}`, at, at + length);
        if (length === 2 && mark !== "") add(`${mark}${run}`, at, at + length);
      }
  }
}

function addWords(text: string, recipient: Recipient, add: Add): void {
  const words = [...text.matchAll(/[a-z']+|\d[\d,.]*/g)].map((it) => ({
    word: /^\d/.test(it[0]) ? "0" : it[0],
    from: it.index,
    to: it.index + it[0].length,
  }));
  for (let at = 0; at < words.length; at++)
    for (let length = 1; length <= 3 && at + length <= words.length; length++) {
      const part = words.slice(at, at + length);
      const name = part.map((it) => it.word).join(" ");
      add(`en ${name}`, part[0]!.from, part.at(-1)!.to);
      if (recipient !== "borrower" && length < 3)
        add(`${recipient} ${name}`, part[0]!.from, part.at(-1)!.to);
    }
}

/** Frames that say nothing to someone who owes: the debt is theirs to hear of and to pay. */
const onlyToThirdParties: ReadonlySet<string> = new Set([
  "privacy_disclosure",
  "third_party_payment",
]);

function addFrames(hits: readonly FrameHit[], recipient: Recipient, add: Add): void {
  let asserted = 0;
  let shielded = 0;
  for (const { frame, stance, from, to } of hits) {
    if (recipient !== "third_party" && onlyToThirdParties.has(frame.category)) {
      add(`F:owed:${frame.id}`, from, to);
      continue;
    }
    if (frame.category === "lawful") {
      add(`F:${frame.id}`, from, to);
      continue;
    }
    if (stance === "asserted") asserted += 1;
    else shielded += 1;
    add(`F:${frame.id}:${stance}`, from, to);
    add(`F:${frame.category}:${stance}`, from, to);
    add(`F:any:${stance === "asserted" ? "asserted" : "shielded"}`, from, to);
    if (recipient !== "borrower") add(`F:${recipient}:${frame.id}:${stance}`, from, to);
  }
  if (asserted > 0) add(`F:asserted=${Math.min(asserted, 3)}`, 0, 0);
  if (asserted === 0 && shielded > 0) add("F:only-shielded", 0, 0);
}

/** A frame weighs as much as this many runs of characters. */
export const frameWeight = 1;

export function weightOf(name: string): number {
  return name.startsWith("F:") ? frameWeight : 1;
}
