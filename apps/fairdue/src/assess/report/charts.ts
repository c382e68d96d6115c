import type { Calibration, Term } from "@fairdue/assess";
import {
  axes,
  axisNames,
  box,
  colors,
  frame,
  heading,
  line,
  roundTicks,
  short,
  text,
  type Chart,
  type Mark,
  type Point,
} from "./chart.ts";
import { percent } from "./format.ts";

const width = 400;
const height = 270;
const plain = (value: number): string => percent(value, 0);

/** Observed against predicted in ten parts, with the range that chance alone would give. */
export function calibrationChart(
  it: Calibration,
  words: { title: string; x: string; y: string },
): Chart {
  const top = Math.min(
    1,
    Math.max(...it.bins.flatMap((bin) => [bin.predicted, bin.observed])) * 1.15,
  );
  const f = frame({ width, height, x: [0, top], y: [0, top] });
  const ticks = roundTicks(0, top, 5);
  const bars = it.bins.flatMap((bin): Mark[] => {
    const chance = 1.96 * Math.sqrt((bin.predicted * (1 - bin.predicted)) / bin.rows);
    const low = Math.max(0, bin.predicted - chance);
    const high = Math.min(top, bin.predicted + chance);
    return [
      line(
        [
          [f.x(bin.predicted), f.y(low)],
          [f.x(bin.predicted), f.y(high)],
        ],
        colors.celadonPale,
        7,
      ),
      {
        kind: "dot",
        at: [f.x(bin.predicted), f.y(bin.observed)],
        radius: 3.6,
        color: colors.celadon,
      },
    ];
  });
  return {
    width,
    height,
    title: words.title,
    marks: [
      heading(words.title),
      ...axes(f, { x: ticks, y: ticks }, { x: plain, y: plain }),
      line(
        [
          [f.x(0), f.y(0)],
          [f.x(top), f.y(top)],
        ],
        colors.soft,
        1,
        true,
      ),
      ...bars,
      ...axisNames(f, words.x, words.y),
    ],
  };
}

/** Shares of good and of bad rows below each score; the widest gap is the KS. */
export function separationChart(
  it: { readonly points: Int32Array; readonly outcome: Uint8Array; readonly ks: number },
  words: { title: string; x: string; good: string; bad: string },
): Chart {
  const order = Uint32Array.from(it.points.keys()).sort((a, b) => it.points[a]! - it.points[b]!);
  const bads = it.outcome.reduce((sum, y) => sum + y, 0);
  const goods = order.length - bads;
  const low = it.points[order[Math.floor(order.length * 0.002)]!]!;
  const high = it.points[order[Math.floor(order.length * 0.998)]!]!;
  const f = frame({ width, height, x: [low, high], y: [0, 1] });
  const curves: { good: Point[]; bad: Point[] } = { good: [], bad: [] };
  let [good, bad, gap, gapAt, gapGood, gapBad] = [0, 0, 0, low, 0, 0];
  order.forEach((row, k) => {
    if (it.outcome[row] === 1) bad += 1;
    else good += 1;
    const points = it.points[row]!;
    if (bad / bads - good / goods > gap) {
      gap = bad / bads - good / goods;
      [gapAt, gapGood, gapBad] = [points, good / goods, bad / bads];
    }
    if (k % Math.ceil(order.length / 200) !== 0 || points < low || points > high) return;
    curves.good.push([f.x(points), f.y(good / goods)]);
    curves.bad.push([f.x(points), f.y(bad / bads)]);
  });
  return {
    width,
    height,
    title: words.title,
    marks: [
      heading(words.title),
      ...axes(
        f,
        { x: roundTicks(low, high, 6), y: [0, 0.25, 0.5, 0.75, 1] },
        { x: short, y: plain },
      ),
      line(curves.bad, colors.ochre, 2),
      line(curves.good, colors.celadon, 2),
      line(
        [
          [f.x(gapAt), f.y(gapGood)],
          [f.x(gapAt), f.y(gapBad)],
        ],
        colors.indigo,
        1.4,
        true,
      ),
      text([f.x(gapAt) + 6, f.y((gapGood + gapBad) / 2)], `KS ${it.ks.toFixed(3)}`, {
        color: colors.indigo,
      }),
      text([f.left + 8, f.top + 12], `${words.bad} ——`, { color: colors.ochre }),
      text([f.left + 8, f.top + 26], `${words.good} ——`, { color: colors.celadon }),
      ...axisNames(f, words.x, ""),
    ],
  };
}

/** Share of rows in each tenth of the training scores, then and now. */
export function stabilityChart(
  it: {
    readonly before: readonly number[];
    readonly now: readonly number[];
    readonly edges: readonly number[];
  },
  words: { title: string; x: string; before: string; now: string },
): Chart {
  const share = (counts: readonly number[]): number[] => {
    const all = counts.reduce((sum, n) => sum + n, 0);
    return counts.map((n) => n / all);
  };
  const before = share(it.before);
  const now = share(it.now);
  const top = Math.max(...before, ...now) * 1.2;
  const parts = before.length;
  const f = frame({ width, height, x: [0, parts], y: [0, top] });
  const step = f.x(1) - f.x(0);
  const bar = (k: number, value: number, [offset, color]: [number, string]): Mark =>
    box([f.x(k) + step * offset, f.y(value)], [step * 0.36, f.bottom - f.y(value)], color);
  return {
    width,
    height,
    title: words.title,
    marks: [
      heading(words.title),
      ...axes(f, { x: [], y: roundTicks(0, top, 4) }, { x: short, y: plain }),
      ...before.map((value, k) => bar(k, value, [0.1, colors.indigoPale])),
      ...now.map((value, k) => bar(k, value, [0.5, colors.celadon])),
      ...it.edges.map((edge, k) =>
        text([f.x(k + 1), f.bottom + 13], short(edge), { anchor: "middle", size: 8.5 }),
      ),
      text([f.right, f.top + 4], words.now, { anchor: "end", color: colors.celadon }),
      text([f.right, f.top + 18], words.before, { anchor: "end", color: colors.indigo }),
      ...axisNames(f, words.x, ""),
    ],
  };
}

/** Terms by the points that they move on average. */
export function importanceChart(
  items: readonly { readonly name: string; readonly value: number }[],
  title: string,
): Chart {
  const rowHeight = 17;
  const tall = 42 + items.length * rowHeight;
  const most = Math.max(...items.map((it) => it.value));
  const left = 210;
  return {
    width,
    height: tall,
    title,
    marks: [
      heading(title),
      ...items.flatMap((it, k): Mark[] => {
        const y = 32 + k * rowHeight;
        const long = ((width - left - 46) * it.value) / most;
        return [
          text([left - 8, y + 10], fit(it.name, 36), {
            anchor: "end",
            size: 9.5,
            color: colors.ink,
          }),
          box([left, y + 2], [long, 10], colors.celadon),
          text([left + long + 5, y + 10.5], short(it.value), { size: 9 }),
        ];
      }),
    ],
  };
}

function fit(name: string, lettersMax: number): string {
  const wide = [...name].reduce((sum, sign) => sum + (sign > "\u2e80" ? 2 : 1), 0);
  if (wide <= lettersMax) return name;
  let kept = "";
  let used = 0;
  for (const sign of name) {
    used += sign > "\u2e80" ? 2 : 1;
    if (used > lettersMax - 1) break;
    kept += sign;
  }
  return `${kept}…`;
}

/**
 * One feature's shape: points against the average, bin by bin in equal steps (so that dense and
 * sparse ranges are both read), with the rows of each bin below.
 */
export function shapeChart(
  term: Term,
  words: { title: string; missing: string; y: string },
): Chart {
  const cuts = term.cuts[0]!;
  const hasMissing = term.rows[0]! > 0;
  const bins = term.points.length - 1;
  const low = Math.min(0, ...term.points);
  const high = Math.max(0, ...term.points);
  const pad = (high - low) * 0.08 + 1;
  const slots = bins + (hasMissing ? 1.5 : 0);
  const f = frame({ width, height, x: [0, slots], y: [low - pad, high + pad], bottom: 66 });
  const most = Math.max(...term.rows);
  const at = (bin: number): number => (hasMissing ? 0.5 : 0) + bin;
  const steps = term.points.slice(1).flatMap((points, k): Point[] => [
    [f.x(at(k + (hasMissing ? 1 : 0))), f.y(points)],
    [f.x(at(k + 1 + (hasMissing ? 1 : 0))), f.y(points)],
  ]);
  const rowsBar = (from: number, rows: number): Mark => {
    const tall = (22 * rows) / most;
    return box(
      [f.x(from) + 0.4, f.bottom + 42 - tall],
      [f.x(1) - f.x(0) - 0.8, tall],
      colors.indigoPale,
    );
  };
  const every = Math.max(1, Math.ceil(cuts.length / 7));
  const shift = at(hasMissing ? 1 : 0);
  return {
    width,
    height,
    title: words.title,
    marks: [
      heading(fit(words.title, 62)),
      ...axes(f, { x: [], y: roundTicks(low - pad, high + pad, 5) }, { x: short, y: short }),
      line(
        [
          [f.left, f.y(0)],
          [f.right, f.y(0)],
        ],
        colors.soft,
        0.8,
        true,
      ),
      ...cuts.flatMap((cut, k) =>
        k % every === 0
          ? [text([f.x(shift + k + 1), f.bottom + 13], short(cut), { anchor: "middle", size: 8.5 })]
          : [],
      ),
      ...term.rows.slice(1).map((rows, k) => rowsBar(shift + k, rows)),
      ...(hasMissing
        ? [
            line(
              [
                [f.x(0), f.y(term.points[0]!)],
                [f.x(1), f.y(term.points[0]!)],
              ],
              colors.ochre,
              3,
            ),
            text([f.x(0.5), f.bottom + 13], words.missing, { anchor: "middle", size: 8.5 }),
            rowsBar(0, term.rows[0]!),
          ]
        : []),
      line(steps, colors.celadon, 2),
      ...axisNames({ ...f, bottom: f.bottom + 26 }, "", words.y),
    ],
  };
}

/** A pair's table as tiles: green above the average, ochre below. */
export function pairChart(
  term: Term,
  words: { first: string; second: string; title: string },
): Chart {
  const [down, across] = term.cuts;
  const columns = across!.length + 1;
  const rows = down!.length + 1;
  const most = usualMost(term);
  const f = frame({ width, height, x: [0, columns], y: [0, rows], bottom: 40 });
  const tiles: Mark[] = [];
  for (let a = 0; a < rows; a++)
    for (let b = 0; b < columns; b++) {
      const points = term.points[(a + 1) * (columns + 1) + b + 1]!;
      tiles.push(
        box(
          [f.x(b), f.y(a + 1)],
          [f.x(1) - f.x(0) + 0.3, f.y(0) - f.y(1) + 0.3],
          tint(points / most),
        ),
      );
    }
  const every = (cuts: readonly number[], parts: number): number =>
    Math.max(1, Math.ceil(cuts.length / parts));
  return {
    width,
    height,
    title: words.title,
    marks: [
      heading(fit(words.title, 54)),
      ...tiles,
      ...across!.flatMap((cut, k) =>
        k % every(across!, 7) === 0
          ? [text([f.x(k + 1), f.bottom + 12], short(cut), { anchor: "middle", size: 8.5 })]
          : [],
      ),
      ...down!.flatMap((cut, k) =>
        k % every(down!, 7) === 0
          ? [text([f.left - 5, f.y(k + 1) + 3], short(cut), { anchor: "end", size: 8.5 })]
          : [],
      ),
      text([f.right, f.bottom + 27], fit(words.second, 40), { anchor: "end", size: 9.5 }),
      text([8, f.bottom + 27], `${fit(words.first, 30)} ↑`, { size: 9.5 }),
      text([f.right, 17], `±${short(most)}`, { anchor: "end", size: 9.5 }),
    ],
  };
}

/** The points that 98 of 100 rows stay within: rare corners must not bleach the rest. */
function usualMost(term: Term): number {
  const order = term.points
    .map((_, k) => k)
    .sort((a, b) => Math.abs(term.points[a]!) - Math.abs(term.points[b]!));
  const all = term.rows.reduce((sum, n) => sum + n, 0);
  let seen = 0;
  for (const k of order) {
    seen += term.rows[k]!;
    if (seen >= all * 0.98) return Math.max(1, Math.abs(term.points[k]!));
  }
  return 1;
}

/** From ochre over paper to celadon. */
function tint(share: number): string {
  const paper = [251, 250, 247];
  const full = share < 0 ? [183, 132, 43] : [79, 138, 120];
  const mixed = paper.map((it, k) =>
    Math.round(it + (full[k]! - it) * Math.min(1, Math.abs(share))),
  );
  return `#${mixed.map((it) => it.toString(16).padStart(2, "0")).join("")}`;
}
