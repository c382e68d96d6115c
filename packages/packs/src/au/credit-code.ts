import {
  all,
  any,
  contactKinds,
  dated,
  deadline,
  equal,
  happened,
  is,
  known,
  not,
  oneOf,
  param,
  ref,
  rule,
  type Rule,
  text,
} from "@fairdue/conduct";
import { bankruptcyAct, consumerLaw, creditCode, guideline } from "./instruments.ts";

const nccDay = "2010-07-01";

const s72 = creditCode("72", "verified", "(1), (2) read; (5) from memory");

export const hardshipDecision: Rule = rule({
  id: "au.ncc.hardship-time",
  version: 1,
  title: text(
    "A hardship notice is decided in 21 days: from the notice, from the information, or 28 days from asking for it",
    "困难通知21日内决定：自通知、自收到信息起算；未提供信息的自要求之日起28日",
  ),
  governs: ["plan", "complaint-answer", "rights-answer"],
  inForce: { from: nccDay },
  when: any(known("hardship.noticeOn"), is("hardship.isOpen"), equal("act.subject", "hardship")),
  test: any(
    deadline({ from: ref("hardship.informationReceivedOn"), length: param("days"), unit: "days" }),
    all(
      not(known("hardship.informationReceivedOn")),
      known("hardship.informationAskedOn"),
      deadline({
        from: ref("hardship.informationAskedOn"),
        length: param("withoutAnswer"),
        unit: "days",
      }),
    ),
    all(
      not(known("hardship.informationReceivedOn")),
      not(known("hardship.informationAskedOn")),
      deadline({ from: ref("hardship.noticeOn"), length: param("days"), unit: "days" }),
    ),
  ),
  parameters: {
    days: dated([{ from: nccDay, value: 21, cite: s72 }]),
    withoutAnswer: dated([{ from: nccDay, value: 28, cite: creditCode("72(5)", "memory") }]),
  },
  severity: "block",
  force: "prohibition",
  cite: [s72],
  remedy: text("Late: agree today, or refer to AFCA.", "已逾期：请立即同意，或告知可向AFCA申诉。"),
  examples: `
    ## on the 21st day
    fact hardship.noticeOn = 2026-10-20
    act 2026-11-10T10:00 plan
    then permitted
    ## on the 22nd
    fact hardship.noticeOn = 2026-10-19
    act 2026-11-10T10:00 plan
    then refused
    ## information came later
    fact hardship.noticeOn = 2026-10-01
    fact hardship.informationAskedOn = 2026-10-15
    fact hardship.informationReceivedOn = 2026-10-25
    act 2026-11-10T10:00 plan
    then permitted
    ## asked for and never given: 28 days
    fact hardship.noticeOn = 2026-10-01
    fact hardship.informationAskedOn = 2026-10-13
    act 2026-11-10T10:00 plan
    then permitted
  `,
});

export const hardshipInformation: Rule = rule({
  id: "au.ncc.hardship-information",
  version: 1,
  title: text(
    "Information is asked for within 21 days of the notice",
    "须在收到困难通知21日内要求补充信息",
  ),
  governs: ["letter", "email", "sms", "call", "in-app-message"],
  inForce: { from: nccDay },
  when: equal("act.purpose", "hardship-information"),
  test: deadline({ from: ref("hardship.noticeOn"), length: param("days"), unit: "days" }),
  parameters: { days: dated([{ from: nccDay, value: 21, cite: s72 }]) },
  severity: "block",
  force: "prohibition",
  cite: [s72],
  remedy: text("Too late to ask: decide.", "已过要求期限，请直接决定。"),
  examples: `
    fact hardship.noticeOn = 2026-10-20
    ## on the 21st day
    act 2026-11-10T10:00 letter purpose=hardship-information
    then permitted
    ## on the 22nd
    act 2026-11-11T10:00 letter purpose=hardship-information
    then refused
  `,
});

const s89A = creditCode("89A", "verified");

/** Fourteen days that begin on the day of the refusal: the fifteenth day is free. */
const hasWaited = all(known("hardship.refusedOn"), {
  atLeast: [{ daysSince: ref("hardship.refusedOn") }, param("days")],
});

export const enforcementPause: Rule = rule({
  id: "au.ncc.enforcement-pause",
  version: 1,
  title: text(
    "After a hardship notice no enforcement until it is refused and fourteen days, that day included, have gone by",
    "收到困难通知后，须待拒绝通知发出并届满14日（含当日）方可强制执行",
  ),
  governs: ["lawsuit", "enforcement", "legal-threat", "debt-sale"],
  inForce: { from: "2013-03-01" },
  when: all(
    any(
      is("hardship.isOpen"),
      known("hardship.noticeOn"),
      happened({ what: { kinds: ["hardship-request"] }, in: { span: "ever" } }),
    ),
    not(oneOf("act.kind", "debt-sale")),
  ),
  test: any(hasWaited, is("hardship.isRepeat")),
  parameters: { days: dated([{ from: "2013-03-01", value: 14, cite: s89A }]) },
  severity: "block",
  force: "prohibition",
  whenUnknown: "deny",
  cite: [s89A],
  remedy: text(
    "Decide the notice, tell the reasons, and wait.",
    "请先作出决定并说明理由，再等待期满。",
  ),
  examples: `
    ## no hardship notice
    fact default.noticeOn = 2026-10-01
    act 2026-11-10T10:00 enforcement
    then permitted
    ## the notice is open
    fact hardship.isOpen = true
    act 2026-11-10T10:00 enforcement
    then refused
    ## the fourteenth day, that of the refusal being the first
    fact hardship.noticeOn = 2026-10-01
    fact hardship.refusedOn = 2026-10-28
    act 2026-11-10T10:00 lawsuit
    then refused
    ## the fifteenth
    fact hardship.noticeOn = 2026-10-01
    fact hardship.refusedOn = 2026-10-27
    act 2026-11-10T10:00 lawsuit
    then permitted
    ## a second notice on the same ground within four months
    fact hardship.noticeOn = 2026-11-01
    fact hardship.isRepeat = true
    act 2026-11-10T10:00 enforcement
    then permitted
  `,
});

const s88 = creditCode("88", "verified");

export const defaultNotice: Rule = rule({
  id: "au.ncc.default-notice",
  version: 1,
  title: text(
    "A default notice with at least 30 days to remedy comes before enforcement",
    "强制执行前须发出给予至少30日补救期的违约通知",
  ),
  governs: ["lawsuit", "enforcement"],
  inForce: { from: nccDay },
  test: any(
    is("default.isExempt"),
    all(
      { atLeast: [{ daysSince: ref("default.noticeOn") }, param("days")] },
      any(not(known("default.daysToRemedy")), {
        atLeast: [ref("default.daysToRemedy"), param("days")],
      }),
      not(is("default.isRemedied")),
    ),
    all(
      {
        waited: {
          after: { kinds: ["notice"], about: ["default"] },
          length: param("days"),
          unit: "days",
        },
      },
      not(is("default.isRemedied")),
    ),
  ),
  parameters: { days: dated([{ from: nccDay, value: 30, cite: s88 }]) },
  severity: "block",
  force: "prohibition",
  cite: [s88],
  remedy: text("Give the notice, and 30 days.", "请发出违约通知并给予30日。"),
  examples: `
    ## 31 days after the notice
    notice 2026-10-10T10:00 default
    act 2026-11-10T10:00 lawsuit
    then permitted
    ## 20 days after
    fact default.noticeOn = 2026-10-21
    act 2026-11-10T10:00 lawsuit
    then refused
    ## the notice gave 14 days
    fact default.noticeOn = 2026-10-01
    fact default.daysToRemedy = 14
    act 2026-11-10T10:00 enforcement
    then refused
    ## remedied in time
    fact default.noticeOn = 2026-10-01
    fact default.isRemedied = true
    act 2026-11-10T10:00 enforcement
    then refused
  `,
});

export const fairDealing: Rule = rule({
  id: "au.asic.fair-dealing",
  version: 1,
  title: text(
    "No force, undue harassment, coercion, or false word",
    "不得使用暴力、不当骚扰、胁迫或虚假陈述",
  ),
  governs: contactKinds,
  inForce: { from: "2002-03-11" },
  test: {
    holdsNone: [
      ref("act.categories"),
      [
        "threat_violence",
        "threat_disclosure",
        "false_authority",
        "false_legal_consequence",
        "insult",
        "sexual",
        "privacy_disclosure",
        "third_party_payment",
        "workplace_pressure",
        "private_account",
        "unlawful_visit",
        "coerced_harm",
      ],
    ],
  },
  severity: "block",
  force: "prohibition",
  cite: [consumerLaw("12DA, 12DJ; 18, 50", "memory"), guideline("s 19 to 21", "secondary")],
  remedy: text("Write it anew.", "请改写内容。"),
  examples: `
    ## plain words
    act 2026-11-10T10:00 letter categories=none
    then permitted
    ## a threat
    act 2026-11-10T10:00 letter categories=threat_violence
    then refused
  `,
});

export const stopped: Rule = rule({
  id: "au.bankruptcy-and-limitation",
  version: 1,
  title: text(
    "A bankrupt's provable debt is not pursued, nor a suit brought on a barred one",
    "破产债务不得追讨，已过时效债务不得起诉",
  ),
  governs: [...contactKinds, "lawsuit", "legal-threat", "enforcement"],
  inForce: { from: nccDay },
  test: all(
    any(not(is("person.isBankrupt")), equal("act.recipient", "trustee")),
    any(not(is("debt.isTimeBarred")), not(oneOf("act.kind", "lawsuit", "legal-threat"))),
    not(is("moratorium.isActive")),
  ),
  severity: "block",
  force: "prohibition",
  cite: [bankruptcyAct("58(3)", "memory"), guideline("s 12 to 14", "secondary")],
  remedy: text("Deal with the trustee.", "请与破产管理人联系。"),
  examples: `
    ## neither
    act 2026-11-10T10:00 call
    then permitted
    ## bankrupt
    fact person.isBankrupt = true
    act 2026-11-10T10:00 call
    then refused
    ## the court on a barred debt
    fact debt.isTimeBarred = true
    fact default.noticeOn = 2026-10-01
    act 2026-11-10T10:00 lawsuit
    then refused
  `,
});
