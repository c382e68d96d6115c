export * from "./cause.ts";
export * from "./clock.ts";
