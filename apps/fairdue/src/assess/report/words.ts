import type { Drift, Measures, Model } from "@fairdue/assess";
import type { Language } from "./blocks.ts";

type Named<Name extends string> = Readonly<Record<Name, string>>;

/** Everything that the report says, once per language. */
export type ReportWords = Named<
  | "title"
  | "trainedOn"
  | "card"
  | "part"
  | "rows"
  | "slope"
  | "leftOut"
  | "column"
  | "why"
  | "proxies"
  | "feature"
  | "attribute"
  | "strength"
  | "measured"
  | "stability"
  | "points"
  | "before"
  | "now"
  | "separation"
  | "good"
  | "bad"
  | "calibration"
  | "predicted"
  | "observed"
  | "tenth"
  | "moved"
  | "fairness"
  | "badRate"
  | "mean"
  | "accepted"
  | "ratio"
  | "goodRefused"
  | "shapes"
  | "shapesLine"
  | "importance"
  | "missing"
  | "pairsLine"
  | "limits"
> & {
  readonly kind: Named<Model["kind"]>;
  readonly parts: Named<Measures["part"]>;
  readonly verdicts: Named<Drift["verdict"]>;
  readonly notes: Named<"auc" | "ks" | "brier" | "ece" | "slope">;
  readonly directions: Named<"increasing" | "decreasing">;
  readonly dataLine: (it: DataLine) => string;
  readonly sizeLine: (it: SizeLine) => string;
  readonly badShare: (share: string) => string;
  readonly fairnessLine: (threshold: string) => string;
};

const en: ReportWords = {
  title: "Model report",
  kind: { ebm: "explainable boosting machine", scorecard: "scorecard" } satisfies Record<
    Model["kind"],
    string
  >,
  trainedOn: "trained on",
  card: "The model",
  dataLine: (it: DataLine) =>
    `Trained on ${it.source}: ${it.rows} rows, ${it.bad} bad (${it.target}). Period: ${it.period}. Licence: ${it.licence}.`,
  sizeLine: (it: SizeLine) =>
    `${it.features} features in ${it.terms} terms. A score is ${it.base} points plus one whole number per term; ${it.double} more points halve the odds of default. The reasons add up to the score exactly.`,
  part: "measured on",
  parts: {
    "out-of-bag": "rows held out in training",
    "cross-validated": "rows held out in training",
    validation: "validation file",
  },
  rows: "rows",
  slope: "slope",
  leftOut: "What was left out",
  column: "column",
  why: "why",
  proxies:
    "How closely single features stand for attributes that may not be used (0: not at all, 1: they are the attribute; 0.8 and above is refused at training):",
  feature: "feature",
  attribute: "attribute",
  strength: "strength",
  measured: "Measured on",
  notes: {
    auc: "0.5 chance, 1 perfect",
    ks: "widest gap good–bad",
    brier: "lower is better",
    ece: "mean error of p",
    slope: "1 is right",
  },
  badShare: (share: string) => `${share} bad`,
  verdicts: {
    stable: "stable (below 0.1)",
    moved: "moved (0.1 to 0.25)",
    "another-population": "another population",
  },
  stability: "Scores at training and now",
  points: "points",
  before: "at training",
  now: "now",
  separation: "Share of rows below a score",
  good: "good",
  bad: "bad",
  calibration: "Observed against predicted (bars: chance alone)",
  predicted: "predicted",
  observed: "observed",
  tenth: "tenth",
  moved:
    "The features that moved most since training (PSI; below 0.1 stable, above 0.25 look at it):",
  fairness: "The same for everyone?",
  fairnessLine: (threshold: string) =>
    `The model does not see these attributes; here they serve to measure. Refused from a probability of ${threshold}, where as many are refused as default. A ratio below 0.80 to the best-treated group asks for an explanation.`,
  badRate: "defaulted",
  mean: "predicted",
  accepted: "accepted",
  ratio: "ratio",
  goodRefused: "good refused",
  shapes: "What counts, and how",
  shapesLine:
    "Each chart shows the points that a value adds to or takes from the average applicant. Steps are the model itself, not a drawing of it. Below: how many rows stand in each step.",
  importance: "Points moved on average",
  missing: "none",
  directions: { increasing: "risk may only rise", decreasing: "risk may only fall" },
  pairsLine:
    "What two features say together beyond each alone: green above the average, ochre below.",
  limits: "Limits",
};

type DataLine = Readonly<
  Record<"source" | "rows" | "bad" | "period" | "licence" | "target", string>
>;
type SizeLine = Readonly<Record<"features" | "terms" | "base" | "double", number>>;

const zh: ReportWords = {
  title: "模型报告",
  kind: { ebm: "可解释提升模型", scorecard: "评分卡" },
  trainedOn: "训练于",
  card: "模型说明",
  dataLine: (it) =>
    `训练数据：${it.source}，共${it.rows}行，违约${it.bad}（${it.target}）。期间：${it.period}。许可：${it.licence}。`,
  sizeLine: (it) =>
    `${it.features}个特征，${it.terms}项。分数等于${it.base}分加各项整数分之和；每高${it.double}分，违约几率减半。各项理由之和与分数完全一致。`,
  part: "测量于",
  parts: {
    "out-of-bag": "训练留出样本",
    "cross-validated": "训练留出样本",
    validation: "验证文件",
  },
  rows: "行数",
  slope: "校准斜率",
  leftOut: "未使用的数据",
  column: "列",
  why: "原因",
  proxies: "单个特征对禁用属性的代表程度（0为无关，1为等同；达到0.8时拒绝训练）：",
  feature: "特征",
  attribute: "属性",
  strength: "程度",
  measured: "测量于",
  notes: {
    auc: "0.5为随机，1为完美",
    ks: "好坏分布最大间距",
    brier: "越低越好",
    ece: "概率平均误差",
    slope: "1为准确",
  },
  badShare: (share) => `违约${share}`,
  verdicts: {
    stable: "稳定（低于0.1）",
    moved: "有变化（0.1至0.25）",
    "another-population": "人群已不同",
  },
  stability: "训练时与现在的分数分布",
  points: "分数",
  before: "训练时",
  now: "现在",
  separation: "低于某分数的占比",
  good: "正常",
  bad: "违约",
  calibration: "实际与预测（竖条为随机波动范围）",
  predicted: "预测",
  observed: "实际",
  tenth: "十分位",
  moved: "训练以来变化最大的特征（PSI；低于0.1稳定，高于0.25须查看）：",
  fairness: "对每个群体是否一致",
  fairnessLine: (threshold) =>
    `模型不使用以下属性，此处仅用于测量。以违约概率${threshold}为拒绝线（拒绝比例等于违约比例）。与最优群体之比低于0.80时须说明原因。`,
  badRate: "违约率",
  mean: "预测均值",
  accepted: "通过率",
  ratio: "比值",
  goodRefused: "正常被拒",
  shapes: "哪些因素起作用，如何起作用",
  shapesLine:
    "每张图表示某一取值相对平均申请人增减的分数。阶梯就是模型本身。下方为各区间的样本数。",
  importance: "平均影响分数",
  missing: "缺失",
  directions: { increasing: "风险只升不降", decreasing: "风险只降不升" },
  pairsLine: "两个特征共同作用超出各自作用的部分：绿色高于平均，赭色低于平均。",
  limits: "局限",
};

export function wordsOf(language: Language): ReportWords {
  return language === "zh" ? zh : en;
}
