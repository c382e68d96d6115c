import type { ScreenEntry } from "../frame/screen.ts";

/** Every screen of the visitor's phone page. */
export const visitorScreens: readonly ScreenEntry[] = [];
