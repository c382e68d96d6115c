/** What boosting sees: bins only. Columns of one byte a row; the outcome 0 or 1. */
export type Field = {
  readonly rows: number;
  readonly columns: readonly FieldColumn[];
  readonly outcome: Uint8Array;
};

export type FieldColumn = {
  /** One bin a row; 0 is missing. */
  readonly bins: Uint8Array;
  readonly binCount: number;
  /** 1: risk may only rise with the bin; −1: only fall; 0: free. Bin 0 is outside the order. */
  readonly direction: -1 | 0 | 1;
};

export type BoostSettings = {
  readonly seed: string;
  /** Rounds over the features (or pairs) at most; the best on the held-out rows is kept. */
  readonly roundsMax: number;
  /** Rounds without a better held-out loss after which a bag stops. */
  readonly patience: number;
  readonly rate: number;
  /** Smallest sum of p(1−p) in a leaf, and the ridge on a leaf's value, in the same unit. */
  readonly leafWeightMin: number;
  readonly ridge: number;
  /** Leaves per step of a single feature. */
  readonly leaves: number;
};

/** Rows of one bag: the rest is held out, to stop in time and to calibrate honestly. */
export type Bag = { readonly index: number; readonly isHeldOut: Uint8Array };

/** Log-odds per bin, and the scores of all rows. */
export type BagResult = {
  readonly intercept: number;
  readonly shapes: readonly Float64Array[];
  readonly rounds: number;
  readonly heldOutLoss: number;
};

export function logistic(x: number): number {
  return 1 / (1 + Math.exp(-x));
}
