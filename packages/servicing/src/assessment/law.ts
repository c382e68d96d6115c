import { evaluate, type Fact, type Happening, type Pack, type Value } from "@fairdue/conduct";
import { parseZone } from "@fairdue/kernel";

/** What the law says of a credit act: yes, no, or not without something. */
export type LawAnswer = {
  readonly answer: "allowed" | "refer" | "refused";
  readonly because: readonly LawReason[];
};

export type LawReason = {
  readonly rule: string;
  readonly title: { readonly en: string; readonly zh: string };
  readonly article: string;
};

export type CreditAct = {
  readonly kind: "credit-decision" | "limit-change" | "contract";
  readonly fields: Readonly<Record<string, Value>>;
};

export type KnownForLaw = {
  readonly facts: Readonly<Record<string, Fact>>;
  readonly happenings: readonly Happening[];
  readonly zone: string;
  /** Instant in milliseconds since 1970. */
  readonly at: number;
};

/** Puts a credit act to the packs. Where law is silent about the packs, nothing is allowed. */
export function askLaw(packs: readonly Pack[], act: CreditAct, known: KnownForLaw): LawAnswer {
  if (packs.length === 0) return { answer: "refused", because: [noPack] };
  const zone = parseZone(known.zone);
  const decision = evaluate(
    packs,
    {
      act,
      facts: known.facts,
      history: [...known.happenings].sort((a, b) => a.at - b.at),
      zones: zone === undefined ? undefined : [zone],
    },
    known.at,
  );
  const answer =
    decision.outcome === "deny"
      ? "refused"
      : decision.outcome === "allow" || decision.outcome === "allow-with-flags"
        ? "allowed"
        : "refer";
  const because = answer === "allowed" ? [] : decision.because;
  return {
    answer,
    because: because.map(({ rule }) => ({
      rule: `${rule.id}@${rule.version}`,
      title: rule.title,
      article: rule.cite.map((it) => `${it.instrument} ${it.article}`).join("; "),
    })),
  };
}

/** The largest limit up to `most`, in steps, that the law allows; 0 where it allows none. */
export function lawfulLimit(
  most: number,
  stepMinor: number,
  isAllowed: (limitMinor: number) => boolean,
): number {
  let high = Math.floor(most / stepMinor);
  if (high <= 0 || isAllowed(high * stepMinor)) return Math.max(0, high) * stepMinor;
  let low = 0;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (isAllowed(middle * stepMinor)) low = middle;
    else high = middle;
  }
  return low * stepMinor;
}

const noPack: LawReason = {
  rule: "house/no-pack@1",
  title: {
    en: "No rule pack is loaded: nothing is decided without law",
    zh: "未加载规则包，不得作出授信决定",
  },
  article: "—",
};
