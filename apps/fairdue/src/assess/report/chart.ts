/** A chart as marks on a plane, y downwards: drawn the same as SVG and in a PDF. */
export type Chart = {
  readonly width: number;
  readonly height: number;
  readonly title: string;
  readonly marks: readonly Mark[];
};

export type Mark =
  | {
      readonly kind: "line";
      readonly points: readonly Point[];
      readonly color: string;
      readonly width: number;
      readonly isDashed?: boolean;
    }
  | {
      readonly kind: "box";
      readonly at: Point;
      readonly size: Point;
      readonly color: string;
    }
  | { readonly kind: "dot"; readonly at: Point; readonly radius: number; readonly color: string }
  | {
      readonly kind: "text";
      readonly at: Point;
      readonly text: string;
      readonly size: number;
      readonly color: string;
      readonly anchor: "start" | "middle" | "end";
    };

export type Point = readonly [x: number, y: number];

export const colors = {
  paper: "#FBFAF7",
  ink: "#1C2430",
  soft: "#6B7280",
  line: "#E3DFD6",
  celadon: "#4F8A78",
  celadonPale: "#C9DBD4",
  ochre: "#B7842B",
  indigo: "#3D5A8A",
  indigoPale: "#C5CFDF",
} as const;

/** The inner rectangle of a chart, and where values fall in it. */
export type Frame = {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly x: (value: number) => number;
  readonly y: (value: number) => number;
};

export function frame(it: {
  readonly width: number;
  readonly height: number;
  readonly x: readonly [number, number];
  readonly y: readonly [number, number];
  readonly left?: number;
  readonly bottom?: number;
}): Frame {
  const left = it.left ?? 46;
  const right = it.width - 12;
  const top = 38;
  const bottom = it.height - (it.bottom ?? 36);
  const spanX = it.x[1] - it.x[0] || 1;
  const spanY = it.y[1] - it.y[0] || 1;
  return {
    left,
    right,
    top,
    bottom,
    x: (value) => left + ((value - it.x[0]) / spanX) * (right - left),
    y: (value) => bottom - ((value - it.y[0]) / spanY) * (bottom - top),
  };
}

export function text(
  at: Point,
  content: string,
  more: Partial<Extract<Mark, { kind: "text" }>> = {},
): Mark {
  return {
    kind: "text",
    at,
    text: content,
    size: 10,
    color: colors.soft,
    anchor: "start",
    ...more,
  };
}

export function heading(content: string): Mark {
  return text([8, 16], content, { size: 12, color: colors.ink });
}

export function line(points: readonly Point[], color: string, width = 1.6, isDashed = false): Mark {
  return { kind: "line", points, color, width, isDashed };
}

export function box(at: Point, size: Point, color: string): Mark {
  return { kind: "box", at, size, color };
}

/** Horizontal grid lines with their values, and values below. */
export function axes(
  it: Frame,
  ticks: { readonly x: readonly number[]; readonly y: readonly number[] },
  format: { readonly x: (value: number) => string; readonly y: (value: number) => string },
): readonly Mark[] {
  return [
    ...ticks.y.flatMap((value): Mark[] => [
      line(
        [
          [it.left, it.y(value)],
          [it.right, it.y(value)],
        ],
        colors.line,
        0.8,
      ),
      text([it.left - 5, it.y(value) + 3.5], format.y(value), { anchor: "end", size: 9 }),
    ]),
    ...ticks.x.map((value) =>
      text([it.x(value), it.bottom + 13], format.x(value), { anchor: "middle", size: 9 }),
    ),
    line(
      [
        [it.left, it.bottom],
        [it.right, it.bottom],
      ],
      colors.soft,
      0.8,
    ),
  ];
}

export function axisNames(it: Frame, x: string, y: string): readonly Mark[] {
  return [
    text([it.right, it.bottom + 27], x, { anchor: "end", size: 9.5 }),
    text([it.left - 38, it.top - 7], y, { size: 9.5 }),
  ];
}

/** About `count` round values that cover a range. */
export function roundTicks(low: number, high: number, count = 5): number[] {
  const raw = (high - low) / count || 1;
  const power = 10 ** Math.floor(Math.log10(raw));
  const step = [1, 2, 5, 10].map((it) => it * power).find((it) => it >= raw) ?? raw;
  const ticks: number[] = [];
  for (let value = Math.ceil(low / step) * step; value <= high + step * 1e-9; value += step)
    ticks.push(Number(value.toPrecision(12)));
  return ticks;
}

/** A number in few signs: 1200000 is 1.2M, 0.0312 is 0.031. */
export function short(value: number): string {
  const size = Math.abs(value);
  const trim = (it: number, digits: number): string => String(Number(it.toFixed(digits)));
  const signed =
    size >= 1e6
      ? `${trim(value / 1e6, 1)}M`
      : size >= 1e4
        ? `${trim(value / 1e3, 0)}k`
        : size >= 100
          ? trim(value, 0)
          : size >= 10
            ? trim(value, 1)
            : trim(value, size >= 1 ? 2 : 3);
  return signed.replace("-", "\u2212");
}
