import { Link, useSearch } from "@tanstack/solid-router";
import { createMemo, For, lazy, Show, Suspense } from "solid-js";
import { mapPath, sessionPath } from "../../address/paths.ts";
import type { MatchDetail } from "../../api/match.ts";
import { CopyLink } from "../../components/copy-link.tsx";
import { Crumbs } from "../../components/crumbs.tsx";
import { Note } from "../../components/note.tsx";
import { PageHead } from "../../components/page-head.tsx";
import { ScopeTabs } from "../../components/scope-tabs.tsx";
import { Section } from "../../components/section.tsx";
import { fullDay, timeOfDay } from "../../format/moments.ts";
import { plural } from "../../format/numbers.ts";
import { Below } from "../../frame/below.tsx";
import { matchColumns } from "../../players/columns.ts";
import { matchLine } from "../../players/lines.ts";
import { PlayersTable } from "../../players/players-table.tsx";
import { DuelGrid } from "../../session/duel-grid.tsx";
import { MatchRow } from "../../session/match-row.tsx";
import { EmptyState } from "../../states/empty-state.tsx";
import { Skeleton } from "../../states/skeleton.tsx";
import { duelsOf } from "./duels-of.ts";
import { matchFacts } from "./match-facts.ts";
import { RoundAwards } from "./round-awards.tsx";
import { playersIn, readScope, roundIn, roundsIn } from "./scope.ts";
import { WeaponsSection } from "./weapons-section.tsx";

const MatchEventsSections = lazy(async () => ({
  default: (await import("./events/match-events.tsx")).MatchEventsSections,
}));

const scopes = [
  { scope: "total", label: "Total" },
  { scope: "1", label: "Round 1" },
  { scope: "2", label: "Round 2" },
] as const;

/** A match: how it ended, then everybody's figures in one round or both, weapons, awards, duels, and what happened. */
export const MatchView = (props: { readonly match: MatchDetail }) => {
  const search = useSearch({ strict: false });
  const match = () => props.match;
  const scope = createMemo(() =>
    readScope((search() as Record<string, unknown>)["round"], match()),
  );
  const label = () => scopes.find((one) => one.scope === scope())?.label ?? "Total";
  const players = createMemo(() => playersIn(match(), scope()));
  const teamNames = () => match().teams.map(({ name }) => name);
  const withEvents = createMemo(() =>
    roundsIn(match(), scope()).flatMap(({ round, hasEvents }) => (hasEvents ? [round] : [])),
  );
  const first = () => match().rounds[0];
  return (
    <>
      <Crumbs>
        <li>
          <a href="/">Home</a>
        </li>
        <Show when={match().sessionId}>
          {(id) => (
            <li>
              <a href={sessionPath(id())}>Session {id()}</a>
            </li>
          )}
        </Show>
        <li aria-current="page">{match().map}</li>
      </Crumbs>
      <PageHead
        title={match().map}
        asTyped
        tools={
          <>
            <a class="btn" href={mapPath(match().map)}>
              All of this map
            </a>
            <CopyLink />
          </>
        }
      >
        <Show when={first()}>
          {(round) => (
            <>
              {fullDay(round().start ?? round().end)}, {timeOfDay(round().start ?? round().end)}–
              {timeOfDay(match().rounds.at(-1)?.end ?? round().end)}.{" "}
              {plural(match().total.length || round().players.length, "player")}.
            </>
          )}
        </Show>
      </PageHead>
      <div class="match alone">
        <MatchRow match={matchFacts(match())} number={null} teamNames={teamNames()} score={null} />
      </div>
      <Show when={match().note}>
        {(note) => (
          <div class="mt-4">
            <Note>{note()}</Note>
          </div>
        )}
      </Show>
      <ScopeTabs label="Rounds">
        <For each={scopes}>
          {(one) => (
            <Show
              when={one.scope === "total" || roundIn(match(), one.scope)}
              fallback={<span class="off">{one.label}: not played</span>}
            >
              <Link
                to="."
                search={(before: Record<string, unknown>) => ({
                  ...before,
                  round: one.scope === "total" ? undefined : one.scope,
                })}
                resetScroll={false}
                replace
                activeProps={() => ({})}
                aria-current={scope() === one.scope ? "true" : undefined}
              >
                {one.label}
              </Link>
            </Show>
          )}
        </For>
      </ScopeTabs>
      <Section id="players" title="Players" side={label()}>
        <Show
          when={players().length > 0}
          fallback={
            <EmptyState figure="page" title="No numbers">
              No stats file of this round counts, so nothing is known of its players.
            </EmptyState>
          }
        >
          <PlayersTable
            caption={`${scope() === "total" ? "Both rounds together" : label()}. The best value of a column is bold and underlined.`}
            lines={players().map(matchLine)}
            columns={matchColumns}
            standard="dpm"
            teamNames={teamNames()}
          />
        </Show>
      </Section>
      <Show when={players().length > 0}>
        <WeaponsSection players={players()} label={label()} />
      </Show>
      <Section id="awards" title="Awards" side="from the server’s own end-of-round list">
        <RoundAwards rounds={roundsIn(match(), scope())} players={match().total} />
      </Section>
      <Section id="duels" title="Who killed whom" side={label()}>
        <DuelGrid
          players={players().filter(({ bot }) => !bot)}
          duels={duelsOf(roundsIn(match(), scope()))}
          teamNames={teamNames()}
        />
      </Section>
      <Show when={withEvents().length > 0}>
        <Below>
          <Suspense fallback={<Skeleton what="What happened in the match" />}>
            <MatchEventsSections matchId={match().matchId} rounds={withEvents()} label={label()} />
          </Suspense>
        </Below>
      </Show>
    </>
  );
};
