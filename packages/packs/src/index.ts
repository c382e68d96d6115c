import type { Pack } from "@fairdue/conduct";
import { au } from "./au/pack.ts";
import { cn } from "./cn/pack.ts";
import { eu } from "./eu/pack.ts";
import { india } from "./in/pack.ts";
import { uk } from "./uk/pack.ts";
import { us } from "./us/pack.ts";

export { survey, surveyPage } from "./survey.ts";
export { au, cn, eu, india, uk, us };

/** Every pack of the house by its id. */
export const packs: Readonly<Record<string, Pack>> = { cn, us, uk, eu, au, in: india };
