export * from "./small-cells.ts";
