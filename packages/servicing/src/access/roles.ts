type Bilingual = { readonly zh: string; readonly en: string };

/** What somebody may want to do. One word for reading, one for each kind of change. */
export const permissions = [
  "book.read",
  "borrower.search",
  "borrower.read",
  "borrower.reveal",
  "account.command",
  "account.waive",
  "contact.propose",
  "case.read",
  "case.work",
  "case.assign",
  "arrangement.offer",
  "visit.carry-out",
  "complaint.work",
  "hardship.decide",
  "decision.review",
  "strategy.change",
  "model.change",
  "packs.read",
  "packs.change",
  "template.write",
  "log.read",
  "log.cosign",
  "ledger.read",
  "close.run",
  "agency.change",
  "staff.change",
  "access.review",
  "supervision.read",
] as const;

export type Permission = (typeof permissions)[number];

/** How far a permission reaches: everything, one's own agency, one's own team, one's own cases. */
export type Reach = "all" | "agency" | "team" | "own";

export const roleIds = [
  "collector",
  "agency-collector",
  "visitor",
  "team-lead",
  "complaints-officer",
  "compliance-officer",
  "risk-analyst",
  "finance-officer",
  "administrator",
  "regulator",
  "service",
] as const;

export type RoleId = (typeof roleIds)[number];

export type Role = {
  readonly title: Bilingual;
  readonly grants: Readonly<Partial<Record<Permission, Reach>>>;
};

/** Who may do what, and how far. Nothing that is not here is allowed. */
export const roles: Readonly<Record<RoleId, Role>> = {
  collector: {
    title: { zh: "催收员", en: "Collector" },
    grants: {
      "borrower.search": "team",
      "borrower.read": "team",
      "borrower.reveal": "own",
      "contact.propose": "own",
      "case.read": "team",
      "case.work": "own",
      "arrangement.offer": "own",
      "account.command": "own",
    },
  },
  "agency-collector": {
    title: { zh: "合作机构催收员", en: "Agency collector" },
    grants: {
      "borrower.read": "agency",
      "borrower.reveal": "own",
      "contact.propose": "own",
      "case.read": "agency",
      "case.work": "own",
      "arrangement.offer": "own",
    },
  },
  visitor: {
    title: { zh: "外访员", en: "Visitor" },
    grants: { "case.read": "own", "borrower.reveal": "own", "visit.carry-out": "own" },
  },
  "team-lead": {
    title: { zh: "组长", en: "Team lead" },
    grants: {
      "book.read": "all",
      "borrower.search": "team",
      "borrower.read": "team",
      "borrower.reveal": "team",
      "contact.propose": "team",
      "case.read": "team",
      "case.work": "team",
      "case.assign": "team",
      "arrangement.offer": "team",
      "hardship.decide": "team",
      "account.command": "team",
      "account.waive": "team",
    },
  },
  "complaints-officer": {
    title: { zh: "投诉处理员", en: "Complaints officer" },
    grants: {
      "book.read": "all",
      "borrower.search": "all",
      "borrower.read": "all",
      "borrower.reveal": "all",
      "case.read": "all",
      "complaint.work": "all",
      "arrangement.offer": "all",
      "hardship.decide": "all",
      "case.work": "all",
      "account.command": "all",
      "decision.review": "all",
      "packs.read": "all",
      "log.read": "all",
    },
  },
  "compliance-officer": {
    title: { zh: "合规官", en: "Compliance officer" },
    grants: {
      "book.read": "all",
      "borrower.search": "all",
      "borrower.read": "all",
      "case.read": "all",
      "packs.read": "all",
      "packs.change": "all",
      "template.write": "all",
      "log.read": "all",
      "access.review": "all",
      "complaint.work": "all",
      "supervision.read": "all",
    },
  },
  "risk-analyst": {
    title: { zh: "风险分析师", en: "Risk analyst" },
    grants: {
      "book.read": "all",
      "strategy.change": "all",
      "model.change": "all",
      "packs.read": "all",
      "decision.review": "all",
      "supervision.read": "all",
    },
  },
  "finance-officer": {
    title: { zh: "财务", en: "Finance officer" },
    grants: {
      "book.read": "all",
      "ledger.read": "all",
      "close.run": "all",
      "borrower.search": "all",
      "borrower.read": "all",
      "account.waive": "all",
    },
  },
  administrator: {
    title: { zh: "管理员", en: "Administrator" },
    grants: {
      "staff.change": "all",
      "agency.change": "all",
      "template.write": "all",
      "access.review": "all",
      "book.read": "all",
      "packs.read": "all",
    },
  },
  regulator: {
    title: { zh: "监管人员", en: "Regulator" },
    grants: {
      "supervision.read": "all",
      "book.read": "all",
      "packs.read": "all",
      "log.read": "all",
      "log.cosign": "all",
      "ledger.read": "all",
      "access.review": "all",
    },
  },
  service: {
    title: { zh: "系统接口", en: "Service" },
    grants: {
      "book.read": "all",
      "borrower.read": "all",
      "account.command": "all",
      "contact.propose": "all",
      "case.read": "all",
      "ledger.read": "all",
      "close.run": "all",
      "log.read": "all",
      "packs.read": "all",
    },
  },
};

export function parseRoleId(text: string): RoleId | undefined {
  return roleIds.find((it) => it === text);
}

export function parsePermission(text: string): Permission | undefined {
  return permissions.find((it) => it === text);
}
