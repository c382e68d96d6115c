import {
  calibration,
  countByEdges,
  fairness,
  groupsOf,
  measureDrift,
  measuresOf,
  prohibitedBy,
  termTitle,
  thresholdOf,
  type Calibration,
  type Column,
  type Drift,
  type GroupFigures,
  type LoadedModel,
  type Measures,
  type Model,
  type Scored,
  type Term,
} from "@fairdue/assess";
import type { Block, Language } from "./blocks.ts";
import {
  calibrationChart,
  importanceChart,
  pairChart,
  separationChart,
  shapeChart,
  stabilityChart,
} from "./charts.ts";
import { count, fixed, percent } from "./format.ts";
import { wordsOf, type ReportWords } from "./words.ts";

/** A file scored by a model, with what is needed to judge it. */
export type Evaluated = {
  readonly name: string;
  readonly scored: Scored;
  /** Absent when the file has no outcomes: then only the stability can be measured. */
  readonly outcome?: Uint8Array;
  readonly attributes: readonly Column[];
  readonly values: (feature: string) => Float64Array | undefined;
};

export type Evaluation = {
  readonly name: string;
  readonly rows: number;
  readonly measures: Measures | undefined;
  readonly calibration: Calibration | undefined;
  readonly drift: Drift;
  readonly scoreCounts: readonly number[];
  readonly threshold: number;
  readonly fairness: readonly {
    readonly attribute: string;
    readonly groups: readonly GroupFigures[];
  }[];
};

/** Every figure of the report, before words and charts. */
export function evaluate(model: Model, it: Evaluated): Evaluation {
  const { scored, outcome } = it;
  const { probability, points } = scored;
  const threshold = outcome ? thresholdOf(probability, outcome) : Number.NaN;
  return {
    name: it.name,
    rows: scored.rows,
    measures: outcome && measuresOf("validation", probability, outcome),
    calibration: outcome && calibration(probability, outcome),
    drift: measureDrift(model, {
      points,
      probability,
      values: it.values,
      ...(outcome && { outcome }),
    }),
    scoreCounts: countByEdges(points, model.card.scoreEdges),
    threshold,
    fairness: outcome
      ? it.attributes
          .filter((column) => prohibitedBy(column.name))
          .map((column) => ({
            attribute: column.name,
            groups: fairness({ probability, outcome, threshold, groups: groupsOf(column) }),
          }))
      : [],
  };
}

export function composeReport(
  loaded: LoadedModel,
  language: Language,
  data?: { readonly evaluated: Evaluated; readonly evaluation: Evaluation },
): readonly Block[] {
  const { model } = loaded;
  const w = wordsOf(language);
  return [
    {
      kind: "title",
      text: `${w.title}: ${model.name}`,
      below: `${w.kind[model.kind]} · ${w.trainedOn} ${model.card.trainedOn} · ${loaded.checksum}`,
    },
    ...cardBlocks(model, w, language),
    ...(data ? measuredBlocks(model, w, data) : []),
    ...shapeBlocks(model, w, language),
    { kind: "heading", text: w.limits },
    ...model.card.limits.map((it): Block => ({ kind: "text", text: it[language] })),
  ];
}

function cardBlocks(model: Model, w: ReportWords, language: Language): readonly Block[] {
  const { card } = model;
  const bad = percent(card.data.bad / card.data.rows);
  return [
    { kind: "heading", text: w.card },
    {
      kind: "text",
      text: w.dataLine({
        source: card.data.source,
        rows: count(card.data.rows),
        bad,
        period: card.data.period,
        licence: card.data.licence,
        target: `${model.target.column} = ${model.target.bad}`,
      }),
    },
    {
      kind: "text",
      text: w.sizeLine({
        features: model.features.length,
        terms: model.terms.length,
        base: model.basePoints,
        double: model.scale.pointsToDouble,
      }),
    },
    {
      kind: "table",
      head: [w.part, w.rows, "AUC", "Gini", "KS", "Brier", "ECE", w.slope],
      widths: [22, 11, 11, 11, 11, 11, 11, 12],
      rows: card.measures.map((it) => [
        w.parts[it.part],
        count(it.rows),
        fixed(it.auc),
        fixed(it.gini),
        fixed(it.ks),
        fixed(it.brier),
        fixed(it.ece),
        fixed(it.slope, 3),
      ]),
    },
    ...(card.leftOut.length > 0
      ? [
          { kind: "heading", text: w.leftOut } as const,
          {
            kind: "table",
            head: [w.column, w.why],
            widths: [25, 75],
            rows: card.leftOut.map((it) => [it.column, it.why[language]]),
          } as const,
        ]
      : []),
    ...(card.proxies.length > 0
      ? [
          { kind: "text", text: w.proxies } as const,
          {
            kind: "table",
            head: [w.feature, w.attribute, w.strength],
            widths: [45, 35, 20],
            rows: card.proxies
              .slice(0, 5)
              .map((it) => [it.feature, it.attribute, fixed(it.strength, 2)]),
          } as const,
        ]
      : []),
  ];
}

type Data = { readonly evaluated: Evaluated; readonly evaluation: Evaluation };

function measuredBlocks(model: Model, w: ReportWords, { evaluated, evaluation }: Data): Block[] {
  const { measures, calibration: fit, drift } = evaluation;
  const blocks: Block[] = [{ kind: "heading", text: `${w.measured}: ${evaluation.name}` }];
  if (measures)
    blocks.push({
      kind: "figures",
      items: [
        { name: "AUC", value: fixed(measures.auc), note: w.notes.auc },
        { name: "Gini", value: fixed(measures.gini), note: "2·AUC \u2212 1" },
        { name: "KS", value: fixed(measures.ks), note: w.notes.ks },
        { name: "Brier", value: fixed(measures.brier), note: w.notes.brier },
        { name: "ECE", value: fixed(measures.ece), note: w.notes.ece },
        { name: w.slope, value: fixed(measures.slope, 3), note: w.notes.slope },
        { name: "PSI", value: fixed(drift.scorePsi), note: w.verdicts[drift.verdict] },
        {
          name: w.rows,
          value: count(measures.rows),
          note: w.badShare(percent(measures.bad / measures.rows)),
        },
      ],
    });
  const stability = stabilityChart(
    { before: model.card.scoreCounts, now: evaluation.scoreCounts, edges: model.card.scoreEdges },
    {
      title: `${w.stability} (PSI ${fixed(drift.scorePsi)})`,
      x: w.points,
      before: w.before,
      now: w.now,
    },
  );
  blocks.push({
    kind: "charts",
    charts:
      measures && fit && evaluated.outcome
        ? [
            separationChart(
              { points: evaluated.scored.points, outcome: evaluated.outcome, ks: measures.ks },
              { title: w.separation, x: w.points, good: w.good, bad: w.bad },
            ),
            calibrationChart(fit, { title: w.calibration, x: w.predicted, y: w.observed }),
            stability,
          ]
        : [stability],
  });
  if (fit)
    blocks.push({
      kind: "table",
      head: [w.tenth, w.rows, w.predicted, w.observed],
      widths: [16, 20, 32, 32],
      rows: fit.bins.map((it, k) => [
        String(k + 1),
        count(it.rows),
        percent(it.predicted, 2),
        percent(it.observed, 2),
      ]),
    });
  blocks.push(
    { kind: "text", text: w.moved },
    {
      kind: "table",
      head: [w.feature, "PSI"],
      widths: [70, 30],
      rows: drift.featurePsi.slice(0, 8).map((it) => [it.feature, fixed(it.psi)]),
    },
  );
  return [...blocks, ...fairnessBlocks(evaluation, w)];
}

function fairnessBlocks({ fairness: cards, threshold }: Evaluation, w: ReportWords): Block[] {
  if (cards.length === 0) return [];
  return [
    { kind: "heading", text: w.fairness },
    { kind: "text", text: w.fairnessLine(percent(threshold)) },
    ...cards.map(
      (card): Block => ({
        kind: "table",
        head: [
          card.attribute,
          w.rows,
          w.badRate,
          w.mean,
          w.accepted,
          w.ratio,
          w.goodRefused,
          "AUC",
        ],
        widths: [20, 11, 12, 12, 12, 11, 13, 9],
        rows: card.groups.map((it) => [
          it.group,
          count(it.rows),
          percent(it.badRate),
          percent(it.meanProbability),
          percent(it.acceptedShare),
          fixed(it.acceptanceRatio, 2),
          percent(it.goodRefusedShare),
          fixed(it.auc, 3),
        ]),
      }),
    ),
  ];
}

const shapesShown = 16;
const pairsShown = 6;

function shapeBlocks(model: Model, w: ReportWords, language: Language): readonly Block[] {
  const ranked = model.terms
    .map((term) => ({ term, moves: movesOf(term), title: termTitle(model, term)[language] }))
    .sort((a, b) => b.moves - a.moves);
  const shapes = ranked.filter((it) => it.term.features.length === 1).slice(0, shapesShown);
  const pairs = ranked.filter((it) => it.term.features.length === 2).slice(0, pairsShown);
  const direction = (term: Term): string => {
    const it = model.features[term.features[0]!]!.direction;
    return it === "increasing" || it === "decreasing" ? ` (${w.directions[it]})` : "";
  };
  return [
    { kind: "heading", text: w.shapes },
    { kind: "text", text: w.shapesLine },
    {
      kind: "charts",
      charts: [
        importanceChart(
          ranked.slice(0, 20).map((it) => ({ name: it.title, value: it.moves })),
          w.importance,
        ),
        ...shapes.map((it) =>
          shapeChart(it.term, {
            title: it.title + direction(it.term),
            missing: w.missing,
            y: w.points,
          }),
        ),
      ],
    },
    ...(pairs.length > 0
      ? [
          { kind: "text", text: w.pairsLine } as const,
          {
            kind: "charts",
            charts: pairs.map(({ term, title }) => {
              const [first, second] = term.features.map((f) => model.features[f]!.title[language]);
              return pairChart(term, { title, first: first!, second: second! });
            }),
          } as const,
        ]
      : []),
  ];
}

function movesOf(term: Term): number {
  const rows = term.rows.reduce((sum, n) => sum + n, 0);
  return term.points.reduce((sum, p, bin) => sum + Math.abs(p) * term.rows[bin]!, 0) / rows;
}
