import { For, Show } from "solid-js";
import { mapPath } from "../../address/paths.ts";
import type { PlayerProfile, PlayerStanding } from "../../api/players.ts";
import { PlayerName } from "../../components/player-name.tsx";
import { Section } from "../../components/section.tsx";
import { figure, plural } from "../../format/numbers.ts";
import { ahead, MEASURES } from "./measures.ts";

interface Pair {
  readonly a: PlayerProfile;
  readonly b: PlayerProfile;
}

/** What two players have done, number by number and map by map. */
export const Comparison = (
  props: Pair & {
    /** How often the first killed the second, and the other way round; undefined: not known. */
    readonly met: PlayerStanding["rivals"][number] | undefined;
  },
) => {
  const maps = () =>
    props.a.maps.flatMap((one) => {
      const other = props.b.maps.find(({ map }) => map === one.map);
      return other ? [{ map: one.map, a: one, b: other }] : [];
    });
  return (
    <>
      <Show when={props.met}>
        {(met) => (
          <p class="mt-5">
            In the last 90 days they met in {plural(met().rounds, "round")}: <b>{props.a.name}</b>{" "}
            killed <b>{props.b.name}</b> {plural(met().kills, "time")}, and was killed{" "}
            {plural(met().deaths, "time")}.
          </p>
        )}
      </Show>
      <div class="cols">
        <div class="c6">
          <Section id="numbers" title="Numbers" side="whole career">
            <section class="tscroll" tabindex="0" aria-label="Numbers, scrolls sideways">
              <table>
                <caption>
                  <span>The better value is bold and underlined.</span>
                </caption>
                <Heads {...props} first="Number" />
                <tbody>
                  <For each={MEASURES}>
                    {(measure) => {
                      const values = () => [measure.of(props.a), measure.of(props.b)] as const;
                      return (
                        <tr>
                          <th scope="row">
                            {measure.label} <small class="dim">{measure.unit}</small>
                          </th>
                          <For each={values()}>
                            {(value, i) => (
                              <td classList={{ best: ahead(measure, ...values()) === i() }}>
                                {value === null ? "–" : figure(value, measure.decimals)}
                              </td>
                            )}
                          </For>
                        </tr>
                      );
                    }}
                  </For>
                </tbody>
              </table>
            </section>
          </Section>
        </div>
        <div class="c6">
          <Section id="maps" title="Maps" side="DPM, and rounds played">
            <Show
              when={maps().length > 0}
              fallback={<p class="muted">There is no map that both have played.</p>}
            >
              <section class="tscroll" tabindex="0" aria-label="Maps, scrolls sideways">
                <table>
                  <caption>
                    <span>Maps that both have played.</span>
                  </caption>
                  <Heads {...props} first="Map" />
                  <tbody>
                    <For each={maps()}>
                      {(one) => (
                        <tr>
                          <th scope="row">
                            <a href={mapPath(one.map)}>{one.map}</a>
                          </th>
                          <For each={[one.a, one.b]}>
                            {(own, i) => (
                              <td
                                classList={{
                                  best:
                                    Math.round(own.dpm) >
                                    Math.round((i() === 0 ? one.b : one.a).dpm),
                                }}
                              >
                                {figure(own.dpm)} <small class="dim">{figure(own.rounds)}</small>
                              </td>
                            )}
                          </For>
                        </tr>
                      )}
                    </For>
                  </tbody>
                </table>
              </section>
            </Show>
          </Section>
        </div>
      </div>
    </>
  );
};

const Heads = (props: Pair & { readonly first: string }) => (
  <thead>
    <tr>
      <th scope="col">{props.first}</th>
      <For each={[props.a, props.b]}>
        {(player) => (
          <th scope="col">
            <PlayerName guid={player.guid} name={player.name} raw={player.rawName} />
          </th>
        )}
      </For>
    </tr>
  </thead>
);
