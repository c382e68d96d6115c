import { fact, type FactDeclaration } from "./fact.ts";
import { text } from "./text.ts";

/**
 * Facts that every law asks for. Where a book would hold a record if it were otherwise, absence
 * has a meaning; everything else is unknown until it is told.
 */
export const commonFacts: readonly FactDeclaration[] = [
  fact("person.zones", "list", text("time zones the person may be in", "当事人可能所在的时区")),
  fact("person.age", "number", text("age in years", "年龄")),
  fact("person.isMinor", "boolean", text("not of full age", "未成年人"), false),
  fact("person.isDeceased", "boolean", text("has died", "已死亡"), false),
  fact(
    "person.isIncapacitated",
    "boolean",
    text("without legal capacity", "无民事行为能力"),
    false,
  ),
  fact("person.isBankrupt", "boolean", text("bankruptcy stay or discharge", "破产保护"), false),
  fact("person.isSeriouslyIll", "boolean", text("seriously ill", "患重大疾病"), false),
  fact("person.isStudent", "boolean", text("student", "在校学生"), false),
  fact("person.isVulnerable", "boolean", text("needs particular care", "需特别保护"), false),
  fact("person.isDisasterVictim", "boolean", text("victim of a disaster", "受灾人员"), false),
  fact(
    "person.isFraudVictim",
    "boolean",
    text("victim of fraud or stolen identity", "诈骗或冒名受害人"),
    false,
  ),
  fact(
    "person.isRepresented",
    "boolean",
    text("a lawyer acts for the person", "已委托律师"),
    false,
  ),
  fact(
    "debt.isDisputed",
    "boolean",
    text("the debt is disputed and not yet verified", "债务有争议待核实"),
    false,
  ),
  fact("debt.isTimeBarred", "boolean", text("limitation has run", "已过诉讼时效"), false),
  fact("debt.isPaid", "boolean", text("paid, settled or discharged", "已结清"), false),
  fact(
    "hardship.isOpen",
    "boolean",
    text("a hardship request is being decided", "困难申请处理中"),
    false,
  ),
  fact(
    "plan.isActive",
    "boolean",
    text("a repayment plan is in force and kept", "还款安排履行中"),
    false,
  ),
  fact(
    "moratorium.isActive",
    "boolean",
    text("a legal pause of collection is in force", "法定暂停催收期"),
    false,
  ),
];
