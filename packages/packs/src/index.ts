import type { Pack } from "@fairdue/conduct";
import { cn } from "./cn/pack.ts";
import { us } from "./us/pack.ts";

export { cn, us };

/** Every pack of the house by its id. */
export const packs: Readonly<Record<string, Pack>> = { cn, us };
