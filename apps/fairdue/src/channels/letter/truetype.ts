/** An outline in font units: contours of points, quadratic where a point is off the curve. */
export type Outline = {
  readonly codePoint: number;
  readonly advance: number;
  readonly contours: readonly (readonly OutlinePoint[])[];
};

export type OutlinePoint = { readonly x: number; readonly y: number; readonly isOnCurve: boolean };

export type FontMeasure = {
  readonly unitsPerEm: number;
  readonly ascent: number;
  readonly descent: number;
};

/**
 * A TrueType font of exactly these outlines, in their order behind `.notdef`: what a letter embeds,
 * whatever files its characters came from.
 *
 * Source: OpenType 1.9 (`glyf`, `loca`, `cmap` format 12, `head`, `hhea`, `hmtx`, `maxp`, `post`).
 */
export function trueTypeOf(
  outlines: readonly Outline[],
  measure: FontMeasure,
  name: string,
): Buffer {
  const all = [emptyOutline(measure), ...outlines];
  const glyphs = all.map(glyphOf);
  const { glyf, loca } = placed(glyphs);
  const box = boxOf(all.flatMap((it) => it.contours.flat()));
  return fontFile([
    ["OS/2", os2Of(outlines, measure)],
    ["cmap", cmapOf(outlines)],
    ["glyf", glyf],
    ["head", headOf(measure, box)],
    ["hhea", hheaOf(all, measure, box)],
    ["hmtx", hmtxOf(all)],
    ["loca", loca],
    ["maxp", maxpOf(all)],
    ["name", nameOf(name)],
    ["post", words([0x0003, 0x0000, 0, 0, 0xff9c, 50, 0, 0, ...Array(8).fill(0)])],
  ]);
}

function emptyOutline(measure: FontMeasure): Outline {
  return { codePoint: 0, advance: measure.unitsPerEm, contours: [] };
}

type Box = { xMin: number; yMin: number; xMax: number; yMax: number };

function boxOf(points: readonly OutlinePoint[]): Box {
  const box = { xMin: 0, yMin: 0, xMax: 0, yMax: 0 };
  points.forEach(({ x, y }, k) => {
    box.xMin = k === 0 ? x : Math.min(box.xMin, x);
    box.yMin = k === 0 ? y : Math.min(box.yMin, y);
    box.xMax = k === 0 ? x : Math.max(box.xMax, x);
    box.yMax = k === 0 ? y : Math.max(box.yMax, y);
  });
  return box;
}

/** A simple glyph; coordinates as words, flags unpacked: plain, and small enough for a letter. */
function glyphOf({ contours }: Outline): Buffer {
  const points = contours.flat();
  if (points.length === 0) return Buffer.alloc(0);
  const box = boxOf(points);
  let last = -1;
  const ends = contours.map((it) => (last += it.length));
  const head = words([contours.length, box.xMin, box.yMin, box.xMax, box.yMax, ...ends, 0]);
  const flags = Buffer.from(points.map((it) => (it.isOnCurve ? 1 : 0)));
  const steps = (axis: "x" | "y"): Buffer =>
    words(points.map((it, k) => it[axis] - (k === 0 ? 0 : points[k - 1]![axis])));
  const glyph = Buffer.concat([head, flags, steps("x"), steps("y")]);
  return Buffer.concat([glyph, Buffer.alloc((4 - (glyph.length % 4)) % 4)]);
}

function placed(glyphs: readonly Buffer[]): { glyf: Buffer; loca: Buffer } {
  let at = 0;
  const offsets = [0, ...glyphs.map((it) => (at += it.length))];
  return { glyf: Buffer.concat(glyphs), loca: longs(offsets) };
}

function cmapOf(outlines: readonly Outline[]): Buffer {
  const groups = outlines
    .map((it, k) => ({ codePoint: it.codePoint, glyph: k + 1 }))
    .sort((a, b) => a.codePoint - b.codePoint);
  const table = Buffer.concat([
    words([12, 0]),
    longs([16 + 12 * groups.length, 0, groups.length]),
    longs(groups.flatMap((it) => [it.codePoint, it.codePoint, it.glyph])),
  ]);
  return Buffer.concat([words([0, 1, 3, 10]), longs([12]), table]);
}

function os2Of(outlines: readonly Outline[], { ascent, descent }: FontMeasure): Buffer {
  const points = outlines.map((it) => Math.min(it.codePoint, 0xffff));
  return Buffer.concat([
    words([0, 1000, 400, 5, 0, 650, 600, 0, 75, 650, 600, 0, 350, 50, 300, 0]),
    Buffer.alloc(10 + 16),
    Buffer.from("NONE", "latin1"),
    words([0x0040, Math.min(...points), Math.max(...points), ascent, descent, 0, ascent, -descent]),
  ]);
}

function headOf({ unitsPerEm }: FontMeasure, box: Box): Buffer {
  return Buffer.concat([
    longs([0x00010000, 0x00010000, 0, 0x5f0f3cf5]),
    words([0x000b, unitsPerEm]),
    Buffer.alloc(16),
    words([box.xMin, box.yMin, box.xMax, box.yMax, 0, 8, 2, 1, 0]),
  ]);
}

function hheaOf(all: readonly Outline[], measure: FontMeasure, box: Box): Buffer {
  const advanceMax = Math.max(...all.map((it) => it.advance));
  const extent = [advanceMax, box.xMin, 0, box.xMax, 1, 0, 0, 0, 0, 0, 0, 0, all.length];
  return Buffer.concat([
    longs([0x00010000]),
    words([measure.ascent, measure.descent, 0, ...extent]),
  ]);
}

function hmtxOf(all: readonly Outline[]): Buffer {
  return words(all.flatMap((it) => [it.advance, boxOf(it.contours.flat()).xMin]));
}

function maxpOf(all: readonly Outline[]): Buffer {
  const points = Math.max(...all.map((it) => it.contours.flat().length));
  const contours = Math.max(...all.map((it) => it.contours.length));
  return Buffer.concat([
    longs([0x00010000]),
    words([all.length, points, contours, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0]),
  ]);
}

/** Family (1), full (4) and PostScript (6) names, for Windows in Unicode. */
function nameOf(name: string): Buffer {
  const text = Buffer.from(name, "utf16le").swap16();
  const ids = [1, 4, 6];
  const records = ids.flatMap((id) => [3, 1, 0x0409, id, text.length, 0]);
  return Buffer.concat([words([0, ids.length, 6 + 12 * ids.length, ...records]), text]);
}

function fontFile(tables: readonly (readonly [string, Buffer])[]): Buffer {
  const count = tables.length;
  const power = 2 ** Math.floor(Math.log2(count));
  const head = Buffer.concat([
    longs([0x00010000]),
    words([count, power * 16, Math.log2(power), count * 16 - power * 16]),
  ]);
  let at = head.length + 16 * count;
  const entries: Buffer[] = [];
  const bodies: Buffer[] = [];
  for (const [tag, body] of tables) {
    const padded = Buffer.concat([body, Buffer.alloc((4 - (body.length % 4)) % 4)]);
    entries.push(Buffer.from(tag, "latin1"), longs([checksum(padded), at, body.length]));
    bodies.push(padded);
    at += padded.length;
  }
  return Buffer.concat([head, ...entries, ...bodies]);
}

function checksum(padded: Buffer): number {
  let sum = 0;
  for (let at = 0; at < padded.length; at += 4) sum = (sum + padded.readUInt32BE(at)) >>> 0;
  return sum;
}

function words(values: readonly number[]): Buffer {
  const out = Buffer.alloc(values.length * 2);
  values.forEach((value, k) => out.writeUInt16BE(value & 0xffff, k * 2));
  return out;
}

function longs(values: readonly number[]): Buffer {
  const out = Buffer.alloc(values.length * 4);
  values.forEach((value, k) => out.writeUInt32BE(value >>> 0, k * 4));
  return out;
}
