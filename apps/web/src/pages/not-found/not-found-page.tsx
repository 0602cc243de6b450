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
            <a class="btn primary" href="/">
              Home
            </a>
            <a class="btn" href="/sessions">
              All sessions
            </a>
          </>
        }
      >
        The link may be mistyped, or the page was renamed.
      </MissingState>
    </>
  );
}
