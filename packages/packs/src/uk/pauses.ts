import {
  type ActKind,
  all,
  any,
  atLeast,
  type Condition,
  contactKinds,
  dated,
  daysSince,
  happened,
  is,
  known,
  not,
  oneOf,
  param,
  rule,
  type Rule,
  text,
} from "@fairdue/conduct";
import { collecting, fcaDay } from "./bound.ts";
import { breathingSpaceRegulations, conc } from "./instruments.ts";

const pursuing: readonly ActKind[] = [
  ...contactKinds,
  "fee-charge",
  "enforcement",
  "lawsuit",
  "legal-threat",
  "debit-attempt",
  "debt-sale",
  "placement",
];

const sixty = breathingSpaceRegulations(
  "7, 11, 26",
  "verified",
  "the day of the end to be read again",
);

const scheme = "2021-05-04";

/** Contacts that regulation 11 leaves open. */
const carvedOut: Condition = any(
  is("act.isReply"),
  oneOf("act.recipient", "debt-adviser", "lawyer"),
  oneOf("act.purpose", "service", "complaint", "moratorium-notice", "legal-proceedings-notice"),
);

export const breathingSpace: Rule = rule({
  id: "uk.breathing-space.standard",
  version: 1,
  title: text(
    "Breathing space: for 60 days no interest, fee, enforcement or contact about the debt",
    "喘息期：60日内不得计息收费、强制执行或就债务联系",
  ),
  governs: pursuing,
  inForce: { from: scheme },
  when: all(
    any(
      known("breathingSpace.startedOn"),
      known("breathingSpace.registeredOn"),
      is("moratorium.isActive"),
      happened({ what: { kinds: ["notice"], about: ["breathing-space"] }, in: { span: "ever" } }),
    ),
    not(is("breathingSpace.isCancelled")),
    any(not(oneOf("act.kind", ...contactKinds)), collecting),
  ),
  test: any(
    all(oneOf("act.kind", ...contactKinds), carvedOut),
    all(
      known("breathingSpace.startedOn"),
      atLeast(daysSince("breathingSpace.startedOn"), param("days")),
    ),
    all(not(known("breathingSpace.startedOn")), known("breathingSpace.registeredOn"), {
      above: [daysSince("breathingSpace.registeredOn"), param("days")],
    }),
    all(
      not(known("breathingSpace.startedOn")),
      not(known("breathingSpace.registeredOn")),
      not(is("moratorium.isActive")),
      {
        waited: {
          after: { kinds: ["notice"], about: ["breathing-space"] },
          length: param("days"),
          unit: "days",
        },
      },
    ),
  ),
  parameters: { days: dated([{ from: scheme, value: 60, cite: sixty }]) },
  severity: "block",
  force: "prohibition",
  cite: [sixty],
  remedy: text(
    "Stop, freeze interest and fees, tell every agent; what is done against the moratorium is void.",
    "停止催收，冻结利息费用，并告知所有代理机构；违反者行为无效。",
  ),
  examples: `
    ## no breathing space
    act 2026-11-10T10:00 call
    then permitted
    ## the first day
    fact breathingSpace.startedOn = 2026-11-10
    act 2026-11-10T10:00 call
    then refused
    ## the sixtieth
    fact breathingSpace.startedOn = 2026-09-12
    act 2026-11-10T10:00 call
    then refused
    ## the day after
    fact breathingSpace.startedOn = 2026-09-11
    act 2026-11-10T10:00 call
    then permitted
    ## interest
    fact breathingSpace.startedOn = 2026-11-01
    act 2026-11-10T10:00 fee-charge charge=interest
    then refused
    ## an answer to the debtor's question
    fact breathingSpace.startedOn = 2026-11-01
    act 2026-11-10T10:00 email isReply=true
    then permitted
    ## cancelled
    fact breathingSpace.startedOn = 2026-11-01
    fact breathingSpace.isCancelled = true
    act 2026-11-10T10:00 call
    then permitted
  `,
});

export const mentalHealthCrisis: Rule = rule({
  id: "uk.breathing-space.crisis",
  version: 1,
  title: text(
    "Mental health crisis moratorium: while treatment lasts and 30 days more",
    "精神健康危机喘息期：治疗期间及其后30日",
  ),
  governs: pursuing,
  inForce: { from: scheme },
  when: any(is("crisis.isInTreatment"), known("crisis.treatmentEndedOn")),
  test: any(
    all(oneOf("act.kind", ...contactKinds), carvedOut),
    all(not(is("crisis.isInTreatment")), {
      above: [daysSince("crisis.treatmentEndedOn"), param("days")],
    }),
  ),
  parameters: {
    days: dated([{ from: scheme, value: 30, cite: breathingSpaceRegulations("32", "verified") }]),
  },
  severity: "block",
  force: "prohibition",
  cite: [breathingSpaceRegulations("28 to 32", "verified")],
  remedy: text("Stop.", "停止催收。"),
  examples: `
    ## in treatment
    fact crisis.isInTreatment = true
    act 2026-11-10T10:00 call
    then refused
    ## 30 days after
    fact crisis.treatmentEndedOn = 2026-10-11
    act 2026-11-10T10:00 call
    then refused
    ## 31 days after
    fact crisis.treatmentEndedOn = 2026-10-10
    act 2026-11-10T10:00 call
    then permitted
  `,
});

export const agentsTold: Rule = rule({
  id: "uk.breathing-space.agents",
  version: 1,
  title: text("Every agent is told of the moratorium", "须将喘息期告知每一代理机构"),
  governs: ["placement", "sub-placement", "data-share"],
  inForce: { from: scheme },
  when: any(
    known("breathingSpace.startedOn"),
    is("crisis.isInTreatment"),
    is("moratorium.isActive"),
  ),
  test: is("agent.isTold"),
  severity: "require",
  force: "prohibition",
  cite: [breathingSpaceRegulations("11", "verified")],
  remedy: text(
    "Tell the agent first: the creditor answers for its loss.",
    "请先告知代理机构，否则由债权人承担责任。",
  ),
  examples: `
    fact breathingSpace.startedOn = 2026-11-01
    ## told
    fact agent.isTold = true
    act 2026-11-10T10:00 data-share
    then permitted
    ## not told
    act 2026-11-10T10:00 data-share
    then refused
  `,
});

const hold30 = conc("7.3.11R, 7.3.12G", "memory");

export const adviceHold: Rule = rule({
  id: "uk.conc.advice-hold",
  version: 1,
  title: text(
    "Recovery rests about 30 days while an adviser or a plan is in play, 30 more on progress",
    "债务咨询或还款计划期间暂停催收约30日，有进展再延30日",
  ),
  governs: [...contactKinds, "enforcement", "lawsuit", "legal-threat"],
  inForce: { from: fcaDay },
  when: all(known("advice.startedOn"), collecting),
  test: any(
    is("act.isReply"),
    oneOf("act.recipient", "debt-adviser"),
    all(not(is("advice.makesProgress")), { above: [daysSince("advice.startedOn"), param("days")] }),
    { above: [daysSince("advice.startedOn"), { times: [param("days"), 2] }] },
  ),
  parameters: { days: dated([{ from: fcaDay, value: 30, cite: hold30 }]) },
  severity: "hold",
  force: "guidance",
  cite: [hold30],
  remedy: text("Give the plan time.", "请给予计划必要时间。"),
  examples: `
    ## 31 days on
    fact advice.startedOn = 2026-10-10
    act 2026-11-10T10:00 call
    then permitted
    ## 20 days on
    fact advice.startedOn = 2026-10-21
    act 2026-11-10T10:00 call
    then refused
    then hold
    ## 40 days on, and the plan makes progress
    fact advice.startedOn = 2026-10-01
    fact advice.makesProgress = true
    act 2026-11-10T10:00 call
    then refused
  `,
});

export const statuteBarred: Rule = rule({
  id: "uk.conc.statute-barred",
  version: 1,
  title: text(
    "A barred debt is not pursued once the customer says it will not pay because of that",
    "客户以时效为由拒付后不得再追讨",
  ),
  governs: [...contactKinds, "lawsuit", "legal-threat"],
  inForce: { from: fcaDay },
  when: is("debt.isTimeBarred"),
  test: all(
    not(is("debt.saysBarred")),
    not(oneOf("act.kind", "lawsuit", "legal-threat")),
    not(
      happened({
        what: {
          kinds: ["refusal", "request"],
          about: ["statute-barred", "refuse-to-pay", "cease"],
        },
        in: { span: "ever" },
      }),
    ),
  ),
  severity: "block",
  force: "prohibition",
  cite: [conc("7.15", "memory")],
  remedy: text("Close the file.", "停止追讨。"),
  examples: `
    fact debt.isTimeBarred = true
    ## the customer has said nothing
    act 2026-11-10T10:00 letter
    then permitted
    ## "it is barred, I shall not pay"
    refusal 2026-11-01T10:00 statute-barred
    act 2026-11-10T10:00 letter
    then refused
    ## a suit
    act 2026-11-10T10:00 lawsuit
    then refused
  `,
});
