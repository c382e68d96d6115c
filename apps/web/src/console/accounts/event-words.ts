import { moneyText } from "../../text/format.ts";
import type { AccountEvent } from "./wire.ts";

type Bilingual = { readonly zh: string; readonly en: string };

/** Events of an account in words, by kind. */
export const eventTitles: Readonly<Record<string, Bilingual>> = {
  opened: { zh: "开户", en: "Opened" },
  frozen: { zh: "冻结", en: "Frozen" },
  unfrozen: { zh: "解冻", en: "Unfrozen" },
  "limit-changed": { zh: "额度调整", en: "Limit changed" },
  drawn: { zh: "支用", en: "Draw" },
  purchased: { zh: "消费", en: "Purchase" },
  "purchase-authorised": { zh: "消费授权", en: "Purchase authorised" },
  "purchase-released": { zh: "授权释放", en: "Authorisation released" },
  converted: { zh: "转分期", en: "Turned into instalments" },
  refunded: { zh: "退款", en: "Refund" },
  repaid: { zh: "还款", en: "Repayment" },
  "repayment-returned": { zh: "扣款退回", en: "Payment returned" },
  "return-reversed": { zh: "退回撤销", en: "Return reversed" },
  "credit-paid-out": { zh: "溢缴款退还", en: "Credit paid out" },
  "fee-charged": { zh: "收费", en: "Fee" },
  waived: { zh: "减免", en: "Waiver" },
  "rate-changed": { zh: "利率调整", en: "Rate changed" },
  "due-day-changed": { zh: "还款日调整", en: "Due day changed" },
  "re-aged": { zh: "重置账龄", en: "Re-aged" },
  restructured: { zh: "个性化分期", en: "Restructured" },
  "holiday-granted": { zh: "延期", en: "Payment holiday" },
  "moratorium-granted": { zh: "停催", en: "Moratorium" },
  "charged-off": { zh: "核销", en: "Charged off" },
  recovered: { zh: "核销后收回", en: "Recovery" },
  sold: { zh: "债权转让", en: "Debt sold" },
  closed: { zh: "关户", en: "Closed" },
  died: { zh: "身故登记", en: "Death recorded" },
};

export function eventTitle(it: AccountEvent): Bilingual {
  return eventTitles[it.kind] ?? { zh: it.kind, en: it.kind };
}

/** The amount of an event, where it has one. */
export function eventAmount(it: AccountEvent, language: "zh-CN" | "en", currency: string): string {
  const amount = it.fact["amountMinor"] ?? it.fact["limitMinor"];
  return typeof amount === "number" ? moneyText(amount, language, currency) : "";
}
