import { Link } from "@tanstack/solid-router";
import { MissingState } from "../../states/missing-state.tsx";

/** The address names no player. */
export const MissingPlayer = () => (
  <>
    <div class="pagehead mt-6">
      <h1>No such player</h1>
    </div>
    <MissingState
      title="Nobody has played under this GUID"
      actions={
        <>
          <Link class="btn primary" to="/leaderboards">
            Leaderboards
          </Link>
          <Link class="btn" to="/sessions">
            All sessions
          </Link>
        </>
      }
    >
      The link may be mistyped. Bots have no page. With <kbd>/</kbd> you search by name, former
      names included.
    </MissingState>
  </>
);
