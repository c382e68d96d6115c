import type { Chart } from "./chart.ts";

/** A report as blocks in reading order; pages and styles are the renderers' affair. */
export type Block =
  | { readonly kind: "title"; readonly text: string; readonly below: string }
  | { readonly kind: "heading"; readonly text: string }
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "figures"; readonly items: readonly Figure[] }
  | {
      readonly kind: "table";
      readonly head: readonly string[];
      readonly rows: readonly (readonly string[])[];
      /** Share of the width of each column. */
      readonly widths: readonly number[];
    }
  | { readonly kind: "charts"; readonly charts: readonly Chart[] };

export type Figure = { readonly name: string; readonly value: string; readonly note: string };

export type Language = "en" | "zh";
