export * from "./consents.ts";
export * from "./decisions.ts";
export * from "./limits.ts";
export * from "./models.ts";
export * from "./policies.ts";
export * from "./reviews.ts";
export * from "./warnings.ts";
