import { type ReactNode, useState } from "react";
import { type Bilingual, useWords } from "../../text/language.tsx";
import { Button, Chip, Sheet } from "../controls/controls.tsx";
import "./seal.css";

export type SealProps = {
  /** The short code that stands on the seal, four characters or more. */
  readonly code: string;
  readonly decidedBy: Bilingual;
  readonly article?: string;
  readonly size?: number;
  /** Checks the log proof on the spot, in this browser; true when it holds. */
  readonly check?: () => Promise<boolean>;
};

/** The seal (印): marks whatever carries a proof. A broken proof breaks it visibly. */
export function Seal(props: SealProps): ReactNode {
  const { t, say } = useWords();
  const [open, setOpen] = useState(false);
  const [state, setState] = useState<"unchecked" | "checking" | "holds" | "broken">("unchecked");
  const size = props.size ?? 32;
  const letters = props.code
    .replace(/[^0-9A-Za-z\p{Script=Han}]/gu, "")
    .toUpperCase()
    .slice(0, 4)
    .padEnd(4, "·");
  const check = async (): Promise<void> => {
    if (!props.check) return;
    setState("checking");
    setState((await props.check().catch(() => false)) ? "holds" : "broken");
  };
  return (
    <>
      <button type="button" className="seal" data-state={state} onClick={() => setOpen(true)}>
        <span className="visually-hidden">
          {state === "broken" ? t("seal.broken") : t("seal.proved")} {props.code}
        </span>
        <svg viewBox="0 0 48 48" width={size} height={size} aria-hidden="true">
          <rect className="stamp" x="1" y="1" width="46" height="46" rx="5" />
          <rect
            x="5"
            y="5"
            width="38"
            height="38"
            rx="3"
            fill="none"
            stroke="#fff"
            strokeWidth="1.2"
            opacity="0.75"
          />
          <text className="code" x="24" y="22" textAnchor="middle">
            {letters.slice(0, 2)}
          </text>
          <text className="code" x="24" y="38" textAnchor="middle">
            {letters.slice(2)}
          </text>
          {state === "broken" ? <path className="crack" d="M30 0 L22 16 L29 24 L18 48" /> : null}
        </svg>
      </button>
      <Sheet open={open} title={`${t("seal.proved")} ${props.code}`} onClose={() => setOpen(false)}>
        <div className="stack">
          <p>
            {t("seal.by")} {say(props.decidedBy)}{" "}
            {props.article ? <span className="law">{props.article}</span> : null}
          </p>
          {state === "holds" ? <Chip tone="allowed">{t("seal.ok")}</Chip> : null}
          {state === "broken" ? <p role="alert">{t("seal.bad")}</p> : null}
          {props.check ? (
            <Button kind="primary" busy={state === "checking"} onPress={() => void check()}>
              {state === "checking" ? t("seal.checking") : t("seal.check")}
            </Button>
          ) : null}
        </div>
      </Sheet>
    </>
  );
}
