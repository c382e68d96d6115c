export * from "./outcomes.ts";
export * from "./people.ts";
export * from "./plans.ts";
export * from "./strategies.ts";
