import { For, type JSX, Show } from "solid-js";
import type { SessionReport } from "../api/report.ts";
import type { TeamSlot } from "../session/teams.ts";
import { teamName } from "../session/teams.ts";
import { Front } from "./front.tsx";
import { PlayerName } from "./player-name.tsx";
import { TeamLetter } from "./team-letter.tsx";

/** The score of a session on its map sheet: A left, B right, and the front. */
export const Scoreboard = (props: {
  readonly report: SessionReport;
  readonly says: string;
  readonly head?: JSX.Element;
  readonly foot?: JSX.Element;
}) => {
  const score = () => props.report.score;
  return (
    <div class="sheet relief">
      <div class="scoreboard">
        <Show when={props.head}>
          <div class="when">{props.head}</div>
        </Show>
        <div class="duel">
          <Team report={props.report} slot="A" />
          <div
            class="score"
            role="img"
            aria-label={`${teamName(props.report.teamNames, "A")} ${score().teamA}, ${teamName(props.report.teamNames, "B")} ${score().teamB}`}
          >
            <span classList={{ lost: score().teamA < score().teamB }}>{score().teamA}</span>
            <span class="sep">:</span>
            <span classList={{ lost: score().teamB < score().teamA }}>{score().teamB}</span>
          </div>
          <Team report={props.report} slot="B" />
        </div>
        <Front
          matches={props.report.matches}
          teamNames={props.report.teamNames}
          says={props.says}
        />
        <Show when={props.foot}>
          <div class="when foot-line">{props.foot}</div>
        </Show>
      </div>
    </div>
  );
};

const Team = (props: { readonly report: SessionReport; readonly slot: TeamSlot }) => (
  <div>
    <div class="tname">
      <Show when={props.slot === "A"}>
        <TeamLetter team="A" />
      </Show>
      <span class="min-w-0">{teamName(props.report.teamNames, props.slot)}</span>
      <Show when={props.slot === "B"}>
        <TeamLetter team="B" />
      </Show>
    </div>
    <div class="roster">
      <For each={props.report.sessionPlayers.filter(({ team }) => team === props.slot)}>
        {(player) => <PlayerName guid={player.guid} name={player.name} raw={player.rawName} />}
      </For>
    </div>
  </div>
);
