import {
  all,
  any,
  consented,
  contactKinds,
  equal,
  happened,
  is,
  known,
  not,
  oneOf,
  rule,
  type Rule,
  text,
  within,
} from "@fairdue/conduct";
import { atWork, collecting, guidelineDay } from "./bound.ts";
import { guideline } from "./instruments.ts";

export const thirdParties: Rule = rule({
  id: "au.rg96.third-party",
  version: 1,
  title: text(
    "Nobody but the debtor is told, a spouse no more than others",
    "除债务人本人外不得告知任何人，配偶亦属第三人",
  ),
  governs: [...contactKinds, "posting"],
  inForce: { from: guidelineDay },
  when: collecting,
  test: all(
    any(
      oneOf("act.recipient", "borrower", "co-borrower", "guarantor"),
      oneOf(
        "act.recipient",
        "lawyer",
        "representative",
        "financial-counsellor",
        "guardian",
        "executor",
      ),
      consented("third-party"),
      all(equal("act.purpose", "location"), not(is("act.disclosesDebt"))),
    ),
    not(is("act.isPublic")),
    not(oneOf("act.kind", "posting", "postcard")),
  ),
  severity: "block",
  force: "prohibition",
  cite: [guideline("s 1; s 8 privacy", "secondary", "text of 2005 to 2016 read")],
  remedy: text(
    "Speak to the debtor; ask others only how the debtor can be reached, never telling why.",
    "请与债务人本人联系；向他人仅可询问联系方式，不得说明原因。",
  ),
  examples: `
    ## the debtor
    act 2026-11-10T10:00 call
    then permitted
    ## the spouse
    act 2026-11-10T10:00 call recipient=spouse
    then refused
    ## where the debtor may be reached
    act 2026-11-10T10:00 call recipient=relative purpose=location
    then permitted
    ## a financial counsellor who acts for the debtor
    act 2026-11-10T10:00 call recipient=financial-counsellor
    then permitted
  `,
});

export const identity: Rule = rule({
  id: "au.rg96.identity",
  version: 1,
  title: text(
    "Every time, the person's identity is made sure before any detail is told",
    "每次联系均须先确认身份再谈细节",
  ),
  governs: ["call", "visit"],
  inForce: { from: guidelineDay },
  when: collecting,
  test: is("act.identityConfirmed"),
  severity: "block",
  force: "prohibition",
  cite: [guideline("s 1", "secondary")],
  remedy: text("Ask who is speaking, and check.", "请先核实对方身份。"),
  examples: `
    ## confirmed
    act 2026-11-10T10:00 call identityConfirmed=true
    then permitted
    ## a call that tells before it asks
    act 2026-11-10T10:00 call identityConfirmed=false
    then refused
  `,
});

export const wishes: Rule = rule({
  id: "au.rg96.reasonable-wishes",
  version: 1,
  title: text(
    "Reasonable wishes on time, place and way of contact are kept, and a representative is used",
    "尊重当事人对时间、地点、方式及代理人的合理要求",
  ),
  governs: contactKinds,
  inForce: { from: guidelineDay },
  when: collecting,
  test: all(
    any(
      not(known("person.inconvenientHours")),
      not(within({ bands: { fact: "person.inconvenientHours" }, zone: "person", edges: "[)" })),
    ),
    not(
      happened({
        what: {
          kinds: ["request", "refusal"],
          about: ["opt-out", "stop-channel"],
          live: true,
          where: any(not(known("event.channel")), {
            equal: [{ fact: "event.channel" }, { fact: "act.kind" }],
          }),
        },
        in: { span: "ever" },
      }),
    ),
    any(
      not(atWork),
      not(
        happened({
          what: { kinds: ["request", "refusal"], about: ["work"], live: true },
          in: { span: "ever" },
        }),
      ),
    ),
    any(
      not(any(is("person.authorisesRepresentative"), is("person.isRepresented"))),
      is("representative.isUnresponsive"),
      oneOf("act.recipient", "lawyer", "representative", "financial-counsellor"),
    ),
  ),
  severity: "block",
  force: "guidance",
  cite: [guideline("s 2, s 4, s 9", "secondary")],
  remedy: text(
    "Use the way and hour the person has named, or the representative.",
    "请按当事人指定的方式、时间或通过其代理人联系。",
  ),
  examples: `
    ## no wishes
    act 2026-11-10T10:00 call
    then permitted
    ## "not in the mornings"
    fact person.inconvenientHours = 07:30-12:00
    act 2026-11-10T10:00 call
    then refused
    ## "e-mail only"
    request 2026-11-01T10:00 opt-out channel=call
    act 2026-11-10T10:00 call
    then refused
    ## a financial counsellor acts
    fact person.authorisesRepresentative = true
    act 2026-11-10T10:00 call
    then refused
    ## not at work
    request 2026-11-01T10:00 work
    act 2026-11-10T10:00 call place=work
    then refused
  `,
});
