export * from "./account/index.ts";
export * from "./event/event.ts";
export * from "./movement/movement.ts";
export * from "./product/index.ts";
