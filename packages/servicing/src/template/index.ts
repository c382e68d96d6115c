export * from "./render.ts";
export * from "./template.ts";
