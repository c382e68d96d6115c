import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useState,
} from "react";
import { en } from "./en.ts";
import { type TextKey, zh } from "./zh-CN.ts";

export type Language = "zh-CN" | "en";
export type { TextKey };

/** A text in both languages, as the server sends it. */
export type Bilingual = { readonly zh: string; readonly en: string };

export type Words = {
  readonly language: Language;
  readonly setLanguage: (language: Language) => void;
  readonly t: (key: TextKey, values?: Readonly<Record<string, string | number>>) => string;
  /** Picks one side of a bilingual text. */
  readonly say: (text: Bilingual) => string;
};

const WordsContext = createContext<Words | undefined>(undefined);
const remembered = "fairdue.language";

export function LanguageProvider({ children }: { readonly children: ReactNode }): ReactNode {
  const [language, setState] = useState<Language>(firstLanguage);
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  const setLanguage = useCallback((next: Language) => {
    localStorage.setItem(remembered, next);
    setState(next);
  }, []);
  const words = useMemo<Words>(
    () => ({
      language,
      setLanguage,
      t: (key, values) => fill((language === "en" ? en : zh)[key], values),
      say: (text) => (language === "en" ? text.en : text.zh),
    }),
    [language, setLanguage],
  );
  return <WordsContext.Provider value={words}>{children}</WordsContext.Provider>;
}

export function useWords(): Words {
  const words = useContext(WordsContext);
  if (words === undefined) throw new Error("useWords outside LanguageProvider");
  return words;
}

/** `?lang=en` in a shared link wins, then the last choice, then the browser's own language. */
function firstLanguage(): Language {
  const asked = new URLSearchParams(location.search).get("lang");
  const stored = asked ?? localStorage.getItem(remembered) ?? navigator.language;
  return stored.toLowerCase().startsWith("zh") ? "zh-CN" : "en";
}

function fill(text: string, values?: Readonly<Record<string, string | number>>): string {
  return values === undefined
    ? text
    : text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}
