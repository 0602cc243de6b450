import { useQuery } from "@tanstack/solid-query";
import { useParams } from "@tanstack/solid-router";
import { Show } from "solid-js";
import { type PlayerProfile, playerQuery, standingQuery } from "../../api/players.ts";
import { Section } from "../../components/section.tsx";
import { usePageTitle } from "../../frame/page-title.ts";
import { Loaded } from "../../states/loaded.tsx";
import { Aliases } from "./aliases.tsx";
import { CareerTiles } from "./career-tiles.tsx";
import { Form } from "./form.tsx";
import { Identity } from "./identity.tsx";
import { MissingPlayer } from "./missing-player.tsx";
import { PlayerMaps } from "./player-maps.tsx";
import { PlayerWeapons } from "./player-weapons.tsx";
import { Rivals } from "./rivals.tsx";
import { Standing } from "./standing.tsx";

/** One player: who, the career, the form, where among the others, maps, weapons, rivals, names. */
export function PlayerPage() {
  const params = useParams({ from: "/players/$guid" });
  const guid = () => params().guid.toUpperCase();
  const player = useQuery(() => playerQuery(guid()));
  usePageTitle(() => player.data?.name ?? (player.isPending ? "Player" : "No such player"));
  return (
    <Loaded query={player} what="The player" missing={<MissingPlayer />}>
      {(profile) => <Whole profile={profile()} guid={guid()} />}
    </Loaded>
  );
}

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
            <Loaded query={standing} what="The standing">
              {(data) => <Standing standing={data()} />}
            </Loaded>
          </Section>
        </div>
      </div>
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
          <Section id="names" title="Names">
            <Aliases profile={props.profile} />
          </Section>
        </div>
        <div class="c5">
          <Section id="rivals" title="Rivals">
            <Loaded query={standing} what="The rivals">
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
    </>
  );
};
