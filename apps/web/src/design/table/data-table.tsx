import { type ReactNode, useId } from "react";
import { countText } from "../../text/format.ts";
import { useWords } from "../../text/language.tsx";
import { Button } from "../controls/controls.tsx";
import { Empty } from "../states/states.tsx";
import "./data-table.css";

export type Column<Row> = {
  readonly id: string;
  readonly label: string;
  readonly cell: (row: Row) => ReactNode;
  /** Figures stand right-aligned under each other. */
  readonly isFigure?: boolean;
  readonly isSortable?: boolean;
  /** Left out on a narrow screen. */
  readonly isMinor?: boolean;
};

export type SortOrder = { readonly by: string; readonly direction: "up" | "down" };

type Props<Row> = {
  readonly caption: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string;
  readonly hrefOf?: (row: Row) => string;
  readonly sort?: SortOrder | undefined;
  readonly onSort?: (sort: SortOrder) => void;
  readonly count?: number | undefined;
  readonly onNext?: (() => void) | undefined;
  readonly onPrevious?: (() => void) | undefined;
  readonly exports?: readonly { readonly label: string; readonly href: string }[];
  readonly filters?: ReactNode;
  readonly empty?: ReactNode;
};

/**
 * A table whose rows come from the server, already sorted, filtered and cut: the component shows
 * the order and asks for another; it never sorts a page as if it were the whole.
 */
export function DataTable<Row>(props: Props<Row>): ReactNode {
  const { t } = useWords();
  const id = useId();
  return (
    <section className="table-block" aria-labelledby={id}>
      <div className="row between table-head">
        <h2 id={id}>{props.caption}</h2>
        <div className="row">
          {props.count === undefined ? null : (
            <span className="soft figures">
              {t("table.rows", { count: countText(props.count) })}
            </span>
          )}
          {props.exports?.map((it) => (
            <a key={it.href} className="button" data-kind="quiet" href={it.href} download>
              {t("table.export")} {it.label}
            </a>
          ))}
        </div>
      </div>
      {props.filters ? <div className="row table-filters">{props.filters}</div> : null}
      {props.rows.length === 0 ? (
        (props.empty ?? <Empty title={t("table.empty")} />)
      ) : (
        <div className="table-scroll" role="region" aria-labelledby={id} tabIndex={0}>
          <table>
            <thead>
              <tr>
                {props.columns.map((it) => (
                  <Head key={it.id} column={it} sort={props.sort} onSort={props.onSort} />
                ))}
              </tr>
            </thead>
            <tbody>
              {props.rows.map((row) => (
                <tr key={props.keyOf(row)}>
                  {props.columns.map((it, index) => (
                    <td
                      key={it.id}
                      className={it.isFigure ? "figures right" : undefined}
                      data-minor={it.isMinor ?? false}
                    >
                      {index === 0 && props.hrefOf ? (
                        <a href={props.hrefOf(row)}>{it.cell(row)}</a>
                      ) : (
                        it.cell(row)
                      )}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {props.onNext || props.onPrevious ? (
        <div className="row">
          <Button disabled={!props.onPrevious} {...pressed(props.onPrevious)}>
            {t("table.previous")}
          </Button>
          <Button disabled={!props.onNext} {...pressed(props.onNext)}>
            {t("table.next")}
          </Button>
        </div>
      ) : null}
    </section>
  );
}

function pressed(press: (() => void) | undefined): { onPress?: () => void } {
  return press ? { onPress: press } : {};
}

function Head<Row>(props: {
  readonly column: Column<Row>;
  readonly sort: SortOrder | undefined;
  readonly onSort: ((sort: SortOrder) => void) | undefined;
}): ReactNode {
  const { column, sort, onSort } = props;
  const isCurrent = sort?.by === column.id;
  const next = isCurrent && sort.direction === "down" ? "up" : "down";
  return (
    <th
      scope="col"
      className={column.isFigure ? "right" : undefined}
      data-minor={column.isMinor ?? false}
      aria-sort={isCurrent ? (sort.direction === "up" ? "ascending" : "descending") : undefined}
    >
      {column.isSortable && onSort ? (
        <button type="button" onClick={() => onSort({ by: column.id, direction: next })}>
          {column.label}
          <span aria-hidden="true">{isCurrent ? (sort.direction === "up" ? " ↑" : " ↓") : ""}</span>
        </button>
      ) : (
        column.label
      )}
    </th>
  );
}
