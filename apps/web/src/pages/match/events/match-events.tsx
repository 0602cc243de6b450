import { useQuery } from "@tanstack/solid-query";
import { createMemo, For, Show } from "solid-js";
import { matchEventsQuery, type RoundOfEvents } from "../../../api/match-events.ts";
import { Section } from "../../../components/section.tsx";
import { clock } from "../../../format/clock.ts";
import { Loaded } from "../../../states/loaded.tsx";
import { hitColumns, wayColumns } from "./event-columns.ts";
import { EventsTable } from "./events-table.tsx";
import { MomentLine } from "./moment-line.tsx";
import { killMoment } from "./moments.ts";
import { playerEvents } from "./player-events.ts";
import { RoundTimeline } from "./round-timeline.tsx";

/** What happened within a match: timeline, opening kills, where bullets hit, classes and ways. */
export const MatchEventsSections = (props: {
  readonly matchId: string;
  /** Numbers of the rounds that are looked at. */
  readonly rounds: readonly number[];
  readonly label: string;
}) => {
  const events = useQuery(() => matchEventsQuery(props.matchId));
  return (
    <Loaded query={events} what="What happened in the match">
      {(data) => (
        <Told
          rounds={data().rounds.filter(({ round }) => props.rounds.includes(round))}
          label={props.label}
        />
      )}
    </Loaded>
  );
};

const Told = (props: { readonly rounds: readonly RoundOfEvents[]; readonly label: string }) => {
  const players = createMemo(() => playerEvents(props.rounds));
  const fought = () =>
    props.rounds.filter(({ kills, objectives }) => kills.length + objectives.length > 0);
  const hit = () => players().filter(({ hits }) => hits !== null);
  const moved = () =>
    players().filter(
      ({ meters, spawns, classSeconds }) =>
        meters !== null || spawns !== null || Object.keys(classSeconds).length > 0,
    );
  return (
    <>
      <Show when={fought().length > 0}>
        <Section id="timeline" title="Timeline" side="from the server’s log of the round">
          <div class="timelines">
            <For each={fought()}>{(round) => <RoundTimeline round={round} />}</For>
          </div>
        </Section>
      </Show>
      <Show when={props.rounds.some(({ openingKill }) => openingKill)}>
        <Section id="openings" title="Opening kills" side="the first kill of an enemy">
          <ul class="dispatch openings">
            <For each={props.rounds}>
              {(round) => (
                <Show when={round.openingKill}>
                  {(kill) => (
                    <li>
                      <span class="k">
                        Round {round.round}
                        <br />
                        {clock(kill().atMs / 1000)}
                      </span>
                      <span>
                        <MomentLine moment={killMoment(kill())} />
                      </span>
                    </li>
                  )}
                </Show>
              )}
            </For>
          </ul>
        </Section>
      </Show>
      <Show when={hit().length > 0}>
        <Section id="hits" title="Where bullets hit" side={props.label}>
          <EventsTable
            id="regions"
            label="Where bullets hit"
            caption="Shares of each player’s own hits. The best value of a column is bold and underlined."
            columns={hitColumns}
            standard="head"
            players={hit()}
          />
        </Section>
      </Show>
      <Show when={moved().length > 0}>
        <Section id="classes" title="Classes and distance" side={props.label}>
          <EventsTable
            id="ways"
            label="Classes and distance"
            caption="How far everybody went, and as what."
            columns={wayColumns}
            standard="meters"
            players={moved()}
          />
        </Section>
      </Show>
    </>
  );
};
