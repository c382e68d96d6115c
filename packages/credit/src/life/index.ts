export { figures, type LifeLine, readLife, replay, tidyLife } from "./life.ts";
export { formatLifeStep, type LifeStep, walkLife } from "./walk.ts";
