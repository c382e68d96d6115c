export * from "./portfolio.ts";
export * from "./review.ts";
