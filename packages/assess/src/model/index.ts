export * from "./additive.ts";
export * from "./artefact.ts";
export * from "./model.ts";
export * from "./score.ts";
export * from "./sha256.ts";
