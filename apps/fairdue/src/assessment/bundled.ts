import { type LoadedModel, parseModel } from "@fairdue/assess";
import { formatProblem, InvariantViolation } from "@fairdue/kernel";
import { readFileSync } from "node:fs";

/** The behaviour model that ships: trained by tools/train-behaviour.ts on simulated lives. */
export function bundledModel(): { readonly loaded: LoadedModel; readonly artefact: string } {
  const artefact = readFileSync(new URL("../../models/behaviour.json", import.meta.url), "utf8");
  const read = parseModel(artefact);
  if (read.ok) return { loaded: read.value, artefact };
  throw new InvariantViolation(
    `the model that ships: ${read.refusal.map(formatProblem).join("; ")}`,
  );
}
