import { useQuery } from "@tanstack/solid-query";
import { Link } from "@tanstack/solid-router";
import { createEffect, For, Match, Show, Switch } from "solid-js";
import { pageNumber } from "../../address/page-number.ts";
import { leaderboardPath } from "../../address/paths.ts";
import { periodOf, periods } from "../../address/period.ts";
import { useAddress } from "../../address/use-address.ts";
import { arrived } from "../../api/arrived.ts";
import { type Leaderboard, leaderboardQuery, leaderboardsQuery } from "../../api/leaderboards.ts";
import { sessionsQuery } from "../../api/sessions.ts";
import { Choice } from "../../components/choice.tsx";
import { FilterBar } from "../../components/filter-bar.tsx";
import { MapChoice } from "../../components/map-choice.tsx";
import { PageHead } from "../../components/page-head.tsx";
import { Paging } from "../../components/paging.tsx";
import { PastTheEnd } from "../../components/past-the-end.tsx";
import { ScopeTabs } from "../../components/scope-tabs.tsx";
import { Section } from "../../components/section.tsx";
import { Segments } from "../../components/segments.tsx";
import { usePageTitle } from "../../frame/page-title.ts";
import { Loaded } from "../../states/loaded.tsx";
import { MissingState } from "../../states/missing-state.tsx";
import { Skeleton } from "../../states/skeleton.tsx";
import {
  type BoardFilter,
  byWeapon,
  CLASSES,
  partWords,
  SIDES,
  sideIn,
  weaponClassIn,
} from "./board-filter.ts";
import { Nobody } from "./nobody.tsx";
import { justBefore, seasonId } from "./places.ts";
import { RankingTable } from "./ranking-table.tsx";
import { minimumWords, periodName } from "./words.ts";

const SIZE = 25;
const USUAL = "dpm";

/** Who leads in what, over which rounds. */
export function LeaderboardsPage() {
  const { search, change } = useAddress();
  const metric = () => search()["metric"] || USUAL;
  const period = () => periodOf(search()["period"], "season");
  const map = () => search()["map"];
  const side = () => sideIn(search()["side"]);
  const weaponClass = () => weaponClassIn(search()["weapons"], metric());
  const filter = (): BoardFilter => ({
    period: period(),
    map: map(),
    side: side(),
    weaponClass: weaponClass(),
  });
  const page = () => pageNumber(search()["page"]);
  const minRounds = () =>
    /^\d{1,6}$/.test(search()["min"] ?? "") ? Math.max(1, Number(search()["min"])) : undefined;
  const boards = useQuery(() => leaderboardsQuery());
  const definition = () => arrived(boards)?.find((one) => one.metric === metric());
  const board = useQuery(() =>
    leaderboardQuery({
      metric: metric(),
      ...filter(),
      minRounds: minRounds(),
      limit: SIZE,
      offset: (page() - 1) * SIZE,
    }),
  );
  // The same ranking as it stood before the last session, for who has won and lost places in that.
  const sessions = useQuery(() => sessionsQuery({ limit: 1, offset: 0 }));
  const last = () => arrived(sessions)?.items[0];
  const earlier = useQuery(() => ({
    ...leaderboardQuery({
      metric: metric(),
      ...filter(),
      period: period() === "season" ? seasonId(arrived(board)?.from ?? "") : period(),
      minRounds: minRounds(),
      asOf: justBefore(last()?.start ?? ""),
      limit: 100,
      offset: 0,
    }),
    enabled: last() !== undefined && board.isSuccess && !board.isPlaceholderData,
  }));
  const before = () => (earlier.isPlaceholderData ? undefined : arrived(earlier));
  usePageTitle(() => {
    const title = definition()?.title;
    return title ? `Leaderboards: ${title.toLowerCase()}` : "Leaderboards";
  });
  const stale = () => board.isPlaceholderData;
  return (
    <>
      <div class="mt-5">
        <PageHead title="Leaderboards" />
      </div>
      <Show when={arrived(boards)} fallback={<Tabs metric={metric()} boards={[]} />}>
        {(data) => <Tabs metric={metric()} boards={data()} />}
      </Show>
      <div class="mt-4">
        <FilterBar more="map, side, weapons, rounds">
          <Segments
            legend="Period"
            name="period"
            options={periods}
            value={period()}
            onChoose={(value) => change({ period: value === "season" ? undefined : value })}
          />
          <MapChoice class="extra" value={map()} onChoose={(value) => change({ map: value })} />
          <Choice
            id="side-choice"
            class="extra"
            label="Side"
            all="Both sides"
            options={SIDES}
            value={side()}
            onChoose={(value) => change({ side: value })}
          />
          <Show when={byWeapon(metric())}>
            <Choice
              id="weapon-choice"
              class="extra"
              label="Weapons"
              all="All weapons"
              options={CLASSES}
              value={weaponClass()}
              onChoose={(value) => change({ weapons: value })}
            />
          </Show>
          <div class="field extra">
            <label for="least">Least rounds</label>
            <input
              id="least"
              class="w-24"
              type="number"
              min="1"
              max="999999"
              inputmode="numeric"
              placeholder={String(
                (arrived(board) ?? definition())?.minimum.find((one) => one.sum === "rounds")
                  ?.least ?? "",
              )}
              value={minRounds() ?? ""}
              onChange={(event) => change({ min: event.currentTarget.value || undefined })}
            />
          </div>
          <Show
            when={
              map() || side() || weaponClass() || minRounds() !== undefined || period() !== "season"
            }
          >
            <a
              class="btn extra"
              href={leaderboardPath({ metric: metric() === USUAL ? undefined : metric() })}
            >
              Reset
            </a>
          </Show>
        </FilterBar>
      </div>
      <Loaded
        query={board}
        what="The leaderboard"
        loading={
          <Section id="table" title={definition()?.title ?? "\u00a0"}>
            <Skeleton what="The leaderboard" height={40} />
          </Section>
        }
        missing={<NoSuchBoard />}
      >
        {(data) => (
          <div classList={{ "opacity-60": stale() }} aria-busy={stale() ? "true" : undefined}>
            <Section
              id="table"
              title={data().weaponClass === null ? data().title : data().label}
              side={`${periodName(period(), data())} · ${partWords(filter())} · ${minimumWords(data().minimum)} or more`}
            >
              <Switch
                fallback={
                  <Ranking
                    board={data()}
                    filter={filter()}
                    page={page()}
                    before={before()}
                    last={last()?.date}
                  />
                }
              >
                <Match when={data().total === 0}>
                  <Nobody board={data()} filter={filter()} />
                </Match>
                <Match when={data().rows.length === 0 && !stale()}>
                  <PastTheEnd what="ranking" />
                </Match>
              </Switch>
            </Section>
          </div>
        )}
      </Loaded>
    </>
  );
}

const Tabs = (props: {
  readonly metric: string;
  readonly boards: readonly { readonly metric: string; readonly label: string }[];
}) => {
  const links = new Map<string, HTMLAnchorElement>();
  // On a narrow screen the row of tabs is longer than the screen: the current one is brought in.
  createEffect(() => {
    const link = links.get(props.metric);
    if (props.boards.length > 0 && link?.parentElement)
      link.parentElement.scrollLeft = link.offsetLeft - link.parentElement.clientWidth / 2;
  });
  return (
    <ScopeTabs label="Statistic">
      <For each={props.boards} fallback={<span class="inline-block min-h-10">&nbsp;</span>}>
        {(one) => (
          <Link
            ref={(link: HTMLAnchorElement) => links.set(one.metric, link)}
            to="."
            search={(before: Record<string, unknown>) => ({
              ...before,
              page: undefined,
              min: undefined,
              metric: one.metric === USUAL ? undefined : one.metric,
            })}
            activeOptions={{ includeSearch: true, exact: true }}
            activeProps={() => ({ class: "" })}
            aria-current={one.metric === props.metric ? "page" : undefined}
            resetScroll={false}
          >
            {one.label}
          </Link>
        )}
      </For>
    </ScopeTabs>
  );
};

const Ranking = (props: {
  readonly board: Leaderboard;
  readonly filter: BoardFilter;
  readonly page: number;
  readonly before: Leaderboard | undefined;
  readonly last: string | undefined;
}) => (
  <>
    <RankingTable
      board={props.board}
      filter={props.filter}
      before={props.before}
      last={props.last}
    />
    <Show when={props.board.total > SIZE}>
      <Paging
        page={props.page}
        size={SIZE}
        total={props.board.total}
        what="players"
        words={["Better", "Next"]}
      />
    </Show>
    <p class="small muted mt-3">
      {props.board.description} Made of sums, never of the rounds’ ratios. Bots and rounds that do
      not count are left out. Ties go to more rounds, then to the name.{" "}
      <a href="/about">How numbers are made</a>
    </p>
  </>
);

const NoSuchBoard = () => (
  <div class="sec">
    <MissingState
      title="No such leaderboard"
      actions={
        <a class="btn primary" href="/leaderboards">
          Damage a minute
        </a>
      }
    >
      Choose a statistic above, or look whether a filter is mistyped.
    </MissingState>
  </div>
);
