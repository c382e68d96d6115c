import { type ReactNode, useState } from "react";
import { type Bilingual, useWords } from "../../text/language.tsx";
import { Money } from "../words/money.tsx";
import "./unfolding-sum.css";

export type SumPart = {
  readonly id: string;
  readonly label: Bilingual;
  readonly amountMinor: number;
  /** The event, formula and day that made it, where it has no parts of its own. */
  readonly source?: Bilingual;
  readonly parts?: readonly SumPart[];
};

/** The sum that unfolds (每一分): any amount opens in place into its parts, down to the cent. */
export function UnfoldingSum(props: {
  readonly sum: SumPart;
  readonly currency?: string;
  readonly open?: boolean;
}): ReactNode {
  return (
    <div className="sum">
      <Part part={props.sum} currency={props.currency ?? "CNY"} open={props.open ?? false} />
    </div>
  );
}

function Part(props: {
  readonly part: SumPart;
  readonly currency: string;
  readonly open: boolean;
}): ReactNode {
  const { t, say } = useWords();
  const [open, setOpen] = useState(props.open);
  const { part } = props;
  const parts = part.parts ?? [];
  return (
    <>
      <div className="part">
        <span className="label">
          {parts.length > 0 ? (
            <button
              type="button"
              className="fold"
              aria-expanded={open}
              aria-label={`${say(part.label)}: ${open ? t("sum.close") : t("sum.open")}`}
              onClick={() => setOpen(!open)}
            >
              ▶
            </button>
          ) : (
            <span className="leaf" aria-hidden="true">
              ·
            </span>
          )}
          <span>{say(part.label)}</span>
        </span>
        <Money minor={part.amountMinor} currency={props.currency} />
        {part.source ? <span className="source">{say(part.source)}</span> : null}
      </div>
      {open && parts.length > 0 ? (
        <ul>
          {parts.map((it) => (
            <li key={it.id}>
              <Part part={it} currency={props.currency} open={false} />
            </li>
          ))}
        </ul>
      ) : null}
    </>
  );
}
