import {
  any,
  atLeast,
  consented,
  dated,
  holdsAll,
  is,
  oneOf,
  param,
  ref,
  rule,
  type Rule,
  text,
} from "@fairdue/conduct";

import { cbaGuideline, civilCode, criminalLaw, gbt45251 } from "./instruments.ts";

const association = cbaGuideline("第三章", "secondary");

export const visitTeam: Rule = rule({
  id: "cn.visit-team",
  version: 1,
  title: text("A visit is made by at least two", "外访人员不少于二人"),
  governs: ["visit"],
  inForce: { from: "2026-01-30" },
  test: atLeast(ref("act.teamSize"), param("least")),
  parameters: {
    least: dated([{ from: "2026-01-30", value: 2, cite: cbaGuideline("22", "secondary") }]),
  },
  severity: "block",
  force: "prohibition",
  cite: [cbaGuideline("22", "secondary")],
  remedy: text("Send two collectors.", "请安排两名以上人员共同外访。"),
  examples: `
    ## two together
    act 2026-11-25T15:00 visit teamSize=2
    then permitted
    ## one alone
    act 2026-11-25T15:00 visit teamSize=1
    then refused
    ## nobody knows how many
    act 2026-11-25T15:00 visit
    then refused
    then deny
  `,
});

export const visitEntry: Rule = rule({
  id: "cn.visit-entry",
  version: 1,
  title: text(
    "No entry to a home, a private place or the borrower's office without consent",
    "未经同意不得进入住宅、私人场所或办公区域",
  ),
  governs: ["visit"],
  inForce: { from: "2021-01-01" },
  when: any(is("act.entersPrivatePlace"), oneOf("act.place", "workplace", "inside-home")),
  test: consented("entry"),
  severity: "block",
  force: "prohibition",
  cite: [
    civilCode("1033", "verified"),
    criminalLaw("245", "verified"),
    cbaGuideline("八项禁止（7）", "secondary"),
  ],
  remedy: text("Stay outside, or get consent to enter.", "请勿进入，或先取得同意。"),
  examples: `
    ## speaking at the door
    act 2026-11-25T15:00 visit teamSize=2 place=door
    then permitted
    ## invited in
    consent 2026-11-25T14:59 entry
    act 2026-11-25T15:00 visit teamSize=2 entersPrivatePlace=true
    then permitted
    ## walking in
    act 2026-11-25T15:00 visit teamSize=2 entersPrivatePlace=true
    then refused
    ## going to the office
    act 2026-11-25T15:00 visit teamSize=2 place=workplace
    then refused
  `,
});

export const visitCredentials: Rule = rule({
  id: "cn.visit-credentials",
  version: 1,
  title: text("A visit carries identity card and authorisation", "外访须出示工作证件与授权文件"),
  governs: ["visit"],
  inForce: { from: "2025-02-28" },
  test: holdsAll("act.elements", ["identity-card", "authorisation"]),
  severity: "warn",
  force: "guidance",
  cite: [gbt45251("5.3", "memory"), association],
  remedy: text("Carry both, and show them.", "请携带并出示证件与授权书。"),
  examples: `
    ## with both
    act 2026-11-25T15:00 visit teamSize=2 elements=identity-card,authorisation
    then permitted
    ## with neither
    act 2026-11-25T15:00 visit teamSize=2 elements=none
    then refused
  `,
});
