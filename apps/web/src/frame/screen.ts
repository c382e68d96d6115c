import type { ComponentType } from "react";
import type { Bilingual } from "../text/language.tsx";

/** One screen of a face: its address, its name, and the part of the app that draws it. */
export type ScreenEntry = {
  /** Address within the face, `/people/$borrowerId`. */
  readonly path: string;
  readonly title: Bilingual;
  /** The module's exported `Screen`; it loads when the screen is entered. */
  readonly load: () => Promise<{ readonly Screen: ComponentType }>;
  /** Who may see it: one of these permissions. Everybody where it is left out. */
  readonly needs?: readonly string[];
  /** Stands in the rail under this group. */
  readonly group?: string;
};
