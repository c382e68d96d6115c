import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { csvReader, type Table } from "@fairdue/assess";
import { gunzipSync } from "node:zlib";

const root = join(import.meta.dirname, "..");
const sample = join(root, "docs/cli/examples/taiwan-card-clients-sample.csv.gz");

/** The Taiwan data in the folder that FAIRDUE_DATA names; else the sample, which proves no quality. */
export function taiwanData(): {
  readonly isWhole: boolean;
  readonly train: Table;
  readonly validation: Table;
} {
  const folder = process.env["FAIRDUE_DATA"] ?? "";
  const part = (name: string): string => join(folder, `taiwan-credit-default-${name}.csv.gz`);
  const isWhole = folder !== "" && existsSync(part("train"));
  return {
    isWhole,
    train: readGzip(isWhole ? part("train") : sample),
    validation: readGzip(isWhole ? part("validation") : sample),
  };
}

function readGzip(path: string): Table {
  const reader = csvReader();
  reader.read(gunzipSync(readFileSync(path)).toString("utf8"));
  const read = reader.finish();
  if (!read.ok) throw new Error(`${path}: ${JSON.stringify(read.refusal)}`);
  return read.value;
}

export function taiwanRecipe(): unknown {
  return JSON.parse(
    readFileSync(join(root, "apps/fairdue/recipes/taiwan-card-clients.json"), "utf8"),
  );
}
