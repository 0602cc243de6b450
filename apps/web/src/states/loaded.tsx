import type { UseQueryResult } from "@tanstack/solid-query";
import { createEffect, type JSX, Match, Switch } from "solid-js";
import { Failure } from "../api/failure.ts";
import { noteFirstPicture } from "../frame/first-picture.ts";
import { goToPlace } from "../frame/place.ts";
import { ErrorState } from "./error-state.tsx";
import { Skeleton } from "./skeleton.tsx";

/**
 * What was read, or the state instead of it: loading, not there, failed. What was read once stays
 * when reading it anew fails.
 */
export const Loaded = <Data,>(props: {
  readonly query: UseQueryResult<Data, Error>;
  /** Named in the states: "Players". */
  readonly what: string;
  readonly children: (data: () => NonNullable<Data>) => JSX.Element;
  /** Instead of the usual grey lines. */
  readonly loading?: JSX.Element;
  /** What to show when the address names nothing. */
  readonly missing?: JSX.Element;
}) => {
  const gone = () =>
    props.query.error instanceof Failure &&
    (props.query.error.kind === "not_found" || props.query.error.kind === "bad_request");
  createEffect(() => {
    if (props.query.isPending) return;
    noteFirstPicture();
    queueMicrotask(goToPlace);
  });
  return (
    <Switch fallback={props.loading ?? <Skeleton what={props.what} />}>
      <Match when={gone() && props.missing}>{props.missing}</Match>
      {/* Data that is read before it is there would hide the whole page until it is. */}
      <Match when={!props.query.isPending && props.query.data}>
        {(data) => props.children(data as () => NonNullable<Data>)}
      </Match>
      <Match when={props.query.error}>
        <ErrorState
          what={props.what}
          error={props.query.error}
          onRetry={() => void props.query.refetch()}
        />
      </Match>
    </Switch>
  );
};
