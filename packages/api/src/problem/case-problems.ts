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
  "strategy-not-found": entry(
    404,
    ["There is no such strategy version", "没有该策略版本"],
    ["See the list of strategies of the book.", "请查看账簿的策略列表。"],
  ),
  "strategy-not-simulated": entry(
    409,
    ["The version has not been simulated", "该版本尚未模拟"],
    [
      "Simulate it first: the second person decides on what it would do.",
      "请先模拟：第二人须据其效果作出决定。",
    ],
  ),
  "strategy-already-decided": entry(
    409,
    ["This was decided already", "此事项已有决定"],
    ["Propose the next version to change it.", "如需变更，请提出新版本。"],
  ),
  "strategy-by-same-person": entry(
    403,
    ["Who asks may not decide", "申请人不得自行批准"],
    ["Let a second person decide.", "请由第二人决定。"],
  ),
  "strategy-none-in-force": entry(
    409,
    ["No strategy is in force", "没有生效的策略"],
    ["Propose, simulate and activate one first.", "请先提出、模拟并启用一项策略。"],
  ),
  "plan-not-found": entry(
    404,
    ["No plan was made for this day", "该日尚无计划"],
    ["Plan the day, or ask for another one.", "请先制定当日计划，或查询其他日期。"],
  ),
  "budgets-infeasible": entry(
    422,
    ["The budgets contradict each other", "预算之间相互矛盾"],
    [
      "Change the budgets named under `errors` by the amounts given there.",
      "请按 errors 所列预算与数额调整。",
    ],
  ),
} as const;
