import { type ReactNode, useState } from "react";
import { useWords } from "../text/language.tsx";
import { applyTheme, currentTheme, type Theme } from "./theme.ts";

/** The other language, in its own words. */
export function LanguageSwitch(): ReactNode {
  const { t, language, setLanguage } = useWords();
  const other = language === "en" ? "zh-CN" : "en";
  return (
    <button type="button" className="frame-switch" lang={other} onClick={() => setLanguage(other)}>
      {t("lang.switch")}
    </button>
  );
}

export function ThemeSwitch(): ReactNode {
  const { t } = useWords();
  const [theme, setTheme] = useState<Theme>(currentTheme);
  const other: Theme = theme === "dark" ? "light" : "dark";
  return (
    <button
      type="button"
      className="frame-switch"
      onClick={() => {
        applyTheme(other);
        setTheme(other);
      }}
    >
      {t(other === "dark" ? "theme.dark" : "theme.light")}
    </button>
  );
}

/** The name and the seal, as they stand at the head of every face. */
export function Brand({ to = "/" }: { readonly to?: string }): ReactNode {
  const { language } = useWords();
  return (
    <a className="brand" href={to}>
      <img src="/seal.svg" alt="" width={28} height={28} />
      <span>{language === "en" ? "Fairdue" : "有度"}</span>
    </a>
  );
}
