import { keepPreviousData, useQuery } from "@tanstack/solid-query";
import { Match, Show, Switch } from "solid-js";
import { pageNumber } from "../../address/page-number.ts";
import { periodOf } from "../../address/period.ts";
import { useAddress } from "../../address/use-address.ts";
import { arrived } from "../../api/arrived.ts";
import { sessionsQuery } from "../../api/sessions.ts";
import { PageHead } from "../../components/page-head.tsx";
import { Paging } from "../../components/paging.tsx";
import { PastTheEnd } from "../../components/past-the-end.tsx";
import { Section } from "../../components/section.tsx";
import { usePageTitle } from "../../frame/page-title.ts";
import { SessionTable } from "../../session/session-table.tsx";
import { EmptyState } from "../../states/empty-state.tsx";
import { Loaded } from "../../states/loaded.tsx";
import { MissingState } from "../../states/missing-state.tsx";
import { Skeleton } from "../../states/skeleton.tsx";
import { SessionFilters } from "./session-filters.tsx";
import { isFiltered, sessionWords } from "./session-words.ts";

const SIZE = 25;

/** Every evening that was played, by map, player and period. */
export function SessionsPage() {
  const { search } = useAddress();
  const page = () => pageNumber(search()["page"]);
  const filter = () => ({
    map: search()["map"],
    player: search()["player"],
    period: periodOf(search()["period"], "all"),
    from: search()["from"],
    to: search()["to"],
  });
  const sessions = useQuery(() => ({
    ...sessionsQuery({ ...filter(), limit: SIZE, offset: (page() - 1) * SIZE }),
    // While others are read, these stay, and so does the filter that is being used.
    placeholderData: keepPreviousData,
  }));
  usePageTitle(() => "Sessions");
  return (
    <>
      <div class="mt-5">
        <PageHead
          title="Sessions"
          tools={
            <a class="btn" href="/maps">
              All maps
            </a>
          }
        >
          Every evening with a round that counts. Pauses of more than an hour begin a new one.
        </PageHead>
      </div>
      <SessionFilters filter={filter()} />
      <Section
        id="list"
        title={isFiltered(filter()) ? "Chosen sessions" : "All sessions"}
        side={
          <Show when={arrived(sessions)}>
            {(data) => <>{sessionWords(data().total, filter())}</>}
          </Show>
        }
      >
        <Loaded
          query={sessions}
          what="Sessions"
          loading={<Skeleton what="Sessions" height={55} />}
          missing={<BadFilter />}
        >
          {(data) => (
            <Switch
              fallback={
                <div
                  classList={{ "opacity-60": sessions.isPlaceholderData }}
                  aria-busy={sessions.isPlaceholderData ? "true" : undefined}
                >
                  <SessionTable sessions={data().items} caption="Newest first" withMaps />
                  <Paging page={page()} size={SIZE} total={data().total} what="sessions" />
                </div>
              }
            >
              <Match when={data().total === 0}>
                <EmptyState
                  figure={isFiltered(filter()) ? "filter" : "watch"}
                  title={isFiltered(filter()) ? "No session fits" : "No session yet"}
                  actions={
                    <Show when={isFiltered(filter())}>
                      <a class="btn primary" href="/sessions">
                        All sessions
                      </a>
                    </Show>
                  }
                >
                  <Show
                    when={isFiltered(filter())}
                    fallback="The server has not sent a finished round. The first one appears here seconds after it ends, without a reload."
                  >
                    Nothing was played that is all of this at once. Take one of the filters away.
                  </Show>
                </EmptyState>
              </Match>
              <Match when={data().items.length === 0 && !sessions.isPlaceholderData}>
                <PastTheEnd what="list" />
              </Match>
            </Switch>
          )}
        </Loaded>
      </Section>
    </>
  );
}

const BadFilter = () => (
  <MissingState
    title="This filter cannot be"
    actions={
      <a class="btn primary" href="/sessions">
        All sessions
      </a>
    }
  >
    A date, a map or a player in the address is mistyped.
  </MissingState>
);
