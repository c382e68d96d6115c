import { runExamples } from "@fairdue/conduct";
import { describe, expect, test } from "vitest";
import { packs } from "./index.ts";

for (const pack of Object.values(packs)) {
  describe(`pack ${pack.id}`, () => {
    for (const rule of pack.rules) {
      test(rule.id, () => {
        const reports = runExamples(rule, pack);
        expect(reports.flatMap((it) => it.failures.map((why) => `${it.title}: ${why}`))).toEqual(
          [],
        );
        const shown = new Set(reports.map((it) => it.shows));
        expect(shown, "one permitted and one refused example").toContain("permitted");
        expect(shown, "one permitted and one refused example").toContain("refused");
      });
    }
  });
}
