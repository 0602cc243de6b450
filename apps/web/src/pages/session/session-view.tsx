import { For, Show } from "solid-js";
import { matchPath, sessionPath } from "../../address/paths.ts";
import type { SessionReport } from "../../api/report.ts";
import { CopyLink } from "../../components/copy-link.tsx";
import { Crumbs } from "../../components/crumbs.tsx";
import { PageHead } from "../../components/page-head.tsx";
import { ScopeTabs } from "../../components/scope-tabs.tsx";
import { Scoreboard } from "../../components/scoreboard.tsx";
import { Section } from "../../components/section.tsx";
import { timeOfDay, weekdayOf } from "../../format/moments.ts";
import { plural } from "../../format/numbers.ts";
import { Below } from "../../frame/below.tsx";
import { sessionColumns } from "../../players/columns.ts";
import { sessionLine } from "../../players/lines.ts";
import { PlayersTable } from "../../players/players-table.tsx";
import { AwardList } from "../../session/award-list.tsx";
import { DispatchList } from "../../session/dispatch-list.tsx";
import { DuelGrid } from "../../session/duel-grid.tsx";
import { MatchList } from "../../session/match-list.tsx";
import { SessionNotes } from "../../session/notes.tsx";
import { PaceChart } from "../../session/pace-chart.tsx";
import { dispatches, frontSentence, resultSentence } from "../../session/story.ts";
import { EmptyState } from "../../states/empty-state.tsx";

/** A session: score, matches, players, damage, who killed whom, awards. */
export const SessionView = (props: { readonly report: SessionReport }) => {
  const report = () => props.report;
  return (
    <>
      <Crumbs>
        <li>
          <a href="/">Home</a>
        </li>
        <li>
          <a href="/sessions">Sessions</a>
        </li>
        <li aria-current="page">Session {report().id}</li>
      </Crumbs>
      <PageHead title={weekdayOf(report().date)} tools={<CopyLink />}>
        Session {report().id}, {report().date.slice(0, 4)}. {timeOfDay(report().start)}–
        {timeOfDay(report().end)}, {plural(report().maps.length, "map")},{" "}
        {plural(report().rounds, "round")}, {plural(report().players, "player")}.{" "}
        {resultSentence(report())}
      </PageHead>
      <Scoreboard report={report()} says={frontSentence(report())} />
      <SessionNotes report={report()} />
      <ScopeTabs label="Scope">
        <a href={sessionPath(report().id)} aria-current="true">
          Whole session
        </a>
        <For each={report().matches}>
          {(match, i) => (
            <a href={matchPath(match.matchId)}>
              {i() + 1} {match.map}
            </a>
          )}
        </For>
      </ScopeTabs>
      <Below>
        <Section
          id="matches"
          title="Matches"
          side="bar length is time; a line marks the time to beat"
        >
          <Show
            when={report().matches.length > 0}
            fallback={
              <EmptyState figure="watch" title="No match">
                No round of this session makes a match.
              </EmptyState>
            }
          >
            <MatchList report={report()} />
          </Show>
        </Section>
        <Section id="players" title="Players" side="sort by any column">
          <Show
            when={report().sessionPlayers.length > 0}
            fallback={
              <EmptyState figure="page" title="No numbers">
                No stats file of this session has come in, so nothing is known of its players.
              </EmptyState>
            }
          >
            <PlayersTable
              caption={`All ${plural(report().rounds, "round")}. The best value of a column is bold and underlined.`}
              lines={report().sessionPlayers.map(sessionLine)}
              columns={sessionColumns}
              standard="score"
              teamNames={report().teamNames}
            />
          </Show>
        </Section>
        <div class="cols">
          <div class="c8">
            <Section id="damage" title="Damage by round">
              <PaceChart report={report()} />
            </Section>
          </div>
          <div class="c4">
            <Section id="happened" title="What happened">
              <DispatchList dispatches={dispatches(report())} />
            </Section>
          </div>
        </div>
        <Section id="awards" title="Awards" side="whole session">
          <AwardList players={report().sessionPlayers} />
        </Section>
        <Section id="duels" title="Who killed whom" side="whole session">
          <DuelGrid
            players={report().sessionPlayers}
            duels={report().duels}
            teamNames={report().teamNames}
          />
        </Section>
      </Below>
    </>
  );
};
