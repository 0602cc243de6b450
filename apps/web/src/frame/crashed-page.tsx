import type { ErrorComponentProps } from "@tanstack/solid-router";
import { ErrorState } from "../states/error-state.tsx";

/** In place of a page that could not be drawn. */
export const CrashedPage = (props: ErrorComponentProps) => (
  <div class="sec">
    <ErrorState what="This page" error={props.error} onRetry={() => location.reload()} />
  </div>
);
