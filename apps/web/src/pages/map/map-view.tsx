import { useQuery } from "@tanstack/solid-query";
import { leaderboardPath, sessionsPath } from "../../address/paths.ts";
import type { MapDetail } from "../../api/maps.ts";
import { sessionsQuery } from "../../api/sessions.ts";
import { CopyLink } from "../../components/copy-link.tsx";
import { Crumbs } from "../../components/crumbs.tsx";
import { PageHead } from "../../components/page-head.tsx";
import { Section } from "../../components/section.tsx";
import { longDay } from "../../format/moments.ts";
import { plural } from "../../format/numbers.ts";
import { Below } from "../../frame/below.tsx";
import { SessionTable } from "../../session/session-table.tsx";
import { Loaded } from "../../states/loaded.tsx";
import { Skeleton } from "../../states/skeleton.tsx";
import { AttackTiles } from "./attack-tiles.tsx";
import { BestOnMap } from "./best-on-map.tsx";
import { FastestAttacks } from "./fastest-attacks.tsx";

const SESSIONS = 10;

/** A map: how its attacks went, the fastest of them, who is best on it, where it was played last. */
export const MapView = (props: { readonly map: MapDetail }) => {
  const map = () => props.map;
  const sessions = useQuery(() => sessionsQuery({ map: map().map, limit: SESSIONS, offset: 0 }));
  return (
    <>
      <Crumbs>
        <li>
          <a href="/">Home</a>
        </li>
        <li>
          <a href="/maps">Maps</a>
        </li>
        <li aria-current="page">{map().map}</li>
      </Crumbs>
      <PageHead
        title={map().map}
        asTyped
        tools={
          <>
            <a class="btn" href={sessionsPath({ map: map().map })}>
              Sessions
            </a>
            <CopyLink />
          </>
        }
      >
        {plural(map().matches, "match", "matches")} in {plural(map().sessions, "session")} since{" "}
        {longDay(map().firstPlayed)}, the last one on {longDay(map().lastPlayed)}.
      </PageHead>
      <AttackTiles map={map()} />
      <Below>
        <div class="cols">
          <div class="c7">
            <Section id="fastest" title="Fastest attacks" side="either round, all time">
              <FastestAttacks map={map()} />
            </Section>
          </div>
          <div class="c5">
            <Section
              id="best"
              title="Best here"
              side={<a href={leaderboardPath({ map: map().map, period: "all" })}>Leaderboard</a>}
            >
              <BestOnMap map={map().map} />
            </Section>
          </div>
        </div>
        <Section id="played" title="Played last">
          <Loaded
            query={sessions}
            what="The sessions"
            loading={<Skeleton what="The sessions" height={24} />}
          >
            {(page) => (
              <SessionTable sessions={page().items} caption="Sessions with this map" withMaps />
            )}
          </Loaded>
        </Section>
      </Below>
    </>
  );
};
