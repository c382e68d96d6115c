export * from "./account/index.ts";
export * from "./cost/index.ts";
export * from "./ageing/index.ts";
export * from "./event/event.ts";
export * from "./life/index.ts";
export * from "./movement/movement.ts";
export * from "./product/index.ts";
export * from "./quote/index.ts";
