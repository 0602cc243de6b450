import { useQuery } from "@tanstack/solid-query";
import { Show } from "solid-js";
import { mapPath } from "../../address/paths.ts";
import { arrived } from "../../api/arrived.ts";
import { mapsQuery, type PlayedMap } from "../../api/maps.ts";
import { PageHead } from "../../components/page-head.tsx";
import { Section } from "../../components/section.tsx";
import { plural } from "../../format/numbers.ts";
import { usePageTitle } from "../../frame/page-title.ts";
import { EmptyState } from "../../states/empty-state.tsx";
import { Loaded } from "../../states/loaded.tsx";
import { Skeleton } from "../../states/skeleton.tsx";
import { FiguresTable } from "../../tables/figures-table.tsx";
import { useSorting } from "../../tables/use-sorting.ts";
import { columns } from "./columns.tsx";

/** Every map that was played, and how its attacks went. */
export function MapsPage() {
  const maps = useQuery(() => mapsQuery());
  const { sorting, sortBy } = useSorting(() => columns, "rounds");
  usePageTitle(() => "Maps");
  return (
    <>
      <div class="mt-5">
        <PageHead
          title="Maps"
          tools={
            <a class="btn" href="/sessions">
              All sessions
            </a>
          }
        >
          Every map with a round that counts: how often it was played, and whether its attacks came
          through or were held.
        </PageHead>
      </div>
      <Section
        id="list"
        title="All maps"
        side={<Show when={arrived(maps)}>{(data) => <>{sum(data())}</>}</Show>}
      >
        <Loaded query={maps} what="Maps" loading={<Skeleton what="Maps" height={55} />}>
          {(data) => (
            <Show
              when={data().length > 0}
              fallback={
                <EmptyState figure="watch" title="No map yet">
                  The server has not sent a finished round. Its map appears here seconds after it
                  ends.
                </EmptyState>
              }
            >
              <FiguresTable
                id="maps"
                label="Maps"
                caption="All time"
                nameLabel="Map"
                name={({ map }) => <a href={mapPath(map)}>{map}</a>}
                columns={columns}
                groups={[{ head: null, together: null, rows: data() }]}
                sorting={sorting()}
                onSort={sortBy}
              />
            </Show>
          )}
        </Loaded>
      </Section>
    </>
  );
}

const sum = (maps: readonly PlayedMap[]) =>
  `${plural(maps.length, "map")}, ${plural(
    maps.reduce((rounds, map) => rounds + map.rounds, 0),
    "round",
  )}`;
