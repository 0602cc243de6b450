import { useQuery } from "@tanstack/solid-query";
import { For, Match, Show, Switch } from "solid-js";
import { pageNumber } from "../../address/page-number.ts";
import { useAddress } from "../../address/use-address.ts";
import { arrived } from "../../api/arrived.ts";
import { type Roster, type RosterSort, rosterQuery } from "../../api/players.ts";
import { PageHead } from "../../components/page-head.tsx";
import { Paging } from "../../components/paging.tsx";
import { PastTheEnd } from "../../components/past-the-end.tsx";
import { PlayerName } from "../../components/player-name.tsx";
import { Section } from "../../components/section.tsx";
import { figure, plural } from "../../format/numbers.ts";
import { usePageTitle } from "../../frame/page-title.ts";
import { lookedFor } from "../../search/results.ts";
import { EmptyState } from "../../states/empty-state.tsx";
import { Loaded } from "../../states/loaded.tsx";
import { Skeleton } from "../../states/skeleton.tsx";
import { FiguresTable } from "../../tables/figures-table.tsx";
import { useSorting } from "../../tables/use-sorting.ts";
import { BY_NAME, columns } from "./columns.tsx";
import { NameFilter } from "./name-filter.tsx";

const SIZE = 50;

/** Names sort as well, by their letters. */
const sortable = () => [...columns, { key: BY_NAME }];

/** Everybody who has played, by name. */
export function PlayersPage() {
  const { search } = useAddress();
  const page = () => pageNumber(search()["page"]);
  const name = () => lookedFor(search()["name"] ?? "");
  const { sorting, sortBy } = useSorting(sortable, "lastPlayed");
  const players = useQuery(() =>
    rosterQuery({
      search: name(),
      sort: `${sorting().key}${sorting().descending ? "" : ".up"}` as RosterSort,
      limit: SIZE,
      offset: Math.min(10_000, (page() - 1) * SIZE),
    }),
  );
  usePageTitle(() => "Players");
  return (
    <>
      <div class="mt-5">
        <PageHead
          title="Players"
          tools={
            <>
              <a class="btn" href="/badges">
                All badges
              </a>
              <a class="btn" href="/compare">
                Compare two
              </a>
            </>
          }
        >
          Everybody who has played here. A name is found by its letters, whatever its colours, clan
          tag, accents and case.
        </PageHead>
      </div>
      <NameFilter value={name()} />
      <Section
        id="list"
        title={name() === "" ? "All players" : "Found players"}
        side={
          <Show when={arrived(players)}>
            {(data) => <>{name() === "" ? allWords(data()) : foundWords(data())}</>}
          </Show>
        }
      >
        <Loaded query={players} what="Players" loading={<Skeleton what="Players" height={80} />}>
          {(data) => (
            <Switch
              fallback={
                <div
                  classList={{ "opacity-60": players.isPlaceholderData }}
                  aria-busy={players.isPlaceholderData ? "true" : undefined}
                >
                  <FiguresTable
                    id="players"
                    label="Players"
                    caption="All time"
                    nameLabel="Player"
                    nameSort={{
                      key: BY_NAME,
                      about: "By the letters of the name, without symbols, case and accents.",
                    }}
                    name={(row) => <PlayerName guid={row.guid} name={row.name} raw={row.rawName} />}
                    columns={columns}
                    groups={[{ head: null, together: null, rows: data().rows }]}
                    sorting={sorting()}
                    onSort={sortBy}
                  />
                  <Paging
                    page={page()}
                    size={SIZE}
                    total={data().total}
                    what="players"
                    words={["Back", "Next"]}
                  />
                </div>
              }
            >
              <Match when={data().players === 0}>
                <EmptyState figure="watch" title="Nobody yet">
                  The server has not sent a finished round. Who plays the first one stands here
                  seconds after it ends.
                </EmptyState>
              </Match>
              <Match when={data().total === 0 && !players.isPlaceholderData}>
                <Nobody name={name()} didYouMean={data().didYouMean} />
              </Match>
              <Match when={data().rows.length === 0 && !players.isPlaceholderData}>
                <PastTheEnd what="list" />
              </Match>
            </Switch>
          )}
        </Loaded>
      </Section>
    </>
  );
}

const allWords = (data: Roster) => plural(data.players, "player");

const foundWords = (data: Roster) => `${figure(data.total)} of ${plural(data.players, "player")}`;

/** Nobody is called so: who may be meant. */
const Nobody = (props: { readonly name: string; readonly didYouMean: Roster["didYouMean"] }) => (
  <EmptyState
    figure="filter"
    title={`Nobody is called “${props.name}”`}
    actions={
      <a class="btn primary" href="/players">
        All players
      </a>
    }
  >
    <Show
      when={props.didYouMean.length > 0}
      fallback="Nor is any name like it. A part of the name is enough, and former names count too."
    >
      Did you mean{" "}
      <For each={props.didYouMean}>
        {(player, i) => (
          <>
            {i() === 0 ? "" : i() === props.didYouMean.length - 1 ? " or " : ", "}
            <PlayerName guid={player.guid} name={player.name} raw={player.rawName} />
          </>
        )}
      </For>
      ?
    </Show>
  </EmptyState>
);
