import { readdirSync } from "node:fs";
import { parseArgs } from "node:util";
import type { BenchOptions, BenchReport } from "./report.ts";

const apart = new Set(["bench.ts", "report.ts"]);
const known = readdirSync(import.meta.dirname)
  .filter((it) => it.endsWith(".ts") && !apart.has(it) && !it.startsWith("_"))
  .map((it) => it.slice(0, -3));

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: "boolean", default: false },
    repeats: { type: "string", default: "3" },
    scale: { type: "string", default: "1" },
  },
});

const wanted = positionals.length === 0 ? known : positionals;
for (const name of wanted) {
  if (!known.includes(name)) {
    process.stderr.write(`bench: no benchmark "${name}"; there are: ${known.join(", ")}\n`);
    process.exit(2);
  }
}

const reports: BenchReport[] = [];
for (const name of wanted) {
  const module: { run(options: BenchOptions): Promise<BenchReport> } = await import(`./${name}.ts`);
  const report = await module.run({
    repeats: Number(values.repeats),
    scale: Number(values.scale),
    progress: (message) => process.stderr.write(`  ${name}: ${message}\n`),
  });
  reports.push(report);
  if (!values.json) print(report);
}
if (values.json) process.stdout.write(`${JSON.stringify(reports, null, 2)}\n`);

function print(report: BenchReport): void {
  process.stdout.write(`\n${report.name}  (baseline: ${report.baseline})\n`);
  const width = Math.max(...report.rows.map((it) => it.label.length));
  for (const row of report.rows) {
    const ratio = row.ratio === undefined ? "" : `  ${row.ratio.toFixed(2)}x`;
    const rate = Math.round(row.perSecond).toLocaleString("en");
    process.stdout.write(
      `  ${row.label.padEnd(width)}  ${rate.padStart(12)} ${row.unit}/s${ratio}${row.note ? `  ${row.note}` : ""}\n`,
    );
  }
  for (const it of report.claims) {
    process.stdout.write(
      `  ${it.holds ? "holds" : "MISSED"}  ${it.claim}: ${it.measured} (target ${it.target})\n`,
    );
  }
}
