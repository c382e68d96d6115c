import {
  any,
  consented,
  contactKinds,
  dated,
  equal,
  not,
  rule,
  type Rule,
  text,
  within,
} from "@fairdue/conduct";
import { cbaGuideline, gbt45251 } from "./instruments.ts";

const national = gbt45251("5.3", "secondary", "wording of 5.3 read in secondary copies only");
const association = cbaGuideline("第三章", "secondary");

export const contactHours: Rule = rule({
  id: "cn.contact-hours",
  version: 1,
  title: text("No contact between ten at night and eight in the morning", "22时至次日8时不得联系"),
  governs: contactKinds,
  inForce: { from: "2025-02-28" },
  // What the person has just asked for himself, a sign-in code above all, is not a contact of ours.
  when: not(equal("act.purpose", "servicing")),
  test: any(
    consented("quiet-hours"),
    within({ bands: { param: "open" }, zone: "Asia/Shanghai", edges: "[)" }),
  ),
  parameters: {
    open: dated([{ from: "2025-02-28", value: [{ from: "08:00", to: "22:00" }], cite: national }]),
  },
  severity: "defer",
  force: "prohibition",
  cite: [national, association],
  remedy: text(
    "Wait until eight in the morning, Beijing time, or record the borrower's consent to the hour.",
    "请等到北京时间早上8点以后，或先取得借款人对该时段的同意。",
  ),
  examples: `
    ## eight in the morning to the second is permitted
    act 2026-11-25T08:00:00+08:00 call
    then permitted
    ## one second before eight waits for eight
    act 2026-11-25T07:59:59+08:00 call
    then refused
    ## one second before ten at night is permitted
    act 2026-11-25T21:59:59+08:00 sms
    then permitted
    ## ten at night to the second waits for the morning
    act 2026-11-25T22:00:00+08:00 sms
    then refused
    ## an hour to which the borrower has agreed is permitted
    consent 2026-11-20T10:00+08:00 quiet-hours
    act 2026-11-25T22:30:00+08:00 call
    then permitted
    ## a code that the borrower asks for at night to sign in is permitted
    act 2026-11-25T23:10:00+08:00 sms purpose=servicing
    then permitted
    ## an agreement taken back no longer opens the night
    consent 2026-11-20T10:00+08:00 quiet-hours withdrawnAt=2026-11-25T12:00+08:00
    act 2026-11-25T22:30:00+08:00 call
    then refused
  `,
});
