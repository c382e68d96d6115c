/** What a benchmark states: measured rates, each as a ratio to a baseline of the same run. */
export type BenchRow = {
  readonly label: string;
  /** Units of work per second (median of the runs). */
  readonly perSecond: number;
  readonly unit: string;
  /** perSecond divided by the baseline's; 1 for the baseline itself. */
  readonly ratio?: number;
  readonly note?: string;
};

export type BenchClaim = {
  readonly claim: string;
  readonly target: string;
  readonly measured: number | string;
  readonly holds: boolean;
};

export type BenchReport = {
  readonly name: string;
  readonly baseline: string;
  readonly rows: readonly BenchRow[];
  readonly claims: readonly BenchClaim[];
};

export type BenchOptions = {
  /** Runs per figure; the median is reported. */
  readonly repeats: number;
  /** Scale of the work: 1 is the published size, smaller is a quick look. */
  readonly scale: number;
  readonly progress: (message: string) => void;
};

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}
