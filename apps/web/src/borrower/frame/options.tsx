import { type ReactNode, useId } from "react";

/** A few choices side by side, large enough for a thumb. */
export function Options<Value extends string | number>(props: {
  readonly label: string;
  readonly value: Value;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly onChange: (value: Value) => void;
}): ReactNode {
  const name = useId();
  return (
    <fieldset className="own-options">
      <legend>{props.label}</legend>
      {props.options.map((it) => (
        <label key={it.value}>
          <input
            type="radio"
            name={name}
            checked={it.value === props.value}
            onChange={() => props.onChange(it.value)}
          />
          {it.label}
        </label>
      ))}
    </fieldset>
  );
}
