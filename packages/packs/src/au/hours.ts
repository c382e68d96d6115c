import { all, any, dated, known, not, rule, type Rule, text, within } from "@fairdue/conduct";
import { atWork, collecting, guidelineDay, hoursAgreed } from "./bound.ts";
import { guideline } from "./instruments.ts";

const s4 = guideline("s 4 hours of contact", "verified");

export const phoneHours: Rule = rule({
  id: "au.rg96.phone-hours",
  version: 1,
  title: text(
    "Telephone: weekdays 7.30 am to 9 pm, weekends 9 am to 9 pm, no national public holidays",
    "电话：周一至周五7:30-21:00，周末9:00-21:00，全国公众假日不得联系",
  ),
  governs: ["call", "voicemail", "sms"],
  inForce: { from: guidelineDay },
  when: all(collecting, not(atWork)),
  test: any(hoursAgreed, within({ bands: { param: "open" }, zone: "person", edges: "[]" })),
  parameters: {
    open: dated([
      {
        from: guidelineDay,
        value: [
          { weekdays: [1, 2, 3, 4, 5], on: "working", from: "07:30", to: "21:00" },
          { weekdays: [6, 7], on: "working", from: "09:00", to: "21:00" },
        ],
        cite: s4,
      },
    ]),
  },
  severity: "defer",
  force: "guidance",
  cite: [s4],
  remedy: text(
    "Wait for the hours of the person's own state, or record that the person asked for another hour.",
    "请等到当事人所在州的适宜时间，或记录其要求的其他时间。",
  ),
  examples: `
    ## half past seven on a Tuesday
    act 2026-11-10T07:30 call
    then permitted
    ## a minute earlier
    act 2026-11-10T07:29 call
    then refused
    ## Saturday at half past eight
    act 2026-11-14T08:30 call
    then refused
    ## Saturday at nine
    act 2026-11-14T09:00 call
    then permitted
    ## Christmas Day
    act 2026-12-25T11:00 call
    then refused
    ## a minute past nine in the evening
    act 2026-11-10T21:01 call
    then refused
    ## at an hour for which the person asked
    consent 2026-11-09T12:00 quiet-hours
    act 2026-11-10T21:30 call
    then permitted
  `,
});

export const visitHours: Rule = rule({
  id: "au.rg96.visit-hours",
  version: 1,
  title: text(
    "Face to face: 9 am to 9 pm, weekday or weekend, no national public holidays",
    "面谈：每日9:00-21:00，全国公众假日不得上门",
  ),
  governs: ["visit"],
  inForce: { from: guidelineDay },
  when: all(collecting, not(atWork)),
  test: any(hoursAgreed, within({ bands: { param: "open" }, zone: "person", edges: "[]" })),
  parameters: {
    open: dated([
      {
        from: guidelineDay,
        value: [{ on: "working", from: "09:00", to: "21:00" }],
        cite: s4,
      },
    ]),
  },
  severity: "defer",
  force: "guidance",
  cite: [s4],
  remedy: text("Come at nine.", "请于9点后上门。"),
  examples: `
    ## ten on a Tuesday
    act 2026-11-10T10:00 visit isLastResort=true
    then permitted
    ## eight on a Tuesday
    act 2026-11-10T08:00 visit isLastResort=true
    then refused
    ## Australia Day
    act 2026-01-26T10:00 visit isLastResort=true
    then refused
  `,
});

export const workHours: Rule = rule({
  id: "au.rg96.work-hours",
  version: 1,
  title: text(
    "At work: the person's own working hours if known, else 9 am to 5 pm on weekdays",
    "工作场所：已知则按其工作时间，否则工作日9:00-17:00",
  ),
  governs: ["call", "voicemail", "sms", "visit"],
  inForce: { from: guidelineDay },
  when: all(collecting, atWork),
  test: any(
    hoursAgreed,
    all(
      known("person.workHours"),
      within({ bands: { fact: "person.workHours" }, zone: "person", edges: "[]" }),
    ),
    all(
      not(known("person.workHours")),
      within({ bands: { param: "open" }, zone: "person", edges: "[]" }),
    ),
  ),
  parameters: {
    open: dated([
      {
        from: guidelineDay,
        value: [{ weekdays: [1, 2, 3, 4, 5], on: "working", from: "09:00", to: "17:00" }],
        cite: s4,
      },
    ]),
  },
  severity: "defer",
  force: "guidance",
  cite: [s4],
  remedy: text(
    "Reach the person at home, or in working hours.",
    "请在其工作时间内或通过住所联系。",
  ),
  examples: `
    ## ten on a Tuesday
    act 2026-11-10T10:00 call place=work
    then permitted
    ## six in the evening
    act 2026-11-10T18:00 call place=work
    then refused
    ## a night nurse at eleven in the evening
    fact person.workHours = 21:00-24:00
    act 2026-11-10T23:00 call place=work
    then permitted
    ## Saturday
    act 2026-11-14T10:00 call place=work
    then refused
  `,
});
