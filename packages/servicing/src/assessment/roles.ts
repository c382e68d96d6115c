import { sha256, utf8 } from "@fairdue/assess";

/** What a model does in a book. */
export const modelUses = ["credit", "early-warning"] as const;
export type ModelUse = (typeof modelUses)[number];

/** Who decides in a book: the champion, beside it perhaps a challenger, silent or with a share. */
export type ModelRole = {
  readonly bookId: string;
  readonly use: ModelUse;
  /** Rises by one with each change. */
  readonly changeNo: number;
  readonly champion: string;
  readonly challenger: string | null;
  /** Share of people whom the challenger decides, in ppm; 0 is a shadow. */
  readonly splitPpm: number;
};

/**
 * Whether the challenger decides about this person: by a hash of person and contest, so that one
 * person always gets the same model, whatever the order in which people come.
 */
export function isChallenged(role: ModelRole, borrowerId: string): boolean {
  if (role.challenger === null || role.splitPpm === 0) return false;
  const hash = sha256(utf8(`${borrowerId} ${role.use} ${role.challenger}`));
  return Number.parseInt(hash.slice(0, 12), 16) % 1_000_000 < role.splitPpm;
}

export function parseModelUse(text: string): ModelUse | undefined {
  return modelUses.find((it) => it === text);
}
