import type { Chart, Mark } from "./chart.ts";

export function chartSvg(chart: Chart): string {
  const { width, height, title, marks } = chart;
  return `<svg viewBox="0 0 ${width} ${height}" role="img" aria-label="${escapeText(title)}">${marks.map(markSvg).join("")}</svg>`;
}

function markSvg(mark: Mark): string {
  const n = (value: number): string => String(Math.round(value * 100) / 100);
  switch (mark.kind) {
    case "line": {
      const points = mark.points.map(([x, y]) => `${n(x)},${n(y)}`).join(" ");
      const dash = mark.isDashed === true ? ' stroke-dasharray="4 3"' : "";
      return `<polyline points="${points}" fill="none" stroke="${mark.color}" stroke-width="${mark.width}"${dash} stroke-linejoin="round"/>`;
    }
    case "box":
      return `<rect x="${n(mark.at[0])}" y="${n(mark.at[1])}" width="${n(mark.size[0])}" height="${n(mark.size[1])}" fill="${mark.color}"/>`;
    case "dot":
      return `<circle cx="${n(mark.at[0])}" cy="${n(mark.at[1])}" r="${mark.radius}" fill="${mark.color}"/>`;
    case "text":
      return `<text x="${n(mark.at[0])}" y="${n(mark.at[1])}" font-size="${mark.size}" fill="${mark.color}" text-anchor="${mark.anchor}">${escapeText(mark.text)}</text>`;
  }
}

export function escapeText(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
