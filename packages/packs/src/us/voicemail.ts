import { all, dated, is, not, oneOf, param, ref, rule, type Rule, text } from "@fairdue/conduct";
import { collecting, regFDay, toConsumer } from "./bound.ts";
import { regF } from "./instruments.ts";

const voicemailParts = ["business-name", "reply-request", "contact-name", "phone-number"];

const voicemailExtras = ["salutation", "date-time", "suggested-times", "any-representative"];

const definition = regF("1006.2(j)", "verified");

export const limitedContent: Rule = rule({
  id: "us.regulation-f.limited-content",
  version: 1,
  title: text(
    "A limited-content message holds the four parts, at most the four extras, and nothing else",
    "限定内容留言只可包含四项必备与四项可选内容",
  ),
  governs: ["voicemail"],
  inForce: { from: regFDay },
  when: all(collecting, is("act.isLimitedContent")),
  test: all(
    { holdsAll: [ref("act.elements"), param("parts")] },
    { holdsAll: [param("all"), ref("act.elements")] },
    not(is("act.isCutOff")),
    not(is("act.disclosesDebt")),
    not(is("act.nameRevealsCollection")),
  ),
  parameters: {
    parts: dated([{ from: regFDay, value: voicemailParts, cite: definition }]),
    all: dated([
      { from: regFDay, value: [...voicemailParts, ...voicemailExtras], cite: definition },
    ]),
  },
  severity: "block",
  force: "safe-harbour",
  cite: [definition, regF("1006.2(b), (d)", "verified", "an attempt, not a communication")],
  remedy: text(
    "Leave only: a business name that does not tell of collecting, a request to reply, a name and a number.",
    "仅可留下：不显示催收性质的商号、请求回复、联系人及电话。",
  ),
  examples: `
    ## the four parts
    act 2026-11-10T10:00 voicemail isLimitedContent=true elements=business-name,reply-request,contact-name,phone-number
    then permitted
    ## with a greeting and times
    act 2026-11-10T10:00 voicemail isLimitedContent=true elements=business-name,reply-request,contact-name,phone-number,salutation,suggested-times
    then permitted
    ## with the amount
    act 2026-11-10T10:00 voicemail isLimitedContent=true elements=business-name,reply-request,contact-name,phone-number,amount
    then refused
    ## no number to call
    act 2026-11-10T10:00 voicemail isLimitedContent=true elements=business-name,reply-request,contact-name
    then refused
    ## cut off
    act 2026-11-10T10:00 voicemail isLimitedContent=true isCutOff=true elements=business-name,reply-request,contact-name,phone-number
    then refused
  `,
});

export const voicemailOverheard: Rule = rule({
  id: "us.regulation-f.voicemail-overheard",
  version: 1,
  title: text(
    "A message that others may hear says nothing of the debt",
    "可能被他人听到的留言不得提及债务",
  ),
  governs: ["voicemail"],
  inForce: { from: regFDay },
  when: all(collecting, not(is("act.isLimitedContent"))),
  test: all(not(is("act.isPublic")), not(is("act.nameRevealsCollection")), toConsumer),
  severity: "block",
  force: "prohibition",
  cite: [regF("1006.6(d)(1), 1006.2(d)", "verified")],
  remedy: text("Leave a limited-content message.", "请留限定内容留言。"),
  examples: `
    ## on the consumer's own voicemail
    act 2026-11-10T10:00 voicemail elements=disclosure
    then permitted
    ## on one that the household shares
    act 2026-11-10T10:00 voicemail isPublic=true elements=disclosure
    then refused
  `,
});

export const openToOthers: Rule = rule({
  id: "us.regulation-f.open-to-others",
  version: 1,
  title: text(
    "No postcard, and nothing on social media that the public or contacts can see",
    "不得使用明信片，不得在公众或联系人可见的社交媒体上联系",
  ),
  governs: ["postcard", "posting", "social-message", "letter"],
  inForce: { from: regFDay },
  when: collecting,
  test: all(
    not(oneOf("act.kind", "postcard", "posting")),
    not(is("act.isPublic")),
    not(is("act.isVisibleToContacts")),
    not(is("act.envelopeRevealsDebt")),
  ),
  severity: "block",
  force: "prohibition",
  cite: [regF("1006.22(f)", "verified", "(f)(4) read; the rest from memory")],
  remedy: text("Use a sealed letter or a private message.", "请使用密封信函或私信。"),
  examples: `
    ## a private message
    act 2026-11-10T10:00 social-message elements=opt-out
    then permitted
    ## a post that friends can see
    act 2026-11-10T10:00 social-message isVisibleToContacts=true elements=opt-out
    then refused
    ## a postcard
    act 2026-11-10T10:00 postcard
    then refused
  `,
});
