import type { ScreenEntry } from "../frame/screen.ts";

/** Every screen of the borrower's pages. */
export const borrowerScreens: readonly ScreenEntry[] = [];
