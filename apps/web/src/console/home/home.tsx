import type { ReactNode } from "react";
import { Panel } from "../../design/controls/controls.tsx";
import { useWords } from "../../text/language.tsx";
import { useSession } from "../../wire/session.ts";
import { screensOf } from "../frame/console-frame.tsx";
import "./home.css";

/** The first screen: what this person can do, one step away. */
export function Screen(): ReactNode {
  const { say } = useWords();
  const session = useSession();
  if (session.data?.kind !== "staff") return null;
  const { staff } = session.data;
  const mine = screensOf(staff).filter((it) => it.path !== "/" && !it.path.includes("$"));
  return (
    <div className="screen">
      <h1>{say({ zh: `${staff.displayName}，您好`, en: `Good day, ${staff.displayName}` })}</h1>
      <Panel title={say({ zh: "您可以做的事", en: "What you can do" })}>
        <ul className="console-doors">
          {mine.map((it) => (
            <li key={it.path}>
              <a href={`/console${it.path}`}>{say(it.title)}</a>
            </li>
          ))}
        </ul>
      </Panel>
    </div>
  );
}
