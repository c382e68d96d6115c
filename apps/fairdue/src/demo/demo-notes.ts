import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** What the demo leaves beside its database: which book is whole, and a key to look at it with. */
export type DemoNotes = {
  readonly bookId: string;
  readonly borrowers: number;
  readonly months: number;
  readonly key: string;
};

export function readNotes(home: string): DemoNotes | undefined {
  const path = join(home, "demo.json");
  if (!existsSync(path)) return undefined;
  const read: unknown = JSON.parse(readFileSync(path, "utf8"));
  const isNotes = typeof read === "object" && read !== null && "bookId" in read && "key" in read;
  return isNotes ? (read as DemoNotes) : undefined;
}

/** Written when the book is whole, and not before: a demo that was killed begins a new one. */
export function writeNotes(home: string, notes: DemoNotes): void {
  mkdirSync(home, { recursive: true });
  writeFileSync(join(home, "demo.json"), `${JSON.stringify(notes, null, 2)}\n`, { mode: 0o600 });
}
