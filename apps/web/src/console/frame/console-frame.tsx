import { Outlet, useLocation, useNavigate } from "@tanstack/react-router";
import { type ReactNode, useEffect, useState } from "react";
import { Skeleton } from "../../design/states/states.tsx";
import { Brand, LanguageSwitch, ThemeSwitch } from "../../frame/controls.tsx";
import { useWords } from "../../text/language.tsx";
import { roleTitles, type Staff, useSession } from "../../wire/session.ts";
import { consoleScreens, groupTitles } from "../screens.ts";
import { Finder } from "./finder.tsx";
import "../../frame/frame.css";
import "./console-frame.css";

/** The console: a narrow rail of what one may do, and the screen beside it. */
export function ConsoleFrame(): ReactNode {
  const session = useSession();
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const state = session.data?.kind;
  useEffect(() => {
    document.documentElement.dataset["face"] = "console";
    return () => {
      delete document.documentElement.dataset["face"];
    };
  }, []);
  useEffect(() => {
    if (state !== undefined && state !== "staff" && pathname !== "/console/sign-in")
      void navigate({ to: "/console/sign-in", search: { next: pathname } as never, replace: true });
  }, [state, navigate, pathname]);
  if (session.data?.kind !== "staff")
    return (
      <div className="console-waiting">
        <Skeleton />
      </div>
    );
  return <Frame staff={session.data.staff} />;
}

function Frame({ staff }: { readonly staff: Staff }): ReactNode {
  const { t, say } = useWords();
  const { pathname } = useLocation();
  const [isOpen, setOpen] = useState(false);
  useEffect(() => setOpen(false), [pathname]);
  return (
    <div className="console">
      <a className="skip" href="#main">
        {t("skip")}
      </a>
      <header className="console-head">
        <button
          type="button"
          className="console-menu"
          aria-expanded={isOpen}
          aria-controls="rail"
          onClick={() => setOpen(!isOpen)}
        >
          {say({ zh: "目录", en: "Menu" })}
        </button>
        <Brand to="/console" />
        <Finder staff={staff} />
        <div className="row frame-switches">
          <ThemeSwitch />
          <LanguageSwitch />
          <a className="frame-switch console-me" href="/console/account">
            {staff.displayName}
          </a>
        </div>
      </header>
      <Rail staff={staff} isOpen={isOpen} />
      <main id="main" tabIndex={-1}>
        <Outlet />
      </main>
    </div>
  );
}

/** Screens that somebody may see, by group; what he may not see is not there. */
export function screensOf(staff: Staff): typeof consoleScreens {
  return consoleScreens.filter(
    (it) => it.needs === undefined || it.needs.some((one) => staff.permissions.includes(one)),
  );
}

function Rail({ staff, isOpen }: { readonly staff: Staff; readonly isOpen: boolean }): ReactNode {
  const { say } = useWords();
  const { pathname } = useLocation();
  const mine = screensOf(staff).filter((it) => it.group !== undefined);
  return (
    <nav
      id="rail"
      className="console-rail"
      data-open={isOpen}
      aria-label={say({ zh: "目录", en: "Menu" })}
    >
      {Object.entries(groupTitles).map(([group, title]) => {
        const screens = mine.filter((it) => it.group === group);
        if (screens.length === 0) return null;
        return (
          <section key={group}>
            <h2>{say(title)}</h2>
            <ul>
              {screens.map((it) => {
                const to = it.path === "/" ? "/console" : `/console${it.path}`;
                const isHere =
                  pathname === to || (it.path !== "/" && pathname.startsWith(`${to}/`));
                return (
                  <li key={it.path}>
                    <a href={to} aria-current={isHere ? "page" : undefined}>
                      {say(it.title)}
                    </a>
                  </li>
                );
              })}
            </ul>
          </section>
        );
      })}
      <p className="soft console-roles">
        {staff.roles.map((it) => say(roleTitles[it] ?? { zh: it, en: it })).join(" · ")}
      </p>
    </nav>
  );
}
