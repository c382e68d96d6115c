import type { ReactNode } from "react";
import { useWords } from "../text/language.tsx";
import { Brand, LanguageSwitch, ThemeSwitch } from "./controls.tsx";
import "./frame.css";

type Props = {
  readonly children: ReactNode;
  /** `report` reads like a page of a good report, `phone` is one column for a hand. */
  readonly shape?: "report" | "phone" | "wide";
  readonly links?: readonly { readonly to: string; readonly label: string }[];
  readonly foot?: ReactNode;
};

/** The frame of the public and the borrower's pages: a quiet head, one column, a foot. */
export function Page(props: Props): ReactNode {
  const { t } = useWords();
  return (
    <div className="page" data-shape={props.shape ?? "report"}>
      <a className="skip" href="#main">
        {t("skip")}
      </a>
      <header className="page-head no-print">
        <Brand />
        {props.links ? (
          <nav aria-label={t("app.name")}>
            {props.links.map((it) => (
              <a
                key={it.to}
                href={it.to}
                aria-current={location.pathname === it.to ? "page" : undefined}
              >
                {it.label}
              </a>
            ))}
          </nav>
        ) : null}
        <div className="row frame-switches">
          <ThemeSwitch />
          <LanguageSwitch />
        </div>
      </header>
      <main id="main" tabIndex={-1}>
        {props.children}
      </main>
      <footer className="page-foot">{props.foot ?? <span>{t("app.tagline")}</span>}</footer>
    </div>
  );
}
