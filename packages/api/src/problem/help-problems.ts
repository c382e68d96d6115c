import { entry } from "./entry.ts";

/** Problems of arrangements, hardship, complaints and approvals. */
export const helpProblems = {
  "arrangement-not-found": entry(
    404,
    ["There is no such arrangement", "没有该还款安排"],
    ["Check the id; lists show what there is.", "请核对编号；列表接口可查看已有内容。"],
  ),
  "arrangement-not-open": entry(
    409,
    ["This is not an offer that can be taken now", "该方案当前不可接受"],
    [
      "Its state is named under `errors`; ask for a new offer.",
      "方案状态见 errors，可重新获取方案。",
    ],
  ),
  "arrangement-running": entry(
    409,
    ["An arrangement already runs on this account", "该账户已有履行中的还款安排"],
    ["End it first, or change it.", "请先结束或变更现有安排。"],
  ),
  "offer-not-in-policy": entry(
    422,
    ["The policy in force does not make this offer", "现行政策不包含该方案"],
    [
      "Choose one of the options, or give a reason: a second person then decides.",
      "请从可选方案中选择；如需例外请说明理由，由第二人审批。",
    ],
  ),
  "against-plan-law": entry(
    422,
    ["The law does not allow this arrangement", "该安排不符合法律规定"],
    ["The rule is named under `errors`.", "所依据规则见 errors。"],
  ),
  "waiver-above-most": entry(
    422,
    ["Nobody may give up that much", "减免超过最高限额"],
    ["Stay within what the policy names.", "请控制在政策限额以内。"],
  ),
  "worksheet-not-found": entry(
    404,
    ["There is no such worksheet", "没有该收支表"],
    ["Take down income and needs first.", "请先填写收支表。"],
  ),
  "approval-not-found": entry(
    404,
    ["There is no such request for approval", "没有该审批"],
    ["Check the id; lists show what there is.", "请核对编号；列表接口可查看已有内容。"],
  ),
  "approval-decided": entry(
    409,
    ["This was decided before", "该审批已处理"],
    ["The first decision stands.", "以首次处理结果为准。"],
  ),
  "own-approval": entry(
    403,
    ["Who asks cannot decide", "申请人不能审批自己的申请"],
    ["Let a colleague decide.", "请由其他同事审批。"],
  ),
  "complaint-not-found": entry(
    404,
    ["There is no such complaint", "没有该投诉"],
    ["Check the id; lists show what there is.", "请核对编号；列表接口可查看已有内容。"],
  ),
  "complaint-closed": entry(
    409,
    ["The complaint is closed", "该投诉已办结"],
    ["A new complaint may refer to it.", "如有新情况请另行登记。"],
  ),
  "hardship-not-found": entry(
    404,
    ["There is no such request for help", "没有该困难申请"],
    ["Check the id; lists show what there is.", "请核对编号；列表接口可查看已有内容。"],
  ),
  "hardship-decided": entry(
    409,
    ["This request was decided before", "该申请已有决定"],
    ["The person may ask again at any time.", "借款人可随时再次申请。"],
  ),
  "report-not-due": entry(
    409,
    ["There is nothing that may be reported or corrected now", "当前没有可报送或更正的事项"],
    [
      "A report follows its notice by the days named; a correction is made once.",
      "报送须在告知后满期限；更正只作一次。",
    ],
  ),
} as const;
