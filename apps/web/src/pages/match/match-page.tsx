import { useQuery } from "@tanstack/solid-query";
import { useParams } from "@tanstack/solid-router";
import { arrived } from "../../api/arrived.ts";
import { matchQuery } from "../../api/match.ts";
import { longDay } from "../../format/moments.ts";
import { usePageTitle } from "../../frame/page-title.ts";
import { Loaded } from "../../states/loaded.tsx";
import { MissingState } from "../../states/missing-state.tsx";
import { MatchView } from "./match-view.tsx";

/** One match: Round 1, Round 2, or both together. */
export function MatchPage() {
  const params = useParams({ from: "/matches/$matchId" });
  const match = useQuery(() => matchQuery(params().matchId));
  usePageTitle(() => {
    const data = arrived(match);
    if (!data) return match.error ? "No such match" : "Match";
    return `${data.map}, ${longDay(data.matchId.slice(0, 10))}`;
  });
  return (
    <Loaded
      query={match}
      what="The match"
      missing={
        <>
          <div class="pagehead mt-6">
            <h1>No such match</h1>
          </div>
          <MissingState
            title="Not in the database"
            actions={
              <a class="btn primary" href="/sessions">
                All sessions
              </a>
            }
          >
            No match has this name. A rebuild may have given it another one.
          </MissingState>
        </>
      }
    >
      {(data) => <MatchView match={data()} />}
    </Loaded>
  );
}
