import { For } from "solid-js";
import type { SessionReport } from "../api/report.ts";
import { PlayerName } from "../components/player-name.tsx";
import { RankMark } from "../components/rank-mark.tsx";
import { TeamLetter } from "../components/team-letter.tsx";
import { figure } from "../format/numbers.ts";
import { sessionLine } from "../players/lines.ts";
import { whyGood } from "./strengths.ts";
import { teamName } from "./teams.ts";

/** The best of a session by score, each with the reason. */
export const BestPlayers = (props: { readonly report: SessionReport; readonly count: number }) => {
  const lines = () => props.report.sessionPlayers.map(sessionLine);
  const best = () =>
    lines()
      .filter(({ score }) => score !== null)
      .slice(0, props.count);
  return (
    <>
      <ol class="rank">
        <For each={best()}>
          {(line, i) => (
            <li>
              <RankMark rank={i() + 1} />
              <span class="chip">
                <PlayerName guid={line.guid} name={line.name} raw={line.rawName} />
                {line.team ? (
                  <TeamLetter
                    team={line.team}
                    small
                    name={teamName(props.report.teamNames, line.team)}
                  />
                ) : null}
              </span>
              <span class="val">{figure(line.score ?? 0)}</span>
              <span class="why">{whyGood(line, lines())}</span>
            </li>
          )}
        </For>
      </ol>
      <p class="small dim mt-3">
        Session score: 100 is the average of all who played, 15 points are one standard deviation.{" "}
        <a href="/about">How it is made</a>
      </p>
    </>
  );
};
