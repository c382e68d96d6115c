import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Sights } from "./desk-life.ts";

/** What the demo leaves beside its database: which books it makes, and a key to look at them with. */
export type DemoNotes =
  | { readonly state: "building"; readonly bookId: string }
  | ({
      readonly state: "whole";
      readonly bookId: string;
      readonly borrowers: number;
      readonly months: number;
      readonly key: string;
    } & Sights);

export function readNotes(home: string): DemoNotes | undefined {
  const path = join(home, "demo.json");
  if (!existsSync(path)) return undefined;
  const read: unknown = JSON.parse(readFileSync(path, "utf8"));
  const isNotes = typeof read === "object" && read !== null && "bookId" in read && "state" in read;
  return isNotes ? (read as DemoNotes) : undefined;
}

/** Says `building` until all is there: what was killed half-way is thrown away at the next start. */
export function writeNotes(home: string, notes: DemoNotes): void {
  mkdirSync(home, { recursive: true });
  writeFileSync(join(home, "demo.json"), `${JSON.stringify(notes, null, 2)}\n`, { mode: 0o600 });
}
