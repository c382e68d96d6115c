export * from "./evaluate.ts";
export * from "./parse.ts";
export * from "./recipe.ts";
