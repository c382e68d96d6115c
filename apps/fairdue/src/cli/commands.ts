import type { Command } from "commander";

export type CommandEntry = {
  readonly name: string;
  readonly summary: string;
  readonly load: () => Promise<{ register(program: Command): void }>;
};

/** Every word after `fairdue`, in the order in which `--help` shows them. */
export const commandTable: readonly CommandEntry[] = [];
