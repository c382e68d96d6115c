export * from "./events.ts";
export { followPeople, openEarlyCase, reconcileCases } from "./follow.ts";
export * from "./hold.ts";
export * from "./list.ts";
export * from "./load.ts";
export * from "./promise.ts";
export * from "./subjects.ts";
export * from "./timeline.ts";
export * from "./work.ts";
