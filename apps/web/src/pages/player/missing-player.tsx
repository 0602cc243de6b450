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
          <a class="btn primary" href="/players">
            All players
          </a>
          <a class="btn" href="/leaderboards">
            Leaderboards
          </a>
        </>
      }
    >
      The link may be mistyped. Bots have no page. With <kbd>/</kbd> you search by name, former
      names included.
    </MissingState>
  </>
);
