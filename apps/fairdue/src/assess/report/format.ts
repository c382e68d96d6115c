/** Numbers stand at the right of a column, text at the left. */
export function formatOf(cell: string | undefined): "number" | "text" {
  return cell !== undefined && /^[\u2212-]?[\d.,]+%?$/.test(cell) ? "number" : "text";
}

export function count(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, ",");
}

export function percent(share: number, digits = 1): string {
  return `${(share * 100).toFixed(digits)}%`;
}

export function fixed(value: number, digits = 4): string {
  return Number.isNaN(value) ? "" : value.toFixed(digits).replace("-", "\u2212");
}
