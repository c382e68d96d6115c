/**
 * A recipe declares derived features over a panel of columns (the same quantity at successive
 * dates). It is data: training, serving and the borrower's explanation read the same declaration,
 * and the model file carries it.
 */
export type Recipe = {
  readonly name: string;
  readonly version: number;
  readonly title: Words;
  /** Same quantity at successive dates, newest first. */
  readonly panels: ReadonlyMap<string, Panel>;
  readonly features: readonly FeatureDeclaration[];
  /** Columns that are known and deliberately not used, with the reason. */
  readonly leaveOut: readonly { readonly column: string; readonly why: Words }[];
  /** What a person can do, as changes of the columns: the material of counterfactuals. */
  readonly actions: readonly Action[];
};

/**
 * Something within a person's power, done in each of the last `months` months. `{level}` and
 * `{months}` in the title are filled in.
 */
export type Action = {
  readonly name: string;
  readonly title: Words;
  /** New value of a panel's member in each of those months; `$level` stands for the level. */
  readonly changes: readonly { readonly panel: string; readonly to: Expression }[];
  /** From the mildest to the hardest; one of NaN where there is no level. */
  readonly levels: readonly number[];
  readonly levelForm: "percent" | "number";
  readonly months: readonly number[];
};

export type Words = { readonly en: string; readonly zh: string };

/** Columns by name, or one expression for each date: `$bill` the date's bill, `$bill+1` the one before. */
export type Panel =
  | { readonly kind: "columns"; readonly columns: readonly string[] }
  | { readonly kind: "each"; readonly expression: Expression };

/** How the predicted risk may move when the feature rises and everything else stays. */
/** `auto`: a scorecard may choose an order, a boosted model needs none. */
export type Direction = "increasing" | "decreasing" | "free" | "auto";

export type FeatureDeclaration = {
  readonly name: string;
  readonly title: Words;
  readonly expression: Expression;
  readonly direction: Direction;
  /** What the value is used for, and the ground on which the data may be used. */
  readonly purpose: string;
  readonly basis: string;
  /** Which part it plays: by default both models use a feature. */
  readonly models: readonly ("scorecard" | "ebm")[];
};

export type Expression =
  | { readonly kind: "column"; readonly name: string }
  | { readonly kind: "number"; readonly value: number }
  /** The level of the action that is tried. */
  | { readonly kind: "level" }
  /** Inside a panel or with `at`: the panel's member at this date plus `back` months. */
  | { readonly kind: "member"; readonly panel: string; readonly back: number }
  | {
      readonly kind: "add" | "multiply" | "smaller" | "larger";
      readonly parts: readonly Expression[];
    }
  | { readonly kind: "subtract"; readonly from: Expression; readonly what: Expression }
  /** `otherwise` (missing by default) where the divisor is not positive. */
  | {
      readonly kind: "divide";
      readonly what: Expression;
      readonly by: Expression;
      readonly otherwise: number;
    }
  | {
      readonly kind: "clip";
      readonly what: Expression;
      readonly low: number;
      readonly high: number;
    }
  /** sign(x)·ln(1+|x|): a logarithm that survives zero and credit balances. */
  | { readonly kind: "log"; readonly what: Expression }
  /** 1 where the condition holds, else 0. */
  | { readonly kind: "is"; readonly what: Expression; readonly when: Condition }
  | {
      readonly kind: "min" | "max" | "mean" | "sum" | "spread" | "trend";
      readonly panel: string;
      readonly months: number;
    }
  | {
      readonly kind: "count";
      readonly panel: string;
      readonly months: number;
      readonly when: Condition;
    }
  /** Months back to the newest member that satisfies; `never` if none does. */
  | {
      readonly kind: "monthsSince";
      readonly panel: string;
      readonly months: number;
      readonly when: Condition;
      readonly never: number;
    }
  /** How many of the newest members satisfy without a gap. */
  | {
      readonly kind: "streak";
      readonly panel: string;
      readonly months: number;
      readonly when: Condition;
    };

export type Condition = { readonly atLeast: number; readonly atMost: number };
