import type { ScreenEntry } from "../frame/screen.ts";

/** The public pages beside the first one. */
export const publicScreens: readonly ScreenEntry[] = [];
