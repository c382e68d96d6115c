import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseScenarioText, runScenario } from "@fairdue/conduct";
import { describe, expect, test } from "vitest";
import { packs } from "./index.ts";

const folder = import.meta.dirname;

/** Which packs a file of scenarios is about: the words of its first `pack` line. */
function packsOf(content: string): readonly string[] {
  return /^pack (.+)$/m.exec(content)?.[1]?.split(",") ?? [];
}

for (const name of readdirSync(folder, { recursive: true, encoding: "utf8" })) {
  if (!name.endsWith("scenarios.txt")) continue;
  const content = readFileSync(join(folder, name), "utf8");
  const chosen = packsOf(content).map((id) => packs[id]);
  describe(name, () => {
    for (const block of parseScenarioText(content))
      test(block.title, () => {
        expect(chosen).not.toContain(undefined);
        const known = chosen.filter((it) => it !== undefined);
        expect(runScenario(block, known).failures).toEqual([]);
      });
  });
}
