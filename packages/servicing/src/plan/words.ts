import { addDays, type EpochDay, formatDay } from "@fairdue/kernel";
import type { CaseFeatures } from "../strategy/features.ts";
import type { Bilingual } from "../strategy/strategy.ts";
import type { Offer, Option } from "./offer.ts";
import type { Because } from "./work-item.ts";

/** What words are filled with: the day, the currency, and how the book writes its amounts. */
export type WordsFor = {
  readonly on: EpochDay;
  readonly currency: string;
  readonly digits: number;
};

/** Fills {overdue}, {dpd} and {oldestDueOn} into words for a collector. */
export function fill(words: Bilingual, it: CaseFeatures, of: WordsFor): Bilingual {
  const money = moneyOf(it.overdueMinor, of);
  const values = (language: "zh" | "en"): Record<string, string> => ({
    overdue: money[language],
    dpd: String(it.dpd),
    oldestDueOn: formatDay(addDays(of.on, -it.dpd)),
  });
  const put = (language: "zh" | "en"): string =>
    words[language].replace(/\{(\w+)\}/g, (mark, name: string) => values(language)[name] ?? mark);
  return { zh: put("zh"), en: put("en") };
}

function moneyOf(amountMinor: number, { currency, digits }: WordsFor): Bilingual {
  const text = decimal(amountMinor, digits);
  return {
    zh: currency === "CNY" ? `${text} 元` : `${currency} ${text}`,
    en: `${currency} ${text}`,
  };
}

function decimal(amountMinor: number, digits: number): string {
  const sign = amountMinor < 0 ? "−" : "";
  const whole = String(Math.abs(amountMinor)).padStart(digits + 1, "0");
  const head = whole.slice(0, whole.length - digits).replace(/\B(?=(\d{3})+$)/g, ",");
  return `${sign}${head}${digits === 0 ? "" : `.${whole.slice(-digits)}`}`;
}

type Told = {
  readonly because: Because;
  readonly option: Option | undefined;
  readonly horizonDays: number;
  readonly words: WordsFor;
};

/** Why this step, or why none: what a collector, the borrower's file and an auditor are told. */
export function reasonOf(it: Offer, told: Told): Bilingual {
  const { option } = told;
  if (option !== undefined) return reasonOfChoice(it, { ...told, option });
  if (told.because === "not-lawful" && it.barred?.kind === "rule") {
    const { says } = it.barred.ruling;
    return { zh: `今日不可联系：${says.zh}`, en: `No contact today: ${says.en}` };
  }
  return plainReasons[told.because];
}

function reasonOfChoice(it: Offer, told: Told & { readonly option: Option }): Bilingual {
  const { effect, recoveryMinor } = told.option;
  const money = moneyOf(recoveryMinor, told.words);
  const title = it.assigned.kind === "staged" ? it.assigned.segment.title : { zh: "", en: "" };
  const { dpd } = it.person.features;
  const basis = effect.isDataThin
    ? {
        zh: `依据先验估计，数据不足（${effect.treated} 人已处置，${effect.heldOut} 人留观）`,
        en: `a prior estimate, as data are thin (${effect.treated} treated, ${effect.heldOut} held out)`,
      }
    : {
        zh: `依据 ${effect.treated} 人已处置与 ${effect.heldOut} 人留观的对照`,
        en: `measured on ${effect.treated} treated against ${effect.heldOut} held out`,
      };
  return {
    zh: `${title.zh}，逾期 ${dpd} 天；预计 ${told.horizonDays} 天内较不联系多回收 ${money.zh}（${basis.zh}）`,
    en: `${title.en}, ${dpd} days past due; expected to bring ${money.en} more within ${told.horizonDays} days than leaving alone (${basis.en})`,
  };
}

const plainReasons: Readonly<Record<Because, Bilingual>> = {
  chosen: { zh: "已选定", en: "Chosen" },
  budget: {
    zh: "今日预算内，其他人更需要这份时间",
    en: "Within today's budgets the time helps others more",
  },
  held: { zh: "催收暂停中", en: "Collection rests" },
  "promise-running": { zh: "承诺尚未到期，不打扰", en: "A promise is running: left alone" },
  "self-cure": {
    zh: "此人惯常稍晚自行还款，不打扰",
    en: "Always pays a little late unasked: left alone",
  },
  "hold-out": {
    zh: "对照组：不联系，用于衡量处置的真实效果",
    en: "Held out: not contacted, so that the effect of treatment can be known",
  },
  "no-stage": { zh: "本阶段没有安排处置", en: "No treatment at this stage" },
  "no-segment": { zh: "不属于任何分群", en: "In no segment of the strategy" },
  cooling: { zh: "距上次联系太近", en: "Too soon after the last attempt" },
  "not-lawful": { zh: "今日不可联系", en: "No contact today" },
};
