import type { Command } from "commander";

export type CommandEntry = {
  readonly name: string;
  readonly summary: string;
  readonly load: () => Promise<{ register(program: Command): void }>;
};

/** Every word after `fairdue`, in the order in which `--help` shows them. */
export const commandTable: readonly CommandEntry[] = [
  {
    name: "allocate",
    summary: "who gets which treatment within hard budgets, with a certified bound",
    load: () => import("./allocate.ts"),
  },
  {
    name: "apr",
    summary: "dated cash flows as JSON on standard input → IRR, Regulation Z and EU rates",
    load: () => import("./apr.ts"),
  },
  {
    name: "assess",
    summary: "train, score and report on credit models that can be explained",
    load: () => import("./assess.ts"),
  },
  {
    name: "backup",
    summary: "copy the whole database as it stands at one instant, while it runs",
    load: () => import("./backup.ts"),
  },
  {
    name: "close",
    summary: "close business days: bill, age, classify, provision, accrue, post",
    load: () => import("./close.ts"),
  },
  {
    name: "conduct",
    summary: "rules of conduct: decide on an act, inspect text, check and compare rule packs",
    load: () => import("./conduct.ts"),
  },
  {
    name: "demo",
    summary: "a living book of 2,000 borrowers, made and served in one step",
    load: () => import("./demo.ts"),
  },
  {
    name: "doctor",
    summary: "look at everything that usually goes wrong, and say what to do",
    load: () => import("./doctor.ts"),
  },
  {
    name: "export",
    summary: "the journal of a book for hledger, beancount, a spreadsheet or a program",
    load: () => import("./export.ts"),
  },
  {
    name: "gate",
    summary: "the gate: its public keys, the laws of a book, whether a permit is genuine",
    load: () => import("./gate.ts"),
  },
  {
    name: "import",
    summary: "a loan tape (CSV) → accounts with their history",
    load: () => import("./import.ts"),
  },
  {
    name: "key",
    summary: "make, list and revoke keys of the API",
    load: () => import("./key.ts"),
  },
  {
    name: "log",
    summary: "the public log: prove an entry, check a proof, witness a checkpoint",
    load: () => import("./log.ts"),
  },
  {
    name: "migrate",
    summary: "bring the schema of the database up to date",
    load: () => import("./migrate.ts"),
  },
  {
    name: "model",
    summary: "models of a book: train, activate, challenge, roll back, watch",
    load: () => import("./model.ts"),
  },
  {
    name: "plan-day",
    summary: "the day's work lists: who gets which treatment, within budgets and the law",
    load: () => import("./plan-day.ts"),
  },
  {
    name: "restore",
    summary: "put a backup into an empty database and check every table",
    load: () => import("./restore.ts"),
  },
  {
    name: "schedule",
    summary: "terms and events as JSON on standard input → schedule, balances and totals",
    load: () => import("./schedule.ts"),
  },
  {
    name: "serve",
    summary: "serve the API, its reference and the pages",
    load: () => import("./serve.ts"),
  },
  {
    name: "staff",
    summary: "add staff, list them, give a new password",
    load: () => import("./staff.ts"),
  },
  {
    name: "trial-balance",
    summary: "turnover and balance of every general-ledger account at the end of a day",
    load: () => import("./trial-balance.ts"),
  },
  {
    name: "verify",
    summary: "rebuild every account from its events and compare all that is on record",
    load: () => import("./verify.ts"),
  },
];
