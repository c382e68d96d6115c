import { once } from "node:events";
import PDFDocument from "pdfkit";
import { letterFont } from "../../channels/letter/glyphs.ts";
import type { Block, Figure, Language } from "./blocks.ts";
import { colors, type Chart, type Mark } from "./chart.ts";
import { formatOf } from "./format.ts";

type Page = InstanceType<typeof PDFDocument>;

const margin = 48;
const columnsGap = 14;

/** The report as PDF on A4, with one embedded font that holds exactly the signs that occur. */
export async function renderPdf(blocks: readonly Block[], language: Language): Promise<Buffer> {
  const title = blocks.find((it) => it.kind === "title")?.text ?? "";
  const page = new PDFDocument({
    size: "A4",
    margin,
    info: { Title: title },
    lang: language === "zh" ? "zh-CN" : "en",
    bufferPages: true,
  });
  const pieces: Buffer[] = [];
  page.on("data", (piece: Buffer) => pieces.push(piece));
  page.font(letterFont(`${textsOf(blocks)}0123456789/`));
  for (const block of blocks) drawBlock(page, block);
  numberPages(page, title);
  const ended = once(page, "end");
  page.end();
  await ended;
  return Buffer.concat(pieces);
}

function textsOf(value: unknown): string {
  if (typeof value === "string") return value;
  if (typeof value !== "object" || value === null) return "";
  return Object.values(value).map(textsOf).join("");
}

const widthOf = (page: Page): number => page.page.width - 2 * margin;

/** Starts a new page unless `height` more points fit. */
function makeRoom(page: Page, height: number): void {
  if (page.y + height > page.page.height - margin - 16) page.addPage();
}

function drawBlock(page: Page, block: Block): void {
  page.x = margin;
  switch (block.kind) {
    case "title":
      page.fontSize(19).fillColor(colors.ink).text(block.text);
      page.moveDown(0.2).fontSize(9.5).fillColor(colors.soft).text(block.below);
      return void page.moveDown(0.6);
    case "heading":
      makeRoom(page, 110);
      page.moveDown(0.9).fontSize(13).fillColor(colors.ink).text(block.text, margin);
      page
        .moveTo(margin, page.y + 3)
        .lineTo(margin + widthOf(page), page.y + 3)
        .lineWidth(0.7)
        .stroke(colors.line);
      return void (page.y += 10);
    case "text":
      makeRoom(page, 30);
      page.fontSize(9.5).fillColor(colors.ink).text(block.text, margin, page.y, { lineGap: 2 });
      return void page.moveDown(0.5);
    case "figures":
      return drawFigures(page, block.items);
    case "table":
      return drawTable(page, block);
    case "charts":
      return drawCharts(page, block.charts);
  }
}

function drawFigures(page: Page, items: readonly Figure[]): void {
  const inRow = 5;
  const width = widthOf(page) / inRow;
  for (let from = 0; from < items.length; from += inRow) {
    makeRoom(page, 52);
    const top = page.y;
    items.slice(from, from + inRow).forEach((it, k) => {
      const left = margin + k * width;
      const fit = { width: width - 6, lineBreak: false } as const;
      page.fontSize(8).fillColor(colors.soft).text(it.name, left, top, fit);
      page
        .fontSize(15)
        .fillColor(colors.ink)
        .text(it.value, left, top + 11, fit);
      page
        .fontSize(7.5)
        .fillColor(colors.soft)
        .text(it.note, left, top + 31, fit);
    });
    page.y = top + 48;
  }
}

function drawTable(page: Page, it: Extract<Block, { kind: "table" }>): void {
  const whole = it.widths.reduce((sum, width) => sum + width, 0);
  const widths = it.widths.map((width) => (width / whole) * widthOf(page));
  const numeric = it.head.map((_, c) => it.rows.every((row) => formatOf(row[c]) === "number"));
  const drawRow = (row: readonly string[], color: string): void => {
    page.fontSize(8.3);
    const height = Math.max(
      ...row.map((cell, c) => page.heightOfString(cell, { width: widths[c]! - 8 })),
    );
    makeRoom(page, height + 8);
    const top = page.y;
    let left = margin;
    row.forEach((cell, c) => {
      const align = numeric[c] === true ? "right" : "left";
      page.fillColor(color).text(cell, left, top + 3, { width: widths[c]! - 8, align });
      left += widths[c]!;
    });
    page.y = top + height + 6;
    page
      .moveTo(margin, page.y)
      .lineTo(margin + widthOf(page), page.y)
      .lineWidth(0.5)
      .stroke(colors.line);
  };
  drawRow(it.head, colors.soft);
  for (const row of it.rows) drawRow(row, colors.ink);
  page.y += 8;
}

/** Two charts side by side. */
function drawCharts(page: Page, charts: readonly Chart[]): void {
  const width = (widthOf(page) - columnsGap) / 2;
  for (let k = 0; k < charts.length; k += 2) {
    const row = charts.slice(k, k + 2);
    const height = Math.max(...row.map((it) => (it.height / it.width) * width));
    makeRoom(page, height + 10);
    const top = page.y;
    row.forEach((chart, side) => {
      page.save();
      page.translate(margin + side * (width + columnsGap), top).scale(width / chart.width);
      page.rect(0, 0, chart.width, chart.height).lineWidth(0.7).stroke(colors.line);
      for (const mark of chart.marks) drawMark(page, mark);
      page.restore();
    });
    page.y = top + height + 10;
  }
}

function drawMark(page: Page, mark: Mark): void {
  switch (mark.kind) {
    case "line": {
      const [first, ...others] = mark.points;
      if (first === undefined) return;
      page.moveTo(first[0], first[1]);
      for (const [x, y] of others) page.lineTo(x, y);
      page.lineWidth(mark.width);
      if (mark.isDashed === true) page.dash(4, { space: 3 });
      page.stroke(mark.color).undash();
      return;
    }
    case "box":
      page.rect(...mark.at, ...mark.size).fill(mark.color);
      return;
    case "dot":
      page.circle(...mark.at, mark.radius).fill(mark.color);
      return;
    case "text": {
      page.fontSize(mark.size).fillColor(mark.color);
      const width = page.widthOfString(mark.text);
      const shift = mark.anchor === "end" ? width : mark.anchor === "middle" ? width / 2 : 0;
      page.text(mark.text, mark.at[0] - shift, mark.at[1] - mark.size * 0.92, { lineBreak: false });
    }
  }
}

function numberPages(page: Page, title: string): void {
  const { start, count } = page.bufferedPageRange();
  for (let k = start; k < start + count; k++) {
    page.switchToPage(k);
    page.page.margins.bottom = 0;
    page.fontSize(7.5).fillColor(colors.soft);
    const y = page.page.height - 30;
    page.text(title, margin, y, { lineBreak: false });
    page.text(`${k + 1}/${count}`, margin, y, {
      width: widthOf(page),
      align: "right",
      lineBreak: false,
    });
  }
}
