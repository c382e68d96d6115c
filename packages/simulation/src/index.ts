export * from "./parameters/parameters.ts";
export * from "./person/payment.ts";
export * from "./person/person.ts";
export * from "./portfolio/portfolio.ts";
export * from "./life/habits.ts";
export * from "./life/life.ts";
export * from "./life/use.ts";
export * from "./life/alone.ts";
