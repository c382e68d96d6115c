import {
  all,
  any,
  atMost,
  dated,
  daysSince,
  is,
  not,
  param,
  rule,
  type Rule,
  text,
} from "@fairdue/conduct";
import { associationMembers, byMachine, collecting, isCollection } from "./bound.ts";
import { cbaGuideline, consumerFinance, creditCards, gbt45251 } from "./instruments.ts";

export const collectorTrained: Rule = rule({
  id: "cn.collector-trained",
  version: 1,
  title: text(
    "A collector has passed an examination within a year",
    "催收人员须岗前培训考核并每年至少一次",
  ),
  governs: ["call", "visit", "in-app-message", "social-message"],
  inForce: { from: "2025-02-28" },
  when: all(isCollection, not(byMachine)),
  test: atMost(daysSince("collector.lastExamOn"), param("days")),
  parameters: {
    days: dated([{ from: "2025-02-28", value: 365, cite: gbt45251("5.2", "secondary") }]),
  },
  severity: "block",
  force: "prohibition",
  whenUnknown: "flag",
  cite: [gbt45251("5.2", "secondary")],
  remedy: text("Train and examine the collector first.", "请先完成培训与考核。"),
  examples: `
    ## examined in the summer
    fact collector.lastExamOn = 2026-07-01
    act 2026-11-25T15:00 call
    then permitted
    ## examined two years ago
    fact collector.lastExamOn = 2024-07-01
    act 2026-11-25T15:00 call
    then refused
    then deny
  `,
});

export const callRecorded: Rule = rule({
  id: "cn.call-recorded",
  version: 1,
  title: text("Calls and visits are recorded", "催收过程须录音录像"),
  governs: ["call", "visit"],
  inForce: { from: "2011-01-13" },
  when: isCollection,
  test: is("act.isRecorded"),
  severity: "block",
  force: "prohibition",
  whenUnknown: "flag",
  cite: [
    creditCards("68", "secondary"),
    consumerFinance("—", "secondary"),
    gbt45251("5.3", "memory"),
  ],
  remedy: text("Record the conversation.", "请开启录音录像。"),
  examples: `
    ## a recorded call
    act 2026-11-25T15:00 call isRecorded=true
    then permitted
    ## the recorder is off
    act 2026-11-25T15:00 call isRecorded=false
    then refused
    then deny
  `,
});

export const privateDevice: Rule = rule({
  id: "cn.private-device",
  version: 1,
  title: text(
    "No private telephone or social account without the lender's consent",
    "未经同意不得使用私人电话或社交账号催收",
  ),
  governs: collecting,
  inForce: { from: "2026-01-30" },
  when: associationMembers,
  test: any(not(is("act.isPrivateDevice")), is("agency.mayUsePrivateDevice")),
  severity: "block",
  force: "prohibition",
  cite: [cbaGuideline("八项禁止（6）", "secondary")],
  remedy: text("Use a registered number.", "请使用登记的号码或账号。"),
  examples: `
    fact lender.kind = bank
    ## a registered number
    act 2026-11-25T15:00 call isRecorded=true
    then permitted
    ## the collector's own telephone
    act 2026-11-25T15:00 call isPrivateDevice=true
    then refused
  `,
});

export const automatedAgent: Rule = rule({
  id: "cn.automated-agent",
  version: 1,
  title: text(
    "A machine that collects has been assessed for fairness and accuracy",
    "智能催收须公平、准确并控制风险",
  ),
  governs: collecting,
  inForce: { from: "2026-01-30" },
  when: all(byMachine, associationMembers),
  test: is("agent.isAssessed"),
  severity: "warn",
  force: "guidance",
  cite: [cbaGuideline("人工智能条款", "secondary", "no article number read")],
  remedy: text("Assess the agent, and keep the result.", "请完成评估并留存。"),
  examples: `
    fact lender.kind = bank
    ## an assessed agent
    fact agent.isAssessed = true
    act 2026-11-25T15:00 call isAutomated=true
    then permitted
    ## an agent nobody has looked at
    fact agent.isAssessed = false
    act 2026-11-25T15:00 call isAutomated=true
    then refused
  `,
});
