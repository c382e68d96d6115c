import type { ReactNode } from "react";
import { amountText } from "../../text/format.ts";
import { useWords } from "../../text/language.tsx";
import "./words.css";

/** An amount: figures large, currency small, minus as −, never red. */
export function Money(props: {
  readonly minor: number;
  readonly currency?: string;
  readonly size?: "large";
}): ReactNode {
  const { language } = useWords();
  const currency = props.currency ?? "CNY";
  const unit = language === "zh-CN" && currency === "CNY" ? "元" : currency;
  const figures = amountText(props.minor);
  return (
    <span className="money figures" data-size={props.size ?? "normal"}>
      {unit === "元" ? (
        <>
          {figures}
          <small> {unit}</small>
        </>
      ) : (
        <>
          <small>{unit} </small>
          {figures}
        </>
      )}
    </span>
  );
}
