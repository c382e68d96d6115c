export * from "./access-log.ts";
export * from "./approvals.ts";
export * from "./attempts.ts";
export * from "./codes.ts";
export * from "./sessions.ts";
export * from "./staff.ts";
export * from "./subject.ts";
