import { type ReactNode, type RefObject, useId, useLayoutEffect, useRef, useState } from "react";
import { type Bilingual, useWords } from "../../text/language.tsx";
import "./day-measure.css";

/** A rule as people read it: its title and its article. */
export type RuleReference = { readonly title: Bilingual; readonly article: string };

export type MeasureSpan = {
  /** Minutes after local midnight, 0 … 1440. */
  readonly from: number;
  readonly to: number;
  readonly kind: "open" | "quiet";
  readonly rule?: RuleReference;
};

export type MeasureMark = {
  /** Minute of the day for a contact that happened; `undefined` for one that is left. */
  readonly minute?: number;
  readonly state: "used" | "left" | "refused";
  readonly label: Bilingual;
  readonly rule?: RuleReference;
};

type Props = {
  readonly zone: string;
  readonly spans: readonly MeasureSpan[];
  readonly marks: readonly MeasureMark[];
  readonly nowMinute?: number;
  readonly size?: "small" | "medium" | "large";
};

const left = 8;

/**
 * The day measure (一日之度): a day of 24 hours in the person's own zone, with quiet hours shaded,
 * open windows, contacts made (filled), contacts left (hollow) and now. Each mark opens its rule.
 */
export function DayMeasure(props: Props): ReactNode {
  const { t, say } = useWords();
  const [opened, setOpened] = useState<RuleReference>();
  const id = useId();
  const figure = useRef<HTMLElement>(null);
  const width = useWidth(figure);
  const x = (minute: number): number => left + (minute * (width - 2 * left)) / 1440;
  const size = props.size ?? "medium";
  const hoursApart = size === "large" && width > 640 ? 2 : 6;
  const top = size === "small" ? 10 : 26;
  const height = size === "small" ? 12 : 22;
  const base = top + height;
  const firstOpen = props.spans.find((it) => it.kind === "open");
  const left$ = props.marks.filter((it) => it.state === "left");
  return (
    <figure ref={figure} className="measure" aria-labelledby={`${id}-caption`}>
      <svg
        width={width}
        height={base + (size === "small" ? 6 : 22)}
        role="group"
        aria-label={t("measure.title")}
      >
        <defs>
          <pattern
            id="measure-quiet"
            width="6"
            height="6"
            patternUnits="userSpaceOnUse"
            patternTransform="rotate(45)"
          >
            <rect width="6" height="6" fill="var(--paper-sunk)" />
            <line x1="0" y1="0" x2="0" y2="6" stroke="var(--line-strong)" strokeWidth="1.2" />
          </pattern>
        </defs>
        {props.spans.map((it) => (
          <rect
            key={`${it.from}-${it.kind}`}
            className={it.kind}
            x={x(it.from)}
            width={Math.max(0, x(it.to) - x(it.from))}
            y={top}
            height={height}
          />
        ))}
        {Array.from({ length: 25 }, (_, hour) => (
          <g key={hour}>
            <line
              className={hour % 6 === 0 ? "tick hour" : "tick"}
              x1={x(hour * 60)}
              x2={x(hour * 60)}
              y1={base}
              y2={base - (hour % 6 === 0 ? height : hour % 3 === 0 ? height * 0.55 : height * 0.3)}
            />
            {size !== "small" && hour % hoursApart === 0 ? (
              <text
                x={x(hour * 60)}
                y={base + 15}
                textAnchor={hour === 0 ? "start" : hour === 24 ? "end" : "middle"}
              >
                {String(hour).padStart(2, "0")}:00
              </text>
            ) : null}
          </g>
        ))}
        <line className="tick" x1={left} x2={width - left} y1={base} y2={base} />
        {props.marks
          .filter((it) => it.minute !== undefined)
          .map((it, index) => (
            <Mark
              key={`used-${index}`}
              mark={it}
              cx={x(it.minute ?? 0)}
              cy={top + height / 2}
              onOpen={setOpened}
            />
          ))}
        {left$.map((it, index) => (
          <Mark
            key={`left-${index}`}
            mark={it}
            cx={x(Math.max(firstOpen?.to ?? 1260, 0)) - 14 - 18 * (left$.length - 1 - index)}
            cy={top + height / 2}
            onOpen={setOpened}
          />
        ))}
        {props.nowMinute === undefined ? null : (
          <g>
            <line
              className="now"
              x1={x(props.nowMinute)}
              x2={x(props.nowMinute)}
              y1={top - 6}
              y2={base + 4}
            />
            {size === "small" ? null : (
              <text className="now-label" x={x(props.nowMinute)} y={top - 10} textAnchor="middle">
                {t("measure.now")} {clock(props.nowMinute)}
              </text>
            )}
          </g>
        )}
      </svg>
      <figcaption
        id={`${id}-caption`}
        className={size === "small" ? "visually-hidden" : "measure-legend"}
      >
        <span>
          <i data-kind="open" />
          {t("measure.open")} {firstOpen ? `${clock(firstOpen.from)}–${clock(firstOpen.to)}` : "–"}
        </span>
        <span>
          <i data-kind="quiet" />
          {t("measure.quiet")}
        </span>
        {props.marks.length === 0 ? null : (
          <>
            <span>
              <i data-kind="used" />
              {t("measure.used")} {props.marks.filter((it) => it.state === "used").length}
            </span>
            <span>
              <i data-kind="left" />
              {t("measure.left")} {left$.length}
            </span>
          </>
        )}
        <span>{t("measure.zone", { zone: props.zone })}</span>
      </figcaption>
      {opened ? (
        <p className="measure-rule" role="status">
          {say(opened.title)} <span className="law soft">{opened.article}</span>
        </p>
      ) : null}
    </figure>
  );
}

type MarkProps = {
  readonly mark: MeasureMark;
  readonly cx: number;
  readonly cy: number;
  readonly onOpen: (rule: RuleReference | undefined) => void;
};

function Mark({ mark, cx, cy, onOpen }: MarkProps): ReactNode {
  const { say } = useWords();
  const open = (): void => onOpen(mark.rule);
  return (
    <g
      className="mark"
      data-state={mark.state}
      role="button"
      tabIndex={0}
      aria-label={say(mark.label)}
      onClick={open}
      onKeyDown={(it) => {
        if (it.key === "Enter" || it.key === " ") {
          it.preventDefault();
          open();
        }
      }}
    >
      <title>{say(mark.label)}</title>
      <circle cx={cx} cy={cy} r={6} />
      {mark.state === "refused" ? (
        <path d={`M${cx - 3} ${cy - 3}l6 6m0 -6l-6 6`} fill="none" aria-hidden="true" />
      ) : null}
    </g>
  );
}

function clock(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(Math.floor(minute % 60)).padStart(2, "0")}`;
}

/** The width of an element in pixels, so that letters keep their size on every screen. */
function useWidth(place: RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(720);
  useLayoutEffect(() => {
    const element = place.current;
    if (!element) return;
    const measure = (): void => setWidth(Math.max(220, element.clientWidth));
    measure();
    const watcher = new ResizeObserver(measure);
    watcher.observe(element);
    return () => watcher.disconnect();
  }, [place]);
  return width;
}
