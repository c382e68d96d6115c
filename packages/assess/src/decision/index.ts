export * from "./assess-one.ts";
export * from "./counterfactual.ts";
