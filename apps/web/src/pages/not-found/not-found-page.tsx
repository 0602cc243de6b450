import { Link } from "@tanstack/solid-router";
import { usePageTitle } from "../../frame/page-title.ts";
import { MissingState } from "../../states/missing-state.tsx";

/** An address that leads nowhere. */
export function NotFoundPage() {
  usePageTitle(() => "No such page");
  return (
    <>
      <div class="pagehead mt-6">
        <h1>No such page</h1>
      </div>
      <MissingState
        title="Nothing at this address"
        actions={
          <>
            <Link class="btn primary" to="/">
              Home
            </Link>
            <Link class="btn" to="/sessions">
              All sessions
            </Link>
          </>
        }
      >
        The link may be mistyped, or the page was renamed.
      </MissingState>
    </>
  );
}
