import type { ReactNode } from "react";
import { countText } from "../../text/format.ts";
import { useWords } from "../../text/language.tsx";
import { Button, type Tone } from "../controls/controls.tsx";

/** Lines that stand in for text; they appear only after 300 ms. */
export function Skeleton({ lines = 4 }: { readonly lines?: number }): ReactNode {
  const { t } = useWords();
  return (
    <div className="skeleton" role="status" aria-label={t("state.loading")}>
      {Array.from({ length: lines }, (_, index) => (
        <i key={index} style={{ width: `${92 - ((index * 17) % 40)}%` }} />
      ))}
    </div>
  );
}

/** An empty list teaches with one sentence and offers one action. */
export function Empty(props: { readonly title?: string; readonly next?: ReactNode }): ReactNode {
  const { t } = useWords();
  return (
    <div className="state">
      <strong>{props.title ?? t("state.empty")}</strong>
      {props.next}
    </div>
  );
}

/** What happened, what was kept, what to do. */
export function Failed(props: {
  readonly what?: string | undefined;
  readonly onRetry?: () => void;
}): ReactNode {
  const { t } = useWords();
  return (
    <div className="state" role="alert">
      <strong>{t("state.error")}</strong>
      <span>{props.what ?? t("state.errorKept")}</span>
      {props.onRetry ? <Button onPress={props.onRetry}>{t("state.retry")}</Button> : null}
    </div>
  );
}

export function NoPermission(): ReactNode {
  const { t } = useWords();
  return (
    <div className="state">
      <strong>{t("state.noPermission")}</strong>
      <span>{t("state.noPermissionNext")}</span>
    </div>
  );
}

export function Notice({
  tone = "notice",
  children,
}: {
  readonly tone?: Tone;
  readonly children: ReactNode;
}): ReactNode {
  return (
    <div className="notice" data-tone={tone}>
      <div>{children}</div>
    </div>
  );
}

/** Progress with its numbers beside it. */
export function Progress(props: {
  readonly label: string;
  readonly done: number;
  readonly of: number;
}): ReactNode {
  const share = props.of === 0 ? 0 : Math.min(1, props.done / props.of);
  return (
    <div
      className="progress"
      role="progressbar"
      aria-label={props.label}
      aria-valuemin={0}
      aria-valuemax={props.of}
      aria-valuenow={props.done}
    >
      <span className="row between">
        <span>{props.label}</span>
        <span className="figures soft">
          {countText(props.done)} / {countText(props.of)}
        </span>
      </span>
      <div>
        <i style={{ width: `${share * 100}%` }} />
      </div>
    </div>
  );
}
