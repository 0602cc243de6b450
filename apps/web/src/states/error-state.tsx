import { Show } from "solid-js";
import { Failure } from "../api/failure.ts";
import { StateFigure } from "./state-figure.tsx";

/** Something could not be loaded: what, why, and how to try again. */
export const ErrorState = (props: {
  /** Beginning of the title: "Players" makes "Players could not be loaded". */
  readonly what: string;
  readonly error: unknown;
  readonly onRetry: () => void;
}) => {
  const failure = () => (props.error instanceof Failure ? props.error : null);
  return (
    <div class="state err" role="alert">
      <StateFigure name="cut" />
      <h3>{props.what} could not be loaded</h3>
      <p>
        {failure()?.message ?? "Something went wrong on this page."}{" "}
        <Show when={failure()?.kind === "away"}>It is tried again until it works.</Show>
      </p>
      <div class="acts">
        <button type="button" class="btn primary" onClick={() => props.onRetry()}>
          Try again
        </button>
        <Show when={failure()?.requestId}>
          {(id) => (
            <span class="small dim self-center">
              Report as <code>{id().slice(0, 8)}</code>
            </span>
          )}
        </Show>
      </div>
    </div>
  );
};
