import fc from "fast-check";
import { expect, test } from "vitest";
import { cellMin, protectCells } from "./index.ts";

const cells = (...counts: number[]) => counts.map((count) => ({ count, amountMinor: count * 100 }));
const shown = (...counts: number[]) => protectCells(cells(...counts)).map((it) => it.count);

test("a cell of fewer than ten is hidden, and with a single one the next smallest", () => {
  expect(shown(500, 40, 12, 3)).toEqual([500, 40, null, null]);
  expect(shown(500, 40, 9, 3)).toEqual([500, 40, null, null]);
  expect(shown(500, 40, 12, 0)).toEqual([500, 40, 12, 0]);
  expect(shown(5)).toEqual([null]);
});

test("whatever the table, no small cell is shown and none can be found from the total", () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 2, maxLength: 8 }),
      (counts) => {
        const out = protectCells(cells(...counts));
        out.forEach((it) =>
          expect(it.count === null || it.count === 0 || it.count >= cellMin).toBe(true),
        );
        const hidden = out.filter((it) => it.count === null).length;
        const told = counts.filter((it) => it > 0).length;
        expect(hidden !== 1 || told === 1).toBe(true);
      },
    ),
  );
});
