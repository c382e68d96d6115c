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
    name: "schedule",
    summary: "terms and events as JSON on standard input → schedule, balances and totals",
    load: () => import("./schedule.ts"),
  },
  {
    name: "serve",
    summary: "serve the API, its reference and the pages",
    load: () => import("./serve.ts"),
  },
];
