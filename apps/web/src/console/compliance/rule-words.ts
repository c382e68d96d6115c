import type { Tone } from "../../design/controls/controls.tsx";
import type { Bilingual } from "../../text/language.tsx";

/** What the server says of packs and rules, and its words for people. */
export type Citation = {
  readonly instrument: string;
  readonly article: string;
  readonly status: string;
  readonly checkedOn: string;
  readonly note: string | null;
};

export type RuleHead = {
  readonly id: string;
  readonly version: number;
  readonly title: Bilingual;
  readonly governs: readonly string[];
  readonly severity: string;
  readonly force: string;
  readonly status: string;
  readonly from: string;
  readonly to: string | null;
};

export type ActWord = { readonly kind: string; readonly title: Bilingual };

export type PackList = {
  readonly packs: readonly {
    readonly id: string;
    readonly version: string;
    readonly title: Bilingual;
    readonly zone: string;
    readonly rules: readonly RuleHead[];
  }[];
  readonly acts: readonly ActWord[];
};

const words: Readonly<Record<string, Bilingual>> = {
  block: { zh: "禁止", en: "refuses" },
  hold: { zh: "暂缓", en: "holds" },
  require: { zh: "须先完成", en: "requires first" },
  defer: { zh: "推迟", en: "defers" },
  warn: { zh: "提示", en: "warns" },
  record: { zh: "记录", en: "records" },
  prohibition: { zh: "强制性规定", en: "prohibition" },
  presumption: { zh: "推定", en: "presumption" },
  guidance: { zh: "指引", en: "guidance" },
  "safe-harbour": { zh: "安全港", en: "safe harbour" },
  policy: { zh: "内部政策", en: "policy" },
  verified: { zh: "已核对原文", en: "verified" },
  secondary: { zh: "转引来源", en: "secondary source" },
  memory: { zh: "待核对", en: "from memory" },
  disputed: { zh: "有争议", en: "disputed" },
  draft: { zh: "征求意见稿", en: "draft" },
  "house-policy": { zh: "内部政策", en: "house policy" },
  allow: { zh: "允许", en: "permitted" },
  "allow-with-flags": { zh: "允许（附提示）", en: "permitted, with notes" },
  "defer-until": { zh: "须稍后", en: "not before" },
  deny: { zh: "不允许", en: "refused" },
  passed: { zh: "符合", en: "met" },
  failed: { zh: "不符合", en: "not met" },
  unknown: { zh: "事实未知", en: "unknown" },
  "not-applicable": { zh: "不适用", en: "does not apply" },
  "not-in-force": { zh: "未生效", en: "not in force" },
  permitted: { zh: "允许", en: "permitted" },
  refused: { zh: "拒绝", en: "refused" },
};

export function wordOf(code: string): Bilingual {
  return words[code] ?? { zh: code, en: code };
}

const tones: Readonly<Record<string, Tone>> = {
  verified: "allowed",
  "house-policy": "plain",
  secondary: "notice",
  memory: "wait",
  disputed: "wait",
  draft: "wait",
  allow: "allowed",
  "allow-with-flags": "notice",
  "defer-until": "wait",
  require: "wait",
  hold: "wait",
  deny: "refused",
  passed: "allowed",
  failed: "refused",
  unknown: "wait",
  permitted: "allowed",
  refused: "refused",
};

export function toneOf(code: string): Tone {
  return tones[code] ?? "plain";
}
