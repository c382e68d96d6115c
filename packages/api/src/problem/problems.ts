import { assessmentProblems } from "./assessment-problems.ts";
import { caseProblems } from "./case-problems.ts";
import { borrowerProblems } from "./borrower-problems.ts";
import { contactProblems } from "./contact-problems.ts";
import { entry, type ProblemEntry } from "./entry.ts";
import { helpProblems } from "./help-problems.ts";

export type { ProblemEntry } from "./entry.ts";

/**
 * The one book of problems: every refusal of the API has its code here, with its status, its name
 * and what to do about it. A code never changes its meaning; `docs/api/problems.md` is made from
 * this table, and `/problems/{code}` shows the same to people.
 *
 * Source: RFC 9457 (problem details), RFC 9110 §15 (status codes).
 */

const signInProblems = {
  "wrong-credentials": entry(
    401,
    ["Login or password or code is not right", "账号、密码或验证码不正确"],
    ["Check what you typed and try again.", "请核对后重新输入。"],
  ),
  "too-many-tries": entry(
    429,
    ["Too many tries from here", "此处尝试次数过多"],
    ["Wait a quarter of an hour, then try again.", "请等待十五分钟后再试。"],
  ),
  "purpose-not-allowed": entry(
    403,
    ["That is not kept for this purpose", "该信息不得用于此目的"],
    [
      "State a purpose listed under `errors`, or do without the field.",
      "请改用 errors 中列出的目的，或不读取该项。",
    ],
  ),
  "password-too-weak": entry(
    400,
    ["That password is too easy to guess", "密码过于简单"],
    [
      "Use at least twelve characters that do not contain the login.",
      "请使用至少十二个字符，且不包含账号。",
    ],
  ),
};

const requestProblems = {
  "malformed-json": entry(
    400,
    ["The body is not JSON", "请求体不是合法的 JSON"],
    ["Send one JSON document in UTF-8.", "请发送一份 UTF-8 编码的 JSON。"],
  ),
  "invalid-request": entry(
    400,
    ["Something in the request is not right", "请求内容有误"],
    [
      "Correct the fields listed under `errors` and send again.",
      "请按 errors 中列出的字段改正后重新发送。",
    ],
  ),
  unauthenticated: entry(
    401,
    ["We do not know who is asking", "无法确认调用方身份"],
    ["Send a valid key as `Authorization: Bearer …`.", "请在 Authorization 头中携带有效的密钥。"],
  ),
  "scope-missing": entry(
    403,
    ["This key may not do that", "该密钥没有此项权限"],
    ["Use a key that has the scope named under `errors`.", "请使用具有 errors 中所列权限的密钥。"],
  ),
  "beyond-reach": entry(
    403,
    ["That matter is not within your reach", "该事项不在您的权限范围内"],
    [
      "Ask whoever leads the team that holds the case. This attempt was recorded.",
      "请联系负责该案件的团队。本次尝试已被记录。",
    ],
  ),
  "route-not-found": entry(
    404,
    ["There is nothing at this address", "此地址没有内容"],
    ["See /docs for every address of this API.", "请在 /docs 查看全部接口地址。"],
  ),
  "method-not-allowed": entry(
    405,
    ["This address does not take that method", "该地址不支持此方法"],
    ["Use one of the methods in the `Allow` header.", "请使用 Allow 头中列出的方法。"],
  ),
  "body-too-large": entry(
    413,
    ["The body is too large", "请求体过大"],
    ["Send at most one mebibyte.", "请求体不得超过 1 MiB。"],
  ),
  "unsupported-media-type": entry(
    415,
    ["The body must be JSON", "请求体须为 JSON"],
    ["Send `Content-Type: application/json`.", "请设置 Content-Type: application/json。"],
  ),
  "idempotency-key-missing": entry(
    400,
    ["A write needs an idempotency key", "写入请求缺少幂等键"],
    [
      "Send `Idempotency-Key` with a new value for each act, and the same one on a retry.",
      "请携带 Idempotency-Key：每个操作用新值，重试时用同一个值。",
    ],
  ),
  "idempotency-key-reused": entry(
    422,
    ["This idempotency key belongs to another request", "该幂等键已用于另一请求"],
    ["Use a new key for a new act.", "新的操作请使用新的幂等键。"],
  ),
  "internal-error": entry(
    500,
    ["Something broke on our side", "系统内部出错"],
    [
      "Nothing was written. Try again; if it stays, report the `instance`.",
      "没有写入任何内容。请重试；若仍失败，请报告 instance。",
    ],
  ),
  "database-unavailable": entry(
    503,
    ["The book cannot be reached just now", "账簿暂时无法访问"],
    [
      "Try again with the same idempotency key after `Retry-After` seconds.",
      "请在 Retry-After 秒后用同一幂等键重试。",
    ],
  ),
} as const;

const resourceProblems = {
  "book-not-found": missing("book", "账簿"),
  "borrower-not-found": missing("borrower", "借款人"),
  "account-not-found": missing("account", "借款账户"),
  "product-not-found": missing("product or version", "产品或版本"),
  "statement-not-found": missing("statement", "账单"),
  "webhook-not-found": missing("webhook endpoint", "回调端点"),
  "book-exists": taken("book", "账簿"),
  "borrower-exists": taken("borrower", "借款人"),
  "account-exists": taken("account", "借款账户"),
  "product-version-exists": entry(
    409,
    ["This version is on record and reads differently", "该版本已存在且内容不同"],
    [
      "A version never changes: declare the next number.",
      "版本一经登记不再更改：请以下一个版本号申报。",
    ],
  ),
  "webhook-exists": taken("webhook endpoint", "回调端点"),
  "as-of-out-of-range": entry(
    422,
    ["We cannot tell the account at that day", "无法给出该日的账户"],
    [
      "Ask for a day from the account's opening to ten years from the business day.",
      "请给出自开户日起、至营业日后十年以内的日期。",
    ],
  ),
  "account-quarantined": entry(
    409,
    ["This account is set aside for review", "该账户已被隔离待查"],
    [
      "Its arithmetic is being looked at; operations release it, then try again.",
      "账户计算正在核查；运营人员解除隔离后请重试。",
    ],
  ),
  "currency-mismatch": entry(
    422,
    ["Book and product have different currencies", "账簿与产品币种不同"],
    ["Open the account in a book of the product's currency.", "请在与产品币种一致的账簿中开户。"],
  ),
  "day-not-over": entry(
    422,
    ["That day is not over yet", "该日尚未结束"],
    ["Close at most through the day named under `errors`.", "最多可结到 errors 中给出的日期。"],
  ),
} as const;

/** One for each `Refusal` of the engine, by its own name. */
const refusalProblems = {
  "account-not-open": entry(
    409,
    ["The account is not open", "账户不在正常状态"],
    [
      "See the account's `status`: this act needs an open account.",
      "请查看账户 status：此操作仅适用于正常账户。",
    ],
  ),
  "account-already-open": entry(
    409,
    ["The account is open already", "账户已经开立"],
    ["Use the account that exists.", "请使用已有账户。"],
  ),
  "account-frozen": entry(
    409,
    ["The account is frozen", "账户已被冻结"],
    [
      "No new lending until each freeze in `errors` is lifted; repaying is always possible.",
      "在 errors 所列冻结解除前不能新增用款；还款不受影响。",
    ],
  ),
  "borrower-died": entry(
    409,
    ["The borrower has died", "借款人已去世"],
    [
      "Nothing new is lent; see the guide for the estate.",
      "不再发放任何款项；后续事宜见遗产处理指引。",
    ],
  ),
  "amount-not-positive": entry(
    422,
    ["The amount is not above zero", "金额须大于零"],
    ["Give whole minor units above zero.", "请给出大于零的整数最小货币单位。"],
  ),
  "amount-below-minimum": entry(
    422,
    ["The amount is below the minimum", "金额低于下限"],
    ["Give at least the amount named under `errors`.", "金额不得低于 errors 中给出的下限。"],
  ),
  "amount-above-maximum": entry(
    422,
    ["The amount is above the maximum", "金额高于上限"],
    ["Give at most the amount named under `errors`.", "金额不得高于 errors 中给出的上限。"],
  ),
  "limit-exceeded": entry(
    422,
    ["The amount exceeds what is available", "金额超过可用额度"],
    ["Use at most the amount named under `errors`.", "用款不得超过 errors 中给出的可用额度。"],
  ),
  "before-opening": entry(
    422,
    ["That day is before the account's opening", "日期早于开户日"],
    ["Give a value day from the opening on.", "起息日不得早于开户日。"],
  ),
  "value-after-booking": entry(
    422,
    ["That day is still to come", "该日期尚未到来"],
    ["Give a value day up to the book's business day.", "起息日不得晚于账簿的营业日。"],
  ),
  "not-offered": entry(
    422,
    ["The product does not offer that", "产品不提供此项"],
    ["Choose one of the values named under `errors`.", "请在 errors 列出的取值中选择。"],
  ),
  "not-found": entry(
    422,
    ["The account has no such thing", "账户中没有此项"],
    [
      "Name something that the account has: see its schedule, statements and events.",
      "请引用账户中已有的项目：见还款计划、账单与事件。",
    ],
  ),
  "id-taken": entry(
    409,
    ["That reference is taken", "该编号已被使用"],
    ["Use another reference, or leave it out.", "请换一个编号，或不填由系统生成。"],
  ),
  "already-returned": entry(
    409,
    ["This repayment is returned already", "该笔还款已退回"],
    ["Nothing more to do.", "无需再做任何操作。"],
  ),
  "not-returned": entry(
    409,
    ["This repayment was not returned", "该笔还款未被退回"],
    ["Only a return that stands can be reversed.", "只有仍有效的退回才能撤销。"],
  ),
  "cost-above-cap": entry(
    422,
    ["The credit would cost more than the cap", "综合成本超过上限"],
    ["Offer terms within the cap named under `errors`.", "请给出不超过 errors 中上限的条件。"],
  ),
  "not-charged-off": entry(
    409,
    ["The account is not charged off", "账户未核销"],
    ["Book money on an open account as a repayment.", "未核销账户的来款请记为还款。"],
  ),
  "balance-not-zero": entry(
    409,
    ["Something is still owed or kept", "尚有欠款或溢缴款"],
    ["Settle what is owed and pay out the credit balance first.", "请先结清欠款并退还溢缴款。"],
  ),
  "nothing-overdue": entry(
    409,
    ["Nothing is overdue", "没有逾期款项"],
    ["Re-ageing is for overdue accounts.", "重置账龄仅适用于逾期账户。"],
  ),
} as const;

export const problems = {
  ...assessmentProblems,
  ...caseProblems,
  ...helpProblems,
  ...borrowerProblems,
  ...contactProblems,
  ...signInProblems,
  ...requestProblems,
  ...resourceProblems,
  ...refusalProblems,
} as const;

export type ProblemCode = keyof typeof problems;

export const problemCodes = Object.keys(problems) as readonly ProblemCode[];

export function isProblemCode(text: string): text is ProblemCode {
  return Object.hasOwn(problems, text);
}

/** Problems that every operation may answer with. */
export const generalProblems: readonly ProblemCode[] = [
  "invalid-request",
  "unauthenticated",
  "scope-missing",
  "beyond-reach",
  "database-unavailable",
  "internal-error",
];

/** Problems of reading a body. */
export const bodyProblems: readonly ProblemCode[] = [
  "malformed-json",
  "body-too-large",
  "unsupported-media-type",
];

/** Problems of every write. */
export const writeProblems: readonly ProblemCode[] = [
  "idempotency-key-missing",
  "idempotency-key-reused",
];

function missing(en: string, zh: string): ProblemEntry {
  return entry(
    404,
    [`There is no such ${en}`, `没有该${zh}`],
    ["Check the id; lists show what there is.", "请核对编号；列表接口可查看已有内容。"],
  );
}

function taken(en: string, zh: string): ProblemEntry {
  return entry(
    409,
    [`There is such a ${en} already`, `该${zh}已存在`],
    ["Use the one that exists, or choose another id.", "请使用已有的，或换一个编号。"],
  );
}
