import type { AccountState } from "@fairdue/credit";

type Bilingual = { readonly en: string; readonly zh: string };

const freezes: Readonly<Record<AccountState["freezes"][number], Bilingual>> = {
  overdue: {
    zh: "有一笔款已过还款日。还清后自动恢复。",
    en: "A payment is past its due day. Once it is paid, this ends by itself.",
  },
  risk: {
    zh: "额度正在复核。您可以申请人工复核。",
    en: "The limit is being reviewed. You may ask a person to look at it.",
  },
  borrower: { zh: "您自己要求暂停用款。", en: "You asked us to pause it yourself." },
  law: { zh: "依法暂停。", en: "Paused as the law requires." },
  hardship: {
    zh: "您的困难申请处理期间暂停新增用款。",
    en: "While your request for help is open, nothing new is lent.",
  },
};

/** Why nothing more may be used now, in plain words; empty when something may. */
export function heldBack(state: AccountState, availableMinor: number): Bilingual[] {
  const reasons = state.freezes.map((it) => freezes[it]);
  if (state.status !== "open") reasons.push({ zh: "账户已关闭。", en: "The account is closed." });
  if (reasons.length === 0 && availableMinor === 0)
    reasons.push({
      zh: "额度已经用完，还款后可再次使用。",
      en: "The limit is used up; what you repay becomes free again.",
    });
  return reasons;
}
