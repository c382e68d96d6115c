import { englishFrames, frames, wordClasses, type Frame } from "./catalogue/frames.ts";
import { clausesOf, stanceAt, type Stance } from "./clauses.ts";
import type { Readable } from "./normalise.ts";

export type FrameHit = {
  readonly frame: Frame;
  readonly stance: Stance;
  /** In the readable text. */
  readonly from: number;
  readonly to: number;
};

type Compiled = { readonly frame: Frame; readonly pattern: RegExp };

const compiled: { zh?: readonly Compiled[]; en?: readonly Compiled[] } = {};

function compile(all: readonly Frame[]): Compiled[] {
  return all.map((frame) => {
    const source = frame.patterns
      .map((it) => `(?:${it})`)
      .join("|")
      .replace(/\{([A-Z]+)\}/g, (_, name: string) => wordClasses[name] ?? name)
      .replaceAll("~", "[^,。;!?:]{0,10}");
    return { frame, pattern: new RegExp(source, "g") };
  });
}

/** Every frame found in the text, with the stance of its clause. */
export function matchFrames(readable: Readable): FrameHit[] {
  const { text, language } = readable;
  const clauses = language === "zh" ? clausesOf(text) : [];
  compiled[language] ??= compile(language === "zh" ? frames : englishFrames);
  return compiled[language].flatMap(({ frame, pattern }) =>
    [...text.matchAll(pattern)].map(
      (it): FrameHit => ({
        frame,
        from: it.index,
        to: it.index + it[0].length,
        stance: language === "zh" ? stanceAt(clauses, it.index) : englishStance(text, it.index),
      }),
    ),
  );
}

const englishDenial =
  /\b(?:will not|won't|never|cannot|can't|do not|don't|nobody|no one|not|neither|without any|beware|scam\w*|if (?:someone|anyone))\b[^.!?]*$/;

function englishStance(text: string, at: number): Stance {
  return englishDenial.test(text.slice(0, at)) ? "denied" : "asserted";
}
