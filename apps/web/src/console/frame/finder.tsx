import { useNavigate } from "@tanstack/react-router";
import { type ReactNode, useEffect, useId, useRef, useState } from "react";
import { useWords } from "../../text/language.tsx";
import { queryOf, read } from "../../wire/request.ts";
import type { Staff } from "../../wire/session.ts";
import { screensOf } from "./console-frame.tsx";

type Hit = { readonly to: string; readonly title: string; readonly note: string };
type Found = {
  readonly items: readonly {
    readonly borrowerId: string;
    readonly name?: string;
    readonly phone?: string;
  }[];
};

/** ⌘K: goes anywhere. Screens by name; people by id, phone or name, as far as one may look. */
export function Finder({ staff }: { readonly staff: Staff }): ReactNode {
  const { say } = useWords();
  const navigate = useNavigate();
  const dialog = useRef<HTMLDialogElement>(null);
  const [text, setText] = useState("");
  const [people, setPeople] = useState<readonly Hit[]>([]);
  const [at, setAt] = useState(0);
  const id = useId();
  const open = (): void => {
    setText("");
    setPeople([]);
    setAt(0);
    dialog.current?.showModal();
  };
  useEffect(() => {
    const onKey = (it: KeyboardEvent): void => {
      if ((it.metaKey || it.ctrlKey) && it.key.toLowerCase() === "k") {
        it.preventDefault();
        open();
      }
    };
    addEventListener("keydown", onKey);
    return () => removeEventListener("keydown", onKey);
  }, []);
  useEffect(() => {
    const wanted = text.trim();
    setAt(0);
    if (wanted.length < 3 || !staff.permissions.includes("borrower.search")) return setPeople([]);
    const stop = new AbortController();
    const timer = setTimeout(() => {
      read<Found>(`/v1/people${queryOf({ q: wanted, limit: 8 })}`, stop.signal)
        .then((it) =>
          setPeople(
            it.items.map((one) => ({
              to: `/console/people/${one.borrowerId}`,
              title: one.name ?? one.borrowerId,
              note: [one.phone, one.borrowerId].filter(Boolean).join(" · "),
            })),
          ),
        )
        .catch(() => setPeople([]));
    }, 180);
    return () => {
      stop.abort();
      clearTimeout(timer);
    };
  }, [text, staff]);
  const wanted = text.trim().toLowerCase();
  const screens: readonly Hit[] = screensOf(staff)
    .filter((it) => !it.path.includes("$"))
    .map((it) => ({
      to: it.path === "/" ? "/console" : `/console${it.path}`,
      title: say(it.title),
      note: "",
    }))
    .filter((it) => wanted === "" || it.title.toLowerCase().includes(wanted));
  const hits = [...people, ...screens].slice(0, 12);
  const go = (hit: Hit | undefined): void => {
    if (hit === undefined) return;
    dialog.current?.close();
    void navigate({ to: hit.to });
  };
  return (
    <>
      <button type="button" className="finder-open" onClick={open}>
        {say({ zh: "查找人、账户、页面", en: "Find people, accounts, screens" })}
        <kbd>⌘K</kbd>
      </button>
      <dialog
        ref={dialog}
        className="sheet finder"
        aria-label={say({ zh: "查找", en: "Find" })}
        onClick={(it) => it.target === dialog.current && dialog.current.close()}
      >
        <input
          className="input"
          role="combobox"
          aria-expanded="true"
          aria-controls={`${id}-list`}
          aria-activedescendant={hits.length > 0 ? `${id}-${at}` : undefined}
          aria-label={say({ zh: "查找", en: "Find" })}
          placeholder={say({
            zh: "编号、手机号、姓名，或页面名称",
            en: "An id, a phone, a name, or a screen",
          })}
          value={text}
          onChange={(it) => setText(it.target.value)}
          onKeyDown={(it) => {
            if (it.key === "ArrowDown") setAt(Math.min(at + 1, hits.length - 1));
            if (it.key === "ArrowUp") setAt(Math.max(at - 1, 0));
            if (it.key === "Enter") go(hits[at]);
            if (it.key === "ArrowDown" || it.key === "ArrowUp") it.preventDefault();
          }}
        />
        <ul id={`${id}-list`} role="listbox" aria-label={say({ zh: "结果", en: "Results" })}>
          {hits.map((it, index) => (
            <li
              key={it.to}
              id={`${id}-${index}`}
              role="option"
              aria-selected={index === at}
              onMouseEnter={() => setAt(index)}
              onClick={() => go(it)}
            >
              <span>{it.title}</span>
              <span className="soft figures">{it.note}</span>
            </li>
          ))}
        </ul>
        {hits.length === 0 ? (
          <p className="soft">
            {say({
              zh: "没有找到。手机号与姓名须完整输入。",
              en: "Nothing found. Phones and names must be given in full.",
            })}
          </p>
        ) : null}
      </dialog>
    </>
  );
}
