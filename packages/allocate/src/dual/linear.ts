/**
 * Solves (A + damping·diag) x = right for the rows in `rows`, A symmetric positive semidefinite and
 * given by its upper triangle (size × size). Returns false when the matrix is not positive enough.
 */
export function solveDamped(
  system: {
    readonly matrix: Float64Array;
    readonly size: number;
    readonly rows: readonly number[];
    readonly damping: number;
    readonly floor: Float64Array;
  },
  right: Float64Array,
  x: Float64Array,
): boolean {
  const { matrix, size, rows, damping, floor } = system;
  const n = rows.length;
  const lower = new Float64Array(n * n);
  for (let a = 0; a < n; a++) {
    for (let b = 0; b <= a; b++) {
      const low = Math.min(rows[a]!, rows[b]!);
      const high = Math.max(rows[a]!, rows[b]!);
      let sum = matrix[low * size + high]!;
      if (a === b) sum += damping * sum + floor[rows[a]!]!;
      for (let k = 0; k < b; k++) sum -= lower[a * n + k]! * lower[b * n + k]!;
      if (a === b) {
        if (!(sum > 0)) return false;
        lower[a * n + a] = Math.sqrt(sum);
      } else lower[a * n + b] = sum / lower[b * n + b]!;
    }
  }
  const y = new Float64Array(n);
  for (let a = 0; a < n; a++) {
    let sum = right[rows[a]!]!;
    for (let k = 0; k < a; k++) sum -= lower[a * n + k]! * y[k]!;
    y[a] = sum / lower[a * n + a]!;
  }
  x.fill(0);
  for (let a = n - 1; a >= 0; a--) {
    let sum = y[a]!;
    for (let k = a + 1; k < n; k++) sum -= lower[k * n + a]! * x[rows[k]!]!;
    x[rows[a]!] = sum / lower[a * n + a]!;
  }
  return true;
}
