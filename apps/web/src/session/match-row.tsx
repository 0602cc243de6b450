import { type JSX, Show } from "solid-js";
import { matchPath } from "../address/paths.ts";
import type { ReportRound } from "../api/report.ts";
import { Icon } from "../components/icon.tsx";
import { ResultBadge } from "../components/result-badge.tsx";
import { SideBadge } from "../components/side-badge.tsx";
import { type Attack, StopwatchBar } from "../components/stopwatch-bar.tsx";
import { TeamLetter } from "../components/team-letter.tsx";
import { clock } from "../format/clock.ts";
import { sideName } from "../format/side-name.ts";
import { type RoundsOfMatch, roundResult } from "./round-result.ts";
import { teamName } from "./teams.ts";

/** What a row needs to know of a match. */
export interface MatchFacts {
  readonly map: string;
  readonly matchId: string;
  readonly winner: "A" | "B" | "draw" | null;
  readonly counted: boolean;
  readonly rounds: readonly ReportRound[];
}

/** A match in one line: map, both rounds against the clock, who took the point. */
export const MatchRow = (props: {
  readonly match: MatchFacts;
  /** Place in the session, from 1; null: alone on its page. */
  readonly number: number | null;
  readonly teamNames: readonly string[];
  /** Score after it; null when the match did not count. */
  readonly score: string | null;
}) => {
  const round = (number: 1 | 2) => props.match.rounds.find((one) => one.round === number);
  const limit = () => round(1)?.timeLimitSeconds ?? round(2)?.timeLimitSeconds ?? null;
  return (
    <>
      <div class="mapcell">
        <Show when={props.number}>
          {(number) => (
            <span class="no" aria-hidden="true">
              {number()}
            </span>
          )}
        </Show>
        <Show when={props.number}>
          <h3>
            <a href={matchPath(props.match.matchId)}>{props.match.map}</a>
          </h3>
        </Show>
        <Show when={limit()}>{(seconds) => <small>limit {clock(seconds())}</small>}</Show>
      </div>
      <RoundCell
        number={1}
        round={round(1)}
        rounds={{ first: round(1), second: round(2) }}
        teamNames={props.teamNames}
      />
      <RoundCell
        number={2}
        round={round(2)}
        rounds={{ first: round(1), second: round(2) }}
        teamNames={props.teamNames}
      />
      <div class="verdict">
        <Verdict match={props.match} teamNames={props.teamNames} />
        <Show when={props.score}>
          <span class="run num">{props.score}</span>
        </Show>
      </div>
    </>
  );
};

const Verdict = (props: {
  readonly match: MatchFacts;
  readonly teamNames: readonly string[];
}): JSX.Element => {
  const winner = () => props.match.winner;
  return (
    <Show when={props.match.counted && winner()} fallback={<b class="muted">not counted</b>}>
      <b>
        <Show
          when={winner() === "draw"}
          fallback={
            <>
              <TeamLetter team={winner() === "B" ? "B" : "A"} small />
              {teamName(props.teamNames, winner() === "B" ? "B" : "A")} +1
            </>
          }
        >
          <Icon name="draw" solid /> draw, +1 each
        </Show>
      </b>
    </Show>
  );
};

const RoundCell = (props: {
  readonly number: 1 | 2;
  readonly round: ReportRound | undefined;
  readonly rounds: RoundsOfMatch;
  readonly teamNames: readonly string[];
}) => (
  <div class="round">
    <Show
      when={props.round}
      fallback={
        <>
          <div class="top">
            <span class="rn">R{props.number}</span>
            <span class="muted">not played</span>
          </div>
          <StopwatchBar attack={null} label="not played" />
        </>
      }
    >
      {(round) => {
        const result = () => roundResult(round(), props.rounds);
        const team = () => round().attackers;
        return (
          <>
            <div class="top">
              <span class="rn">R{props.number}</span>
              <Show when={team()} fallback={<span>attack</span>}>
                {(slot) => (
                  <>
                    <TeamLetter team={slot()} small />
                    <span>{teamName(props.teamNames, slot())} attack</span>
                  </>
                )}
              </Show>
              <Show when={round().attackerSide}>{(side) => <SideBadge side={side()} />}</Show>
              <Show when={round().pauseSeconds > 0}>
                <span class="tag">
                  <Icon name="pause" solid />
                  <span class="vh">paused for </span>
                  {clock(round().pauseSeconds)}
                </span>
              </Show>
              <ResultBadge result={result()} />
            </div>
            <StopwatchBar
              attack={attackOf(round(), props.rounds)}
              label={inWords(round(), props.teamNames, result().text)}
            />
          </>
        );
      }}
    </Show>
  </div>
);

/** A round as a bar of time; null where its times are not known. */
function attackOf(round: ReportRound, rounds: RoundsOfMatch): Attack | null {
  const { first } = rounds;
  const mapLimit = first?.timeLimitSeconds ?? round.timeLimitSeconds;
  if (!mapLimit) return null;
  const limit = round.timeLimitSeconds ?? mapLimit;
  const used = round.clockSeconds ?? limit;
  return {
    team: round.attackers,
    mapLimit: Math.max(mapLimit, limit),
    limit,
    used,
    reached: roundResult(round, rounds).reached,
    toBeat: round.round === 2 && first?.outcome === "completed" ? limit : null,
  };
}

function inWords(round: ReportRound, teamNames: readonly string[], result: string): string {
  const who = round.attackers ? teamName(teamNames, round.attackers) : "Unknown team";
  const side = round.attackerSide ? ` as ${sideName(round.attackerSide)}` : "";
  const limit = round.timeLimitSeconds ? `, of ${clock(round.timeLimitSeconds)}` : "";
  return `${who} attack${side}: ${result}${limit}`;
}
