import type { components } from "@fairdue/api";

export type Treatment = components["schemas"]["Treatment"];
