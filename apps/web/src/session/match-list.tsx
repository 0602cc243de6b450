import { For } from "solid-js";
import type { SessionReport } from "../api/report.ts";
import { Icon } from "../components/icon.tsx";
import { standsOf } from "./lead.ts";
import { MatchRow } from "./match-row.tsx";

/** All matches of a session, one below the other, and what the bars mean. */
export const MatchList = (props: { readonly report: SessionReport }) => {
  const score = () => {
    const stands = new Map(standsOf(props.report.matches).map((stand) => [stand.match, stand]));
    return (match: SessionReport["matches"][number]) => {
      const stand = stands.get(match);
      return stand ? `${stand.a} : ${stand.b}` : null;
    };
  };
  return (
    <>
      <div class="match-head" aria-hidden="true">
        <span>Map</span>
        <span>Round 1</span>
        <span>Round 2: same limit, or the time set in round 1</span>
        <span>Point and score</span>
      </div>
      <ol class="matches">
        <For each={props.report.matches}>
          {(match, i) => (
            <li class="match">
              <MatchRow
                match={match}
                number={i() + 1}
                teamNames={props.report.teamNames}
                score={score()(match)}
              />
            </li>
          )}
        </For>
      </ol>
      <p class="legend mt-3">
        <span>
          <Icon name="flag" solid /> objective done
        </span>
        <span>
          <Icon name="hold" solid /> defence held
        </span>
        <span>
          <Icon name="pause" solid /> pause
        </span>
        <span>
          <i class="legend-held" /> attack stopped
        </span>
        <span>
          <i class="legend-dead" /> time beyond the limit of round 2
        </span>
      </p>
    </>
  );
};
