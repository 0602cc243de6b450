import { EmptyState } from "../../states/empty-state.tsx";

/** No session is in the database. */
export const NothingYet = () => (
  <>
    <div class="pagehead mt-6">
      <h1>Nothing played yet</h1>
    </div>
    <EmptyState
      figure="watch"
      top
      title="No session yet"
      actions={
        <a class="btn primary" href="/about">
          How numbers are made
        </a>
      }
    >
      The server has not sent a finished round. The first one appears here seconds after it ends,
      without a reload. <code>slomix import PATH</code> brings old stats files in.
    </EmptyState>
  </>
);
