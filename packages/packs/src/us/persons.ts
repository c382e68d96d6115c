import {
  all,
  any,
  cap,
  consented,
  equal,
  happened,
  is,
  not,
  oneOf,
  rule,
  type Rule,
  text,
} from "@fairdue/conduct";
import {
  byCollector,
  collecting,
  contacts,
  regFDay,
  tellsWhereTheyAre,
  toConsumer,
  toProfessional,
} from "./bound.ts";
import { bankruptcyCode, fdcpa, regF, regFComment } from "./instruments.ts";

export const represented: Rule = rule({
  id: "us.regulation-f.represented",
  version: 1,
  title: text(
    "A person known to have a lawyer for the debt is reached through the lawyer",
    "当事人就债务已委托律师的，只能联系律师",
  ),
  governs: contacts,
  inForce: { from: regFDay },
  when: all(collecting, is("person.isRepresented"), not(toProfessional)),
  test: any(
    is("lawyer.isUnresponsive"),
    is("act.isReply"),
    is("court.permits"),
    consented("despite-lawyer", "this-contact"),
  ),
  severity: "block",
  force: "prohibition",
  cite: [regF("1006.6(b)(2), (b)(4)", "verified")],
  remedy: text("Write to the lawyer.", "请联系其律师。"),
  examples: `
    fact person.isRepresented = true
    ## to the lawyer
    act 2026-11-10T10:00 letter recipient=lawyer
    then permitted
    ## to the person
    act 2026-11-10T10:00 call
    then refused
    ## the lawyer has not answered in reasonable time
    fact lawyer.isUnresponsive = true
    act 2026-11-10T10:00 call
    then permitted
    ## the person, though represented, has consented to be called
    consent 2026-11-09T10:00 despite-lawyer
    act 2026-11-10T10:00 call
    then permitted
  `,
});

export const ceased: Rule = rule({
  id: "us.regulation-f.cease",
  version: 1,
  title: text(
    "After a written refusal to pay or a demand to cease, only three notices remain",
    "书面拒付或要求停止联系后，仅可发送三类通知",
  ),
  governs: contacts,
  inForce: { from: regFDay },
  when: all(
    collecting,
    not(toProfessional),
    any(
      is("person.ceaseRequested"),
      is("person.refusesToPay"),
      happened({
        what: {
          kinds: ["request", "refusal", "notice"],
          about: ["cease", "refuse-to-pay"],
          live: true,
          per: ["debt"],
          where: not(equal("event.isInWriting", false)),
        },
        in: { span: "ever" },
      }),
    ),
  ),
  test: any(
    oneOf(
      "act.purpose",
      "cease-confirmation",
      "efforts-ended",
      "remedy-may-be-invoked",
      "remedy-notice",
      "remedy-intended",
    ),
    is("act.isReply"),
  ),
  severity: "block",
  force: "prohibition",
  cite: [regF("1006.6(c)", "verified"), fdcpa("1692c(c)", "secondary")],
  remedy: text(
    "Stop. Say at most that efforts end, that a remedy may be invoked, or that one will be.",
    "停止联系。仅可告知：停止催收、可能采取或拟采取的法律救济。",
  ),
  examples: `
    ## nobody has asked to be left alone
    act 2026-11-10T10:00 call
    then permitted
    ## a call after the letter
    request 2026-11-01T10:00 cease
    act 2026-11-10T10:00 call
    then refused
    ## a refusal to pay is the same
    refusal 2026-11-01T10:00 refuse-to-pay
    act 2026-11-10T10:00 sms elements=opt-out
    then refused
    ## the letter that says efforts are at an end
    request 2026-11-01T10:00 cease
    act 2026-11-10T10:00 letter purpose=efforts-ended
    then permitted
    ## notice of a remedy that the collector intends
    request 2026-11-01T10:00 cease
    act 2026-11-10T10:00 letter purpose=remedy-intended
    then permitted
    ## said by telephone only, the demand is not one in writing
    request 2026-11-01T10:00 cease isInWriting=false
    act 2026-11-10T10:00 call
    then permitted
  `,
});

export const thirdParties: Rule = rule({
  id: "us.regulation-f.third-party",
  version: 1,
  title: text(
    "Nobody but the consumer, and those in the consumer's place, is told of the debt",
    "除当事人及依法代其地位者外，不得就债务联系任何人",
  ),
  governs: [...contacts, "posting"],
  inForce: { from: regFDay },
  when: all(collecting, not(tellsWhereTheyAre)),
  test: all(
    any(
      toConsumer,
      toProfessional,
      consented("third-party"),
      is("court.permits"),
      is("debt.isJudgmentRemedy"),
    ),
    not(equal("act.kind", "posting")),
  ),
  severity: "block",
  force: "prohibition",
  cite: [regF("1006.6(a), (d)(1)", "verified")],
  remedy: text(
    "Ask the consumer for consent, or use a location call, which never says that there is a debt.",
    "请先取得当事人同意，或仅作不提及债务的查找联系。",
  ),
  examples: `
    ## the spouse stands in the consumer's place
    act 2026-11-10T10:00 call recipient=spouse
    then permitted
    ## the executor of one who has died
    act 2026-11-10T10:00 call recipient=executor
    then permitted
    ## the parent of a minor
    fact person.isMinor = true
    act 2026-11-10T10:00 call recipient=parent
    then permitted
    ## the parent of an adult
    act 2026-11-10T10:00 call recipient=parent
    then refused
    ## a neighbour
    act 2026-11-10T10:00 call recipient=third-party
    then refused
    ## the employer, with the consumer's consent
    consent 2026-11-01T10:00 third-party
    act 2026-11-10T10:00 call recipient=employer
    then permitted
  `,
});

export const locationCall: Rule = rule({
  id: "us.regulation-f.location",
  version: 1,
  title: text(
    "A location contact says who calls, never that there is a debt, and comes once",
    "查找联系须表明身份、不得提及债务，且仅限一次",
  ),
  governs: contacts,
  inForce: { from: regFDay },
  when: all(byCollector, tellsWhereTheyAre),
  test: all(
    not(is("act.disclosesDebt")),
    not(is("person.isRepresented")),
    not(equal("act.kind", "postcard")),
    not(is("act.namesEmployerUnasked")),
    any(
      is("act.answersAsked"),
      is("act.earlierAnswerWrong"),
      cap({
        of: {
          kinds: contacts,
          per: ["recipientId", "collector"],
          where: all(
            { equal: [{ fact: "event.recipient" }, { fact: "act.recipient" }] },
            oneOf("event.purpose", "location"),
          ),
        },
        in: { span: "ever" },
        max: 1,
      }),
    ),
  ),
  severity: "block",
  force: "prohibition",
  cite: [regF("1006.10", "verified")],
  remedy: text(
    "Name yourself, say that you confirm or correct location information; name the employer only if asked.",
    "表明个人身份并说明系核实联系信息；仅在被问及时说明所属机构。",
  ),
  examples: `
    ## the first call to a neighbour
    act 2026-11-10T10:00 call recipient=third-party recipientId=P2 purpose=location
    then permitted
    ## the second
    past 2026-11-03T10:00 call recipient=third-party recipientId=P2 purpose=location
    act 2026-11-10T10:00 call recipient=third-party recipientId=P2 purpose=location
    then refused
    ## the second, at that person's wish
    past 2026-11-03T10:00 call recipient=third-party recipientId=P2 purpose=location
    act 2026-11-10T10:00 call recipient=third-party recipientId=P2 purpose=location answersAsked=true
    then permitted
    ## it tells of the debt
    act 2026-11-10T10:00 call recipient=third-party recipientId=P2 purpose=location disclosesDebt=true
    then refused
    ## by postcard
    act 2026-11-10T10:00 postcard recipient=third-party recipientId=P2 purpose=location
    then refused
  `,
});

export const bankrupt: Rule = rule({
  id: "us.bankruptcy.stay",
  version: 1,
  title: text(
    "Bankruptcy stays collection, and discharge ends it",
    "破产程序中止催收，免责后终止催收",
  ),
  governs: [...contacts, "lawsuit", "legal-threat", "debit-attempt", "enforcement"],
  inForce: { from: "1979-10-01" },
  when: not(oneOf("act.purpose", "service", "privileged")),
  test: any(
    is("act.isBankruptcyClaim"),
    all(not(is("person.isBankrupt")), not(is("debt.isDischarged"))),
    toProfessional,
  ),
  severity: "block",
  force: "prohibition",
  cite: [bankruptcyCode("362(a)(6), 524(a)(2)", "secondary")],
  remedy: text("Stop; file a proof of claim.", "停止催收；可申报债权。"),
  examples: `
    ## no bankruptcy is on record
    act 2026-11-10T10:00 call
    then permitted
    ## a call during the stay
    fact person.isBankrupt = true
    act 2026-11-10T10:00 call
    then refused
    ## the proof of claim
    fact person.isBankrupt = true
    act 2026-11-10T10:00 lawsuit isBankruptcyClaim=true
    then permitted
  `,
});

export const harassment: Rule = rule({
  id: "us.regulation-f.harassment",
  version: 1,
  title: text(
    "No threat, abuse, false authority or false consequence",
    "不得威胁、辱骂、冒充权威或虚构后果",
  ),
  governs: contacts,
  inForce: { from: regFDay },
  when: collecting,
  test: { holdsNone: [{ fact: "act.categories" }, prohibitedWords()] },
  severity: "block",
  force: "prohibition",
  cite: [regF("1006.14, 1006.18", "verified"), regFComment("14(a)-1", "verified")],
  remedy: text("Write it anew.", "请改写内容。"),
  examples: `
    ## plain words
    act 2026-11-10T10:00 letter categories=none
    then permitted
    ## a threat of violence
    act 2026-11-10T10:00 letter categories=threat_violence
    then refused
  `,
});

function prohibitedWords(): readonly string[] {
  return [
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
  ];
}
