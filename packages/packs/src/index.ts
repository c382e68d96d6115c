import type { Pack } from "@fairdue/conduct";
import { cn } from "./cn/pack.ts";

export { cn };

/** Every pack of the house by its id. */
export const packs: Readonly<Record<string, Pack>> = { cn };
