import { entry } from "./entry.ts";

/** Problems of applications, decisions, limits and models. */
export const assessmentProblems = {
  "decision-not-found": entry(
    404,
    ["There is no such decision", "没有该授信决定"],
    ["Check the id; lists show what there is.", "请核对编号；列表接口可查看已有内容。"],
  ),
  "review-not-found": entry(
    404,
    ["There is no such review", "没有该复核"],
    ["Check the id; lists show what there is.", "请核对编号；列表接口可查看已有内容。"],
  ),
  "model-not-found": entry(
    404,
    ["There is no such model", "没有该模型"],
    [
      "Register the model file first: fairdue model register.",
      "请先登记模型文件：fairdue model register。",
    ],
  ),
  "change-not-found": entry(
    404,
    ["There is no such request", "没有该变更申请"],
    ["Check the id; lists show what there is.", "请核对编号；列表接口可查看已有内容。"],
  ),
  "policy-not-declared": entry(
    409,
    ["The book has no credit policy in force", "账簿没有生效的授信政策"],
    [
      "Declare one and have a second person approve it: nothing is decided without.",
      "请先声明并经第二人批准；没有政策不作决定。",
    ],
  ),
  "model-not-active": entry(
    409,
    ["No model is active for this", "该用途没有生效的模型"],
    ["Activate one, with a second person's approval.", "请启用模型并经第二人批准。"],
  ),
  "nothing-to-roll-back": entry(
    409,
    ["There is no earlier model to go back to", "没有可回退的上一个模型"],
    ["Activate another model instead.", "请改为启用其他模型。"],
  ),
  "change-decided": entry(
    409,
    ["This was decided already", "该申请已有决定"],
    ["Ask anew if something else is wanted.", "如需变更请重新申请。"],
  ),
  "own-change": entry(
    403,
    ["One's own request is decided by somebody else", "不得审批自己的申请"],
    ["Have a colleague decide.", "请由其他同事审批。"],
  ),
  "no-offer": entry(
    409,
    ["There is no offer to accept", "没有可接受的授信"],
    ["Read the decision: it was not a yes, or it still waits.", "请查看决定：未通过或仍在审核。"],
  ),
  "offer-expired": entry(
    409,
    ["The offer has expired", "授信报价已过期"],
    ["Apply again.", "请重新申请。"],
  ),
  "contract-unlawful": entry(
    409,
    ["The law does not allow this", "依法不得办理"],
    ["Read the rule named under `errors`.", "请查看 errors 中列出的规则。"],
  ),
  "review-answered": entry(
    409,
    ["This was answered already", "已有答复"],
    ["An appeal opens it again.", "可通过申诉重新审核。"],
  ),
  "reviewer-decided-before": entry(
    409,
    ["Whoever decided before does not decide the appeal", "原审核人不得处理申诉"],
    ["Have a colleague decide.", "请由其他同事处理。"],
  ),
} as const;
