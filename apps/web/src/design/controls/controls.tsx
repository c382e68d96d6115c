import { type ReactNode, useEffect, useId, useRef } from "react";
import { useWords } from "../../text/language.tsx";

type ButtonProps = {
  readonly children: ReactNode;
  readonly kind?: "primary" | "plain" | "quiet";
  readonly onPress?: () => void;
  readonly submit?: boolean;
  readonly busy?: boolean;
  readonly disabled?: boolean;
  readonly wide?: boolean;
};

/** One primary action a screen; a busy button cannot be pressed twice. */
export function Button(props: ButtonProps): ReactNode {
  return (
    <button
      type={props.submit ? "submit" : "button"}
      className="button"
      data-kind={props.kind ?? "plain"}
      data-wide={props.wide ?? false}
      disabled={(props.disabled ?? false) || (props.busy ?? false)}
      aria-busy={props.busy ?? false}
      onClick={props.onPress}
    >
      {props.children}
    </button>
  );
}

type FieldProps = {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly hint?: string | undefined;
  readonly wrong?: string | undefined;
  readonly type?: "text" | "password" | "date" | "tel" | "number" | "search";
  readonly inputMode?: "numeric" | "decimal" | "text" | "tel";
  readonly autoComplete?: string;
  readonly multiline?: boolean;
  readonly required?: boolean;
  readonly maxLength?: number;
};

/** A labelled input: what is wrong stands under it and is announced with it. */
export function Field(props: FieldProps): ReactNode {
  const id = useId();
  const described = props.wrong ? `${id}-wrong` : props.hint ? `${id}-hint` : undefined;
  const shared = {
    id,
    className: "input",
    value: props.value,
    required: props.required ?? false,
    "aria-invalid": props.wrong !== undefined,
    "aria-describedby": described,
    ...(props.maxLength === undefined ? {} : { maxLength: props.maxLength }),
  };
  return (
    <div className="field">
      <label htmlFor={id}>{props.label}</label>
      {props.multiline ? (
        <textarea {...shared} onChange={(it) => props.onChange(it.target.value)} />
      ) : (
        <input
          {...shared}
          type={props.type ?? "text"}
          inputMode={props.inputMode}
          autoComplete={props.autoComplete}
          onChange={(it) => props.onChange(it.target.value)}
        />
      )}
      {props.wrong ? (
        <span className="wrong" id={`${id}-wrong`} role="alert">
          {props.wrong}
        </span>
      ) : props.hint ? (
        <span className="hint" id={`${id}-hint`}>
          {props.hint}
        </span>
      ) : null}
    </div>
  );
}

type ChoiceProps = {
  readonly label: string;
  readonly value: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly onChange: (value: string) => void;
};

export function Choice(props: ChoiceProps): ReactNode {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{props.label}</label>
      <select
        id={id}
        className="input"
        value={props.value}
        onChange={(it) => props.onChange(it.target.value)}
      >
        {props.options.map((it) => (
          <option key={it.value} value={it.value}>
            {it.label}
          </option>
        ))}
      </select>
    </div>
  );
}

export type Tone = "allowed" | "wait" | "refused" | "notice" | "plain";

const marks: Readonly<Record<Tone, string>> = {
  allowed: "✓",
  wait: "◔",
  refused: "✕",
  notice: "i",
  plain: "·",
};

/** A state in shape, word and colour at once. Tones are for acts, never for a person or a debt. */
export function Chip({
  tone,
  children,
}: {
  readonly tone: Tone;
  readonly children: ReactNode;
}): ReactNode {
  return (
    <span className="chip" data-tone={tone}>
      <span aria-hidden="true">{marks[tone]}</span>
      {children}
    </span>
  );
}

export function Panel(props: {
  readonly title?: ReactNode;
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}): ReactNode {
  const id = useId();
  return (
    <section className="panel" aria-labelledby={props.title ? id : undefined}>
      {props.title ? (
        <header>
          <h2 id={id}>{props.title}</h2>
          {props.aside}
        </header>
      ) : null}
      {props.children}
    </section>
  );
}

export function Tabs(props: {
  readonly label: string;
  readonly current: string;
  readonly tabs: readonly { readonly id: string; readonly label: string }[];
  readonly onChange: (id: string) => void;
}): ReactNode {
  const step = (by: number): void => {
    const index = props.tabs.findIndex((it) => it.id === props.current);
    const next = props.tabs[(index + by + props.tabs.length) % props.tabs.length];
    if (next) props.onChange(next.id);
  };
  return (
    <div
      className="tabs"
      role="tablist"
      aria-label={props.label}
      onKeyDown={(it) => {
        if (it.key === "ArrowRight") step(1);
        if (it.key === "ArrowLeft") step(-1);
      }}
    >
      {props.tabs.map((it) => (
        <button
          key={it.id}
          type="button"
          role="tab"
          aria-selected={it.id === props.current}
          tabIndex={it.id === props.current ? 0 : -1}
          onClick={() => props.onChange(it.id)}
        >
          {it.label}
        </button>
      ))}
    </div>
  );
}

/** A sheet over the page; Escape and the close button leave it, focus returns to where it was. */
export function Sheet(props: {
  readonly open: boolean;
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}): ReactNode {
  const { t } = useWords();
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    if (props.open && !dialog.current?.open) dialog.current?.showModal();
    if (!props.open && dialog.current?.open) dialog.current.close();
  }, [props.open]);
  return (
    <dialog ref={dialog} className="sheet" aria-labelledby={id} onClose={props.onClose}>
      <div className="row between" style={{ marginBottom: "var(--s4)" }}>
        <h2 id={id}>{props.title}</h2>
        <Button kind="quiet" onPress={props.onClose}>
          {t("close")}
        </Button>
      </div>
      {props.open ? props.children : null}
    </dialog>
  );
}

export function Figure(props: {
  readonly label: string;
  readonly value: ReactNode;
  readonly note?: ReactNode;
}): ReactNode {
  return (
    <div className="figure-tile">
      <dt>{props.label}</dt>
      <dd>
        {props.value}
        {props.note ? <small>{props.note}</small> : null}
      </dd>
    </div>
  );
}

export function Figures({ children }: { readonly children: ReactNode }): ReactNode {
  return <dl className="tiles">{children}</dl>;
}
