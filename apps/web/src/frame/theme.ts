export type Theme = "light" | "dark";

const remembered = "fairdue.theme";

/** The last choice wins, then what the device prefers. */
export function currentTheme(): Theme {
  const stored = localStorage.getItem(remembered);
  if (stored === "light" || stored === "dark") return stored;
  return matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
}

export function applyTheme(chosen?: Theme): void {
  if (chosen) localStorage.setItem(remembered, chosen);
  document.documentElement.dataset["theme"] = chosen ?? currentTheme();
}
