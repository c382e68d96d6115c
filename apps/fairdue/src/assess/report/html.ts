import { formatOf } from "./format.ts";
import type { Block, Language } from "./blocks.ts";
import { chartSvg, escapeText } from "./svg.ts";

const style = `
:root{color-scheme:light}
body{margin:0 auto;max-width:60rem;padding:2.5rem 1.5rem 4rem;background:#FBFAF7;color:#1C2430;
font:15px/1.55 "Inter","Noto Sans SC",system-ui,sans-serif;font-variant-numeric:tabular-nums}
h1{font-size:1.7rem;margin:0 0 .2rem;font-weight:600}
h2{font-size:1.15rem;margin:2.4rem 0 .6rem;font-weight:600;border-bottom:1px solid #E3DFD6;padding-bottom:.3rem}
p{margin:.5rem 0;max-width:46rem}.below{color:#6B7280;margin-top:0}
.figures{display:flex;flex-wrap:wrap;gap:1.2rem 2.2rem;margin:1rem 0}
.figures div{min-width:6.5rem}.figures b{display:block;font-size:1.45rem;font-weight:600}
.figures span{display:block;color:#6B7280;font-size:.8rem}
table{border-collapse:collapse;margin:.8rem 0;width:100%;font-size:.87rem}
th{text-align:left;font-weight:500;color:#6B7280}th,td{padding:.3rem .8rem .3rem 0;border-bottom:1px solid #E3DFD6;vertical-align:top}
td.n,th.n{text-align:right}
.charts{display:grid;grid-template-columns:repeat(auto-fit,minmax(20rem,1fr));gap:1rem;margin:.8rem 0}
figure{margin:0;background:#fff;border:1px solid #E3DFD6;padding:.3rem}
svg{width:100%;height:auto;display:block}svg text{font-family:inherit}
@media print{body{background:#fff;max-width:none;padding:0}figure,tr{break-inside:avoid}}
`;

/** One page without outside parts: it opens offline and prints. */
export function renderHtml(blocks: readonly Block[], language: Language): string {
  const title = blocks.find((it) => it.kind === "title")?.text ?? "";
  return `<!doctype html>
<html lang="${language === "zh" ? "zh-CN" : "en"}"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<title>${escapeText(title)}</title><style>${style}</style></head>
<body><main>
${blocks.map(blockHtml).join("\n")}
</main></body></html>
`;
}

function blockHtml(block: Block): string {
  switch (block.kind) {
    case "title":
      return `<h1>${escapeText(block.text)}</h1><p class="below">${escapeText(block.below)}</p>`;
    case "heading":
      return `<h2>${escapeText(block.text)}</h2>`;
    case "text":
      return `<p>${escapeText(block.text)}</p>`;
    case "figures":
      return `<div class="figures">${block.items
        .map(
          (it) =>
            `<div><span>${escapeText(it.name)}</span><b>${escapeText(it.value)}</b><span>${escapeText(it.note)}</span></div>`,
        )
        .join("")}</div>`;
    case "table":
      return tableHtml(block);
    case "charts":
      return `<div class="charts">${block.charts.map((it) => `<figure>${chartSvg(it)}</figure>`).join("")}</div>`;
  }
}

function tableHtml({ head, rows }: Extract<Block, { kind: "table" }>): string {
  const numeric = head.map(
    (_, c) => rows.length > 0 && rows.every((row) => formatOf(row[c]) === "number"),
  );
  const cell = (tag: "td" | "th") => (it: string, c: number) =>
    `<${tag}${numeric[c] === true ? ' class="n"' : ""}>${escapeText(it)}</${tag}>`;
  return `<table><thead><tr>${head.map(cell("th")).join("")}</tr></thead><tbody>${rows
    .map((row) => `<tr>${row.map(cell("td")).join("")}</tr>`)
    .join("")}</tbody></table>`;
}
