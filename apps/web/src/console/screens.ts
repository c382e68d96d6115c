import type { ScreenEntry } from "../frame/screen.ts";

/** Every screen of the console, in the order of the rail. */
export const consoleScreens: readonly ScreenEntry[] = [
  {
    path: "/",
    title: { zh: "首页", en: "Home" },
    load: () => import("./home/home.tsx"),
    group: "work",
  },
  {
    path: "/desk",
    title: { zh: "办案台", en: "My desk" },
    load: () => import("./cases/desk.tsx"),
    needs: ["case.work"],
    group: "work",
  },
  {
    path: "/cases",
    title: { zh: "案件", en: "Cases" },
    load: () => import("./cases/cases.tsx"),
    needs: ["case.read"],
    group: "work",
  },
  {
    path: "/cases/$borrowerId/$caseId",
    title: { zh: "案件详情", en: "A case" },
    load: () => import("./cases/case.tsx"),
    needs: ["case.read"],
  },
  {
    path: "/team",
    title: { zh: "团队与计划", en: "Team and plan" },
    load: () => import("./team/team.tsx"),
    needs: ["case.assign"],
    group: "work",
  },
  {
    path: "/strategies",
    title: { zh: "策略", en: "Strategies" },
    load: () => import("./strategies/strategies.tsx"),
    needs: ["strategy.change"],
    group: "risk",
  },
  {
    path: "/strategies/$strategyId/$version",
    title: { zh: "策略版本", en: "A strategy" },
    load: () => import("./strategies/strategy.tsx"),
    needs: ["strategy.change"],
  },
  {
    path: "/figures",
    title: { zh: "贷后指标", en: "Overdue figures" },
    load: () => import("./figures/figures.tsx"),
    needs: ["book.read"],
    group: "risk",
  },
  {
    path: "/book",
    title: { zh: "账簿总览", en: "The book" },
    load: () => import("./book/overview.tsx"),
    needs: ["book.read"],
    group: "book",
  },
  {
    path: "/accounts",
    title: { zh: "账户", en: "Accounts" },
    load: () => import("./accounts/accounts.tsx"),
    needs: ["borrower.read"],
    group: "book",
  },
  {
    path: "/accounts/$borrowerId/$accountId",
    title: { zh: "账户详情", en: "An account" },
    load: () => import("./accounts/account.tsx"),
    needs: ["borrower.read"],
  },
  {
    path: "/people/$borrowerId",
    title: { zh: "借款人", en: "A person" },
    load: () => import("./people/person.tsx"),
    needs: ["borrower.read"],
  },
  {
    path: "/finance",
    title: { zh: "财务", en: "Finance" },
    load: () => import("./finance/finance.tsx"),
    needs: ["ledger.read"],
    group: "book",
  },
  {
    path: "/rules",
    title: { zh: "规则", en: "Rules" },
    load: () => import("./compliance/rules.tsx"),
    needs: ["packs.read"],
    group: "rules",
  },
  {
    path: "/rules/$packId/$ruleId",
    title: { zh: "规则详情", en: "A rule" },
    load: () => import("./compliance/rule.tsx"),
    needs: ["packs.read"],
  },
  {
    path: "/decide",
    title: { zh: "决定推演", en: "Decision explorer" },
    load: () => import("./compliance/explorer.tsx"),
    needs: ["packs.read"],
    group: "rules",
  },
  {
    path: "/log",
    title: { zh: "日志", en: "The log" },
    load: () => import("./compliance/log.tsx"),
    needs: ["log.read"],
    group: "rules",
  },
  {
    path: "/account",
    title: { zh: "我的账号", en: "My sign-in" },
    load: () => import("./sign-in/my-account.tsx"),
  },
];

export const groupTitles: Readonly<Record<string, { readonly zh: string; readonly en: string }>> = {
  work: { zh: "工作", en: "Work" },
  book: { zh: "账簿", en: "Book" },
  rules: { zh: "规则", en: "Rules" },
  risk: { zh: "风险", en: "Risk" },
  house: { zh: "管理", en: "House" },
};
