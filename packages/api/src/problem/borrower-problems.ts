import { entry } from "./entry.ts";

/** Problems of the borrower's own pages: sign-in, payments, requests, his data. */
export const borrowerProblems = {
  "wrong-code": entry(
    401,
    ["The code does not open anything", "验证码无效或已过期"],
    [
      "Check the six digits, or ask for a new code on this device.",
      "请核对六位数字，或在本设备上重新获取。",
    ],
  ),
  "payments-not-open": entry(
    409,
    ["No payment gateway is connected", "尚未接通支付渠道"],
    [
      "Pay by the ways named in your agreement, or call us.",
      "请按合同约定的其他方式还款，或致电客服。",
    ],
  ),
  "payment-not-found": entry(
    404,
    ["There is no such payment", "没有这笔支付"],
    ["See your payments for what there is.", "请在支付记录中查看。"],
  ),
  "request-open-already": entry(
    409,
    ["A request of this kind is being looked at", "同类申请正在处理中"],
    [
      "You need not ask again; its answer comes by the day shown.",
      "无需重复提交，我们会在所示日期前答复。",
    ],
  ),
  "correction-by-hand": entry(
    422,
    ["This datum is checked before it is changed", "该信息需核实后才能更改"],
    [
      "Tell us under complaints what is wrong; we check it with you.",
      "请在“投诉与异议”中说明，我们核实后更改。",
    ],
  ),
  "publication-not-found": entry(
    404,
    ["No figures were published for that day", "该日没有公布数据"],
    ["Choose one of the days listed.", "请选择列出的日期。"],
  ),
} as const;
