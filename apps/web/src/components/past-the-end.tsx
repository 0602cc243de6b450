import { Link } from "@tanstack/solid-router";
import { MissingState } from "../states/missing-state.tsx";

/** A page of a list that is shorter. */
export const PastTheEnd = (props: {
  /** "list" */
  readonly what: string;
}) => (
  <MissingState
    title="No such page"
    actions={
      <Link
        class="btn primary"
        to="."
        search={(before: Record<string, unknown>) => ({ ...before, page: undefined })}
      >
        First page
      </Link>
    }
  >
    The {props.what} ends before it.
  </MissingState>
);
