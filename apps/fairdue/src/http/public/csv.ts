import type { Figures } from "../../supervision/figures.ts";

/** The published figures as CSV (RFC 4180), one figure a line; hidden cells are empty. */
export function csvOf(figures: Figures): string {
  const rows: (readonly (string | number | null)[])[] = [
    ["book", "on", "figure", "of", "value", "unit"],
  ];
  const add = (figure: string, of: string, value: number | null, unit: string): void =>
    void rows.push([figures.bookId, figures.on, figure, of, value, unit]);
  const money = `${figures.currency} minor`;
  add("accounts", "book", figures.accounts, "count");
  add("principal", "book", figures.principalMinor, money);
  add("principal agrees with the ledger", "book", figures.agreesWithLedger ? 1 : 0, "truth");
  for (const it of figures.buckets) {
    add("accounts", it.bucket, it.accounts, "count");
    add("principal", it.bucket, it.principalMinor, money);
    add("share of accounts", it.bucket, it.accountsPpm, "ppm");
    add("share of principal", it.bucket, it.principalPpm, "ppm");
  }
  for (const it of figures.rates) {
    add("accounts", it.productId, it.accounts, "count");
    add("lowest annual rate", it.productId, it.lowestPpmYear, "ppm");
    add("mean annual rate", it.productId, it.meanPpmYear, "ppm");
    add("highest annual rate", it.productId, it.highestPpmYear, "ppm");
  }
  const { contacts } = figures;
  const span = `${contacts.days} days`;
  add("contacts asked of the gate", span, contacts.asked, "count");
  add("contacts permitted", span, contacts.permitted, "count");
  add("contacts refused", span, contacts.refused, "count");
  add("contacts made", span, contacts.made, "count");
  add("complaints", span, contacts.complaints, "count");
  add("complaints per 10,000 contacts", span, contacts.complaintsPer10000, "count");
  for (const it of contacts.refusals) add("refused by rule", it.rule, it.count, "count");
  return `${rows.map((row) => row.map(cell).join(",")).join("\r\n")}\r\n`;
}

function cell(value: string | number | null): string {
  if (value === null) return "";
  const text = String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
