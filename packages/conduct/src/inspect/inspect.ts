import {
  lawfulCategories,
  prohibitedCategories,
  type LawfulCategory,
  type ProhibitedCategory,
  type Recipient,
} from "./catalogue/categories.ts";
import { claimsAgainst, type ClaimFacts } from "./claims.ts";
import { featuresOf, type Feature } from "./features.ts";
import { matchFrames, type FrameHit } from "./match-frames.ts";
import { classNames, contribution, score, type Scores } from "./model.ts";
import type { Disguise } from "./cells.ts";
import { normalise, type Readable } from "./normalise.ts";
import { reasonFor, type Reason } from "./text/reasons.ts";

export type Inspection = {
  readonly verdict: "lawful" | "prohibited";
  /** Prohibited: what it is, the likeliest first. Lawful: what it is about. */
  readonly categories: readonly (ProhibitedCategory | LawfulCategory)[];
  /** The words that made the verdict, as offsets (UTF-16) into the original text. */
  readonly spans: readonly Span[];
  /** 0 to 1: how likely it is that the text is prohibited. */
  readonly score: number;
  readonly reasons: readonly Reason[];
  /** What was undone to read it. */
  readonly disguises: readonly Disguise[];
};

export type Span = {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly category: ProhibitedCategory | LawfulCategory;
};

export type InspectionContext = {
  readonly recipient: Recipient;
  /** "call" transcripts are read in stretches, since one sentence among many decides. */
  readonly channel?: string;
  /** What is true of the case, where the sender's system knows it. Unknown facts are left out. */
  readonly facts?: ClaimFacts;
};

/** From this score on a text is prohibited. */
export const prohibitedFrom = 0.65;

/** Longer texts are read whole and in stretches; the worst stretch decides. */
const stretchLength = 160;

/**
 * Inspects one message before it is sent (or a transcript after the call).
 *
 * The rule: the text is read without disguises; frames (who does what to whom, asserted, denied or
 * reported) and runs of characters go into one linear model with a class for each category;
 * the score is the sum of the prohibited classes; prohibited from 0.65 on. Claims that the facts
 * contradict (a lawsuit never filed, a visit never notified) are prohibited whatever the score.
 *
 * @example
 * inspect("请勿向任何个人账户转账还款。", { recipient: "borrower" }).verdict // => "lawful"
 */
export function inspect(text: string, context: InspectionContext): Inspection {
  const stretches = text.length > 1.5 * stretchLength ? stretchesOf(text) : [];
  const all = [{ text, offset: 0 }, ...stretches].map((it) => ({
    offset: it.offset,
    ...read(it.text, context.recipient),
  }));
  const worst = all.reduce((a, b) => (b.scores.prohibited > a.scores.prohibited ? b : a));
  const claims = claimsAgainst(all[0]!.readable, context.facts ?? {});
  if (worst.scores.prohibited < prohibitedFrom && claims.length > 0) {
    const spans = claims.map((it) => spanOf({ text, ...all[0]! }, it, it.category));
    return {
      verdict: "prohibited",
      categories: [...new Set(claims.map((it) => it.category))],
      spans,
      score: 1,
      reasons: claims.map((it) => it.reason),
      disguises: all[0]!.readable.disguises,
    };
  }
  return explain(text, worst, context.recipient);
}

type Reading = {
  readonly readable: Readable;
  readonly hits: readonly FrameHit[];
  readonly features: ReadonlyMap<string, Feature>;
  readonly scores: Scores;
};

function read(text: string, recipient: Recipient): Reading {
  const readable = normalise(text);
  const hits = matchFrames(readable);
  const features = featuresOf(readable, hits, recipient);
  return { readable, hits, features, scores: score(features.keys()) };
}

function stretchesOf(text: string): { readonly text: string; readonly offset: number }[] {
  const sentences = text.split(/(?<=[。！？!?\n]|[.](?=\s))/);
  const stretches: { text: string; offset: number }[] = [];
  let offset = 0;
  for (const sentence of sentences) {
    const last = stretches.at(-1);
    if (last && last.text.length + sentence.length <= stretchLength) last.text += sentence;
    else stretches.push({ text: sentence, offset });
    offset += sentence.length;
  }
  return stretches;
}

function explain(
  text: string,
  reading: Reading & { readonly offset: number },
  recipient: Recipient,
): Inspection {
  const { probabilities, prohibited } = reading.scores;
  const split = prohibitedCategories.length;
  const verdict = prohibited >= prohibitedFrom ? "prohibited" : "lawful";
  const ranked = (names: readonly string[], from: number): { index: number; share: number }[] =>
    names
      .map((_, k) => ({ index: from + k, share: probabilities[from + k]! }))
      .sort((a, b) => b.share - a.share);
  const bad = ranked(prohibitedCategories, 0);
  const good = ranked(lawfulCategories, split);
  const kept =
    verdict === "prohibited"
      ? bad.filter((it, k) => k === 0 || it.share >= 0.25 * bad[0]!.share).slice(0, 3)
      : good.slice(0, 1);
  const categories = kept.map((it) => [...prohibitedCategories, ...lawfulCategories][it.index]!);
  const spans = kept.flatMap((it, k) =>
    decisiveStretches(reading, {
      one: it.index,
      other: verdict === "prohibited" ? good[0]!.index : bad[0]!.index,
    }).map((found) => spanOf({ text, ...reading }, found, categories[k]!)),
  );
  const reasons = categories.map((category) =>
    reasonFor(category, {
      words: spans.filter((it) => it.category === category).map((it) => it.text),
      recipient,
      disguised: reading.readable.disguises.some((it) => it.kind !== "traditional"),
    }),
  );
  return {
    verdict,
    categories,
    spans,
    score: Math.round(prohibited * 1e4) / 1e4,
    reasons,
    disguises: reading.readable.disguises,
  };
}

/**
 * The stretches of the text that speak most for one class against another: each character gets
 * the sum of the features that cover it, and one more inside an asserted frame of the class; those
 * above a third of the best are shown.
 */
function decisiveStretches(
  { readable, hits, features, scores }: Reading,
  compared: { readonly one: number; readonly other: number },
): { readonly from: number; readonly to: number }[] {
  const heat = new Float64Array(readable.text.length);
  for (const { name, from, to } of features.values()) {
    const share = contribution(name, compared, scores.norm) / Math.max(1, to - from);
    for (let at = from; at < to; at++) heat[at]! += share;
  }
  const category = classNames[compared.one];
  for (const { frame, stance, from, to } of hits)
    if (frame.category === category && stance === "asserted")
      for (let at = from; at < to; at++) heat[at]! += 1;
  const bar = Math.max(...heat, 0) / 3;
  const found: { from: number; to: number }[] = [];
  for (let at = 0; at < heat.length; at++) {
    if (heat[at]! <= 0 || heat[at]! < bar || /[\s,。;!?:]/.test(readable.text[at]!)) continue;
    const last = found.at(-1);
    if (last && at - last.to <= 1) last.to = at + 1;
    else found.push({ from: at, to: at + 1 });
  }
  return found
    .filter((it) => it.to - it.from >= 2)
    .map((it) => (readable.language === "en" ? wholeWords(readable.text, it) : it));
}

function wholeWords(
  text: string,
  { from, to }: { readonly from: number; readonly to: number },
): { readonly from: number; readonly to: number } {
  const head = /[a-z']*$/.exec(text.slice(0, from))![0].length;
  const tail = /^[a-z']*/.exec(text.slice(to))![0].length;
  return { from: from - head, to: to + tail };
}

type Range = { readonly from: number; readonly to: number };

/** A stretch of the readable text as a stretch of the original. */
function spanOf(
  original: { readonly text: string; readonly offset: number; readonly readable: Readable },
  range: Range,
  category: ProhibitedCategory | LawfulCategory,
): Span {
  const { text, offset, readable } = original;
  const start = offset + readable.cells[range.from]!.start;
  const end = offset + readable.cells[range.to - 1]!.end;
  return { start, end, text: text.slice(start, end), category };
}
