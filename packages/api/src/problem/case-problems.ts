import { entry } from "./entry.ts";

/** Problems of cases, strategies and plans. */
export const caseProblems = {
  "case-not-found": entry(
    404,
    ["There is no such case", "没有该案件"],
    ["Check the id; lists show what there is.", "请核对编号；列表接口可查看已有内容。"],
  ),
  "case-closed": entry(
    409,
    ["The case is closed", "案件已结束"],
    ["Nothing is overdue any more: there is nothing to collect.", "已无逾期款项，无需继续催收。"],
  ),
  "case-claimed": entry(
    409,
    ["A colleague has this case in hand", "同事正在办理此案件"],
    [
      "Wait until the time named under `errors`, or take the next case.",
      "请等到 errors 中给出的时间，或先办理下一件。",
    ],
  ),
  "case-owned-by-another": entry(
    409,
    ["The case belongs to a colleague", "案件由其他同事负责"],
    ["Ask the team lead to transfer it.", "请由组长转派。"],
  ),
} as const;
