import type { ProhibitedCategory } from "./catalogue/categories.ts";
import type { Readable } from "./normalise.ts";
import type { Reason } from "./text/reasons.ts";

/** What the sender's system knows of the case; a fact left out is unknown and judges nothing. */
export type ClaimFacts = {
  /** How far court proceedings have really gone. */
  readonly courtProceedings?: "none" | "filed" | "decided";
  /** Was the visit that the text announces registered and notified in time? */
  readonly visitNotified?: boolean;
  /** Has the overdue debt really been reported to the credit bureau? */
  readonly reportedToBureau?: boolean;
};

export type Claim = {
  readonly from: number;
  readonly to: number;
  readonly category: ProhibitedCategory;
  readonly reason: Reason;
};

type ClaimRule = {
  readonly pattern: RegExp;
  readonly contradictedBy: (facts: ClaimFacts) => boolean;
  readonly category: ProhibitedCategory;
  readonly zh: string;
  readonly en: string;
};

const rules: readonly ClaimRule[] = [
  {
    pattern:
      /已[^,。]{0,16}(?:起诉|递交起诉|立案|受理|提起诉讼|申请(?:财产保全|支付令))|已由[^,。]{0,12}法院受理|\b(?:has|have) (?:been )?(?:filed|sued)\b/g,
    contradictedBy: (it) => it.courtProceedings === "none",
    category: "false_legal_consequence",
    zh: "称案件已起诉或立案，但并无此事",
    en: "claims that a lawsuit is filed; none is",
  },
  {
    pattern:
      /判决[^,。]{0,6}(?:已?生效|已下|下来)|法院(?:已|已经)?(?:判决|判了)|\bjudg?ment has been\b/g,
    contradictedBy: (it) => it.courtProceedings === "none" || it.courtProceedings === "filed",
    category: "false_legal_consequence",
    zh: "称法院已判决，但并无此事",
    en: "claims a court decision; there is none",
  },
  {
    pattern:
      /(?:将|拟|计划|会|去|预约)[^。]{0,24}(?:上门|到访|走访|拜访|去您家|去你家)|\b(?:will|plans to) (?:visit|stop by|come to your)/g,
    contradictedBy: (it) => it.visitNotified === false,
    category: "unlawful_visit",
    zh: "宣布上门，但该次上门未经登记和提前告知",
    en: "announces a visit that was not registered and notified",
  },
  {
    pattern:
      /已[^,。]{0,6}(?:上报|报送)[^,。]{0,6}(?:征信|信用)?|\breported (?:you|the account|it) to\b/g,
    contradictedBy: (it) => it.reportedToBureau === false,
    category: "deception",
    zh: "称已报送征信，但尚未报送",
    en: "claims a report to the credit bureau; none was made",
  },
];

/** The claims of a text that the facts contradict. */
export function claimsAgainst(readable: Readable, facts: ClaimFacts): Claim[] {
  return rules
    .filter((it) => it.contradictedBy(facts))
    .flatMap((rule) =>
      [...readable.text.matchAll(rule.pattern)].map((it) => ({
        from: it.index,
        to: it.index + it[0].length,
        category: rule.category,
        reason: { category: rule.category, zh: rule.zh, en: rule.en },
      })),
    );
}
