import { useQuery } from "@tanstack/solid-query";
import { useParams } from "@tanstack/solid-router";
import { lazy, Show, Suspense } from "solid-js";
import { arrived } from "../../api/arrived.ts";
import { type PlayerProfile, playerQuery, standingQuery } from "../../api/players.ts";
import { Section } from "../../components/section.tsx";
import { Below } from "../../frame/below.tsx";
import { usePageTitle } from "../../frame/page-title.ts";
import { Loaded } from "../../states/loaded.tsx";
import { Skeleton } from "../../states/skeleton.tsx";
import { Aliases } from "./aliases.tsx";
import { CareerTiles } from "./career-tiles.tsx";
import { Form } from "./form.tsx";
import { Identity } from "./identity.tsx";
import { MissingPlayer } from "./missing-player.tsx";
import { PlayerMaps } from "./player-maps.tsx";
import { PlayerWeapons } from "./player-weapons.tsx";
import { Rivals } from "./rivals.tsx";
import { Standing } from "./standing.tsx";

// Their scales come with a package of their own, which nothing above needs.
const Badges = lazy(() => import("./badges.tsx").then(({ Badges }) => ({ default: Badges })));

/** One player: who, the career, the form, where among the others, maps, weapons, rivals, names. */
export function PlayerPage() {
  const params = useParams({ from: "/players/$guid" });
  const guid = () => params().guid.toUpperCase();
  const player = useQuery(() => playerQuery(guid()));
  usePageTitle(() => arrived(player)?.name ?? (player.isPending ? "Player" : "No such player"));
  return (
    <Loaded query={player} what="The player" loading={<Waiting />} missing={<MissingPlayer />}>
      {(profile) => <Whole profile={profile()} guid={guid()} />}
    </Loaded>
  );
}

/** Before it is known who it is. */
const Waiting = () => (
  <>
    <h1 class="vh">Player</h1>
    <div class="pt-8">
      <Skeleton what="The player" height={60} />
    </div>
  </>
);

const Whole = (props: { readonly profile: PlayerProfile; readonly guid: string }) => {
  const standing = useQuery(() => standingQuery(props.guid));
  return (
    <>
      <Identity profile={props.profile} />
      <CareerTiles profile={props.profile} />
      <div class="cols">
        <div class="c7">
          <Section id="form" title="Form">
            <Form profile={props.profile} />
          </Section>
        </div>
        <div class="c5">
          <Section id="standing" title="Standing">
            <Loaded
              query={standing}
              what="The standing"
              loading={<Skeleton what="The standing" height={23} />}
            >
              {(data) => <Standing standing={data()} />}
            </Loaded>
          </Section>
        </div>
      </div>
      <Below>
        <div class="cols">
          <div class="c6">
            <Section id="maps" title="Maps">
              <PlayerMaps profile={props.profile} />
            </Section>
          </div>
          <div class="c6">
            <Section id="weapons" title="Weapons">
              <PlayerWeapons profile={props.profile} />
            </Section>
          </div>
        </div>
        <div class="cols">
          <div class="c7">
            <Section
              id="badges"
              title="Badges"
              side={
                <>
                  all time; the bar runs to the next one · <a href="/badges">All badges</a>
                </>
              }
            >
              <Suspense fallback={<Skeleton what="The badges" height={20} />}>
                <Badges profile={props.profile} />
              </Suspense>
            </Section>
          </div>
          <div class="c5">
            <Section id="rivals" title="Rivals">
              <Loaded
                query={standing}
                what="The rivals"
                loading={<Skeleton what="The rivals" height={16} />}
              >
                {(data) => (
                  <Show
                    when={data().rivals.length > 0}
                    fallback={<p class="muted">No duels are known of the last 90 days.</p>}
                  >
                    <Rivals rivals={data().rivals} />
                  </Show>
                )}
              </Loaded>
            </Section>
          </div>
        </div>
        <Section id="names" title="Names">
          <Aliases profile={props.profile} />
        </Section>
      </Below>
    </>
  );
};
