import { type ReactNode, useEffect, useId, useRef, useState } from "react";
import { useWords } from "../../text/language.tsx";
import { Button } from "../controls/controls.tsx";
import "./chart.css";

export type Series = { readonly name: string; readonly values: readonly (number | null)[] };

export type ChartShape =
  | {
      readonly kind: "line" | "bar" | "stacked";
      readonly categories: readonly string[];
      readonly series: readonly Series[];
    }
  | {
      readonly kind: "heat";
      readonly categories: readonly string[];
      readonly rows: readonly string[];
      /** values[row][category], null where there is none. */
      readonly values: readonly (readonly (number | null)[])[];
    };

type Props = {
  readonly title: string;
  readonly shape: ChartShape;
  readonly format: (value: number) => string;
  readonly height?: number;
};

/** A chart with its numbers behind it: one press shows the same figures as a table. */
export function Chart(props: Props): ReactNode {
  const { t } = useWords();
  const [isTable, setTable] = useState(false);
  const id = useId();
  return (
    <figure className="chart" aria-labelledby={id}>
      <figcaption className="row between">
        <b id={id}>{props.title}</b>
        <Button kind="quiet" onPress={() => setTable(!isTable)}>
          {t(isTable ? "chart.picture" : "chart.numbers")}
        </Button>
      </figcaption>
      {isTable ? <Numbers {...props} /> : <Picture {...props} />}
    </figure>
  );
}

function Picture(props: Props): ReactNode {
  const place = useRef<HTMLDivElement>(null);
  const { shape, format, title } = props;
  useEffect(() => {
    const element = place.current;
    if (!element) return;
    let end = (): void => {};
    let isGone = false;
    void import("./draw.ts").then(({ draw }) => {
      if (!isGone) end = draw(element, shape, format);
    });
    return () => {
      isGone = true;
      end();
    };
  }, [shape, format]);
  return (
    <div
      ref={place}
      className="chart-place"
      style={{ height: props.height ?? 260 }}
      role="img"
      aria-label={title}
    />
  );
}

function Numbers({ shape, format, title }: Props): ReactNode {
  const rows =
    shape.kind === "heat"
      ? shape.rows.map((name, row) => ({ name, values: shape.values[row] ?? [] }))
      : shape.series;
  return (
    <div className="table-scroll" role="region" aria-label={title} tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th />
            {shape.categories.map((it) => (
              <th key={it} scope="col" className="right">
                {it}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((it) => (
            <tr key={it.name}>
              <th scope="row">{it.name}</th>
              {shape.categories.map((category, index) => {
                const value = it.values[index];
                return (
                  <td key={category} className="figures right">
                    {value === null || value === undefined ? "–" : format(value)}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
