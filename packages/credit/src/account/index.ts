export * from "./command.ts";
export * from "./state.ts";
