import { termName, type Model } from "@fairdue/assess";
import { printJson } from "../cli/io.ts";
import { readModel } from "./read-file.ts";

/** Checks a model file, and says in a page what it is. */
export async function inspect(path: string, options: { readonly json?: true }): Promise<void> {
  const { model, checksum } = await readModel(path);
  const terms = [...rankedTerms(model)];
  if (options.json === true) {
    printJson({
      checksum,
      kind: model.kind,
      name: model.name,
      target: model.target,
      scale: model.scale,
      basePoints: model.basePoints,
      card: model.card,
      terms,
    });
    return;
  }
  const { card } = model;
  const lines = [
    `${model.name}: ${model.kind}, ${model.features.length} features, ${model.terms.length} terms`,
    `checksum   ${checksum} (matches)`,
    `trained    ${card.trainedOn}, seed ${card.seed}`,
    `data       ${card.data.source}, ${card.data.rows} rows, ${card.data.bad} bad; period ${card.data.period}; licence ${card.data.licence}`,
    `target     ${model.target.column} = ${model.target.bad}`,
    ...card.measures.map(
      (it) =>
        `measured   ${it.part}: AUC ${it.auc.toFixed(4)}, KS ${it.ks.toFixed(4)}, Brier ${it.brier.toFixed(4)}, ECE ${it.ece.toFixed(4)} (${it.rows} rows)`,
    ),
    ...card.leftOut.map((it) => `left out   ${it.column}: ${it.why.en}`),
    `base       ${model.basePoints} points; ${model.scale.pointsToDouble} more halve the odds`,
    "",
    "terms by what they move on average, in points:",
    ...terms
      .slice(0, 30)
      .map(
        (it) =>
          `  ${it.movesPoints.toFixed(1).padStart(6)}  ${it.term}  (${it.lowestPoints} … ${it.highestPoints}${it.direction === "free" || it.direction === "auto" ? "" : `, risk ${it.direction}`})`,
      ),
  ];
  process.stdout.write(`${lines.join("\n")}\n`);
}

type Ranked = {
  readonly term: string;
  readonly movesPoints: number;
  readonly lowestPoints: number;
  readonly highestPoints: number;
  readonly direction: string;
};

/** Terms by their mean absolute points over the training rows. */
export function rankedTerms(model: Model): readonly Ranked[] {
  return model.terms
    .map((it) => {
      const rows = it.rows.reduce((sum, n) => sum + n, 0);
      const moved = it.points.reduce((sum, p, bin) => sum + Math.abs(p) * it.rows[bin]!, 0);
      return {
        term: termName(model, it),
        movesPoints: moved / rows,
        lowestPoints: Math.min(...it.points),
        highestPoints: Math.max(...it.points),
        direction: it.features.map((f) => model.features[f]!.direction).join(" × "),
      };
    })
    .sort((a, b) => b.movesPoints - a.movesPoints);
}
