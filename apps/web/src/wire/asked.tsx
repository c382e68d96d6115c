import type { UseQueryResult } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { Failed, NoPermission, Skeleton } from "../design/states/states.tsx";
import { Problem } from "./request.ts";

/** What a question to the server shows while it waits, when it fails, and when it may not be asked. */
export function Asked<Answer>(props: {
  readonly query: UseQueryResult<Answer>;
  readonly lines?: number;
  readonly children: (answer: Answer) => ReactNode;
}): ReactNode {
  const { query } = props;
  if (query.isPending) return <Skeleton lines={props.lines ?? 4} />;
  if (query.isError) {
    const { error } = query;
    if (error instanceof Problem && (error.status === 401 || error.status === 403))
      return <NoPermission />;
    return (
      <Failed
        what={error instanceof Problem ? error.message : undefined}
        onRetry={() => void query.refetch()}
      />
    );
  }
  return props.children(query.data);
}
