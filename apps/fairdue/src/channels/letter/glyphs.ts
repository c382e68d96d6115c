import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import PDFDocument from "pdfkit";
import { type FontMeasure, type Outline, type OutlinePoint, trueTypeOf } from "./truetype.ts";

/** What is read of a font that the PDF library has opened. */
type OpenFont = {
  readonly unitsPerEm: number;
  readonly ascent: number;
  readonly descent: number;
  readonly stream: { readonly constructor: new (bytes: Buffer) => unknown };
  readonly constructor: new (stream: unknown, coordinates: readonly number[]) => OpenFont;
  readonly _variationProcessor: { transformPoints(glyphId: number, points: FontPoint[]): void };
  readonly _transformedGlyphs: readonly { readonly points?: readonly FontPoint[] }[];
  glyphForCodePoint(codePoint: number): { readonly id: number; readonly advanceWidth: number };
};

type FontPoint = {
  readonly x: number;
  readonly y: number;
  readonly onCurve: boolean;
  readonly endContour: boolean;
  copy(): FontPoint;
};

const home = dirname(
  createRequire(import.meta.url).resolve("@fontsource-variable/noto-sans-sc/package.json"),
);
const regular = 400;

/**
 * Noto Sans SC (SIL Open Font License 1.1) in one TrueType font with exactly the characters of a
 * text. The package holds a variable font cut in a hundred files by Unicode range, which the PDF
 * library can read but not embed; so the outlines are taken at the regular weight and put together.
 */
export function letterFont(text: string): Buffer {
  const points = new Set(
    [...text].map((it) => it.codePointAt(0) ?? 0x20).filter((it) => it >= 0x20),
  );
  const known = [...points].flatMap((it) => outlineOf(it));
  return trueTypeOf(known, measure(), "FairdueNotoSansSC-Regular");
}

function outlineOf(codePoint: number): readonly Outline[] {
  const font = fontWith(codePoint);
  const glyph = font?.glyphForCodePoint(codePoint);
  if (font === undefined || glyph === undefined || glyph.id === 0) return [];
  const contours = contoursOf(pointsOf(font, glyph.id));
  return [{ codePoint, advance: Math.round(glyph.advanceWidth), contours }];
}

/**
 * The glyph's points at the weight of the font. The library varies the points of plain files only,
 * so those of a WOFF2 file are varied here; its four phantom points do not matter, as widths come from HVAR.
 */
function pointsOf(font: OpenFont, glyphId: number): readonly FontPoint[] {
  const own = font._transformedGlyphs[glyphId]?.points ?? [];
  const last = own.at(-1);
  if (last === undefined) return [];
  const points = [...own, last, last, last, last].map((it) => it.copy());
  font._variationProcessor.transformPoints(glyphId, points);
  return points.slice(0, -4);
}

function contoursOf(points: readonly FontPoint[]): OutlinePoint[][] {
  const contours: OutlinePoint[][] = [[]];
  for (const { x, y, onCurve, endContour } of points) {
    contours.at(-1)?.push({ x: Math.round(x), y: Math.round(y), isOnCurve: onCurve });
    if (endContour) contours.push([]);
  }
  return contours.filter((it) => it.length > 1);
}

type Range = readonly [number, number];
let ranges: readonly { readonly file: string; readonly spans: readonly Range[] }[] | undefined;
const open = new Map<string, OpenFont>();

function fontWith(codePoint: number): OpenFont | undefined {
  ranges ??= readRanges();
  const it = ranges.find(({ spans }) =>
    spans.some(([from, to]) => codePoint >= from && codePoint <= to),
  );
  return it && openFont(it.file);
}

function readRanges(): NonNullable<typeof ranges> {
  const table: Record<string, string> = JSON.parse(
    readFileSync(join(home, "unicode.json"), "utf8"),
  );
  return Object.entries(table).map(([key, text]) => ({
    file: `noto-sans-sc-${key.replace(/[[\]]/g, "")}-wght-normal.woff2`,
    spans: text.split(",").map((part): Range => {
      const [from = "0", to = from] = part.trim().slice(2).split("-");
      return [Number.parseInt(from, 16), Number.parseInt(to, 16)];
    }),
  }));
}

function openFont(file: string): OpenFont {
  const known = open.get(file);
  if (known) return known;
  const path = join(home, "files", file);
  // The PDF library opens it at its thinnest weight; opened once more, at the regular one.
  const thin = (new PDFDocument().font(path) as unknown as { _font: { font: OpenFont } })._font
    .font;
  const bytes = new thin.stream.constructor(readFileSync(path));
  const font = new thin.constructor(bytes, [regular]);
  open.set(file, font);
  return font;
}

function measure(): FontMeasure {
  const font = fontWith(0x4e00) ?? fontWith(0x41);
  return {
    unitsPerEm: font?.unitsPerEm ?? 1000,
    ascent: font?.ascent ?? 880,
    descent: font?.descent ?? -120,
  };
}
