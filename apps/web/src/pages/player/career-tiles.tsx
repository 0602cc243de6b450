import { type JSX, Show } from "solid-js";
import type { PlayerProfile } from "../../api/players.ts";
import { Tile, Tiles } from "../../components/tiles.tsx";
import { figure, plural } from "../../format/numbers.ts";
import { Change } from "./change.tsx";

/** The career in six figures, each with how the last 90 days differ from it. */
export const CareerTiles = (props: { readonly profile: PlayerProfile }) => {
  const career = () => props.profile.totals;
  const recent = () => props.profile.recent?.totals;
  const results = () => props.profile.results;
  const decided = () => results().won + results().lost + results().drawn;
  const lately = (now: number | undefined, then: number, decimals: number, unit?: string) => (
    <Lately rounds={recent()?.rounds ?? 0}>
      {figure(now ?? 0, decimals)}{" "}
      <Change now={now ?? 0} then={then} decimals={decimals} {...(unit ? { unit } : {})} /> in the
      last 90 days
    </Lately>
  );
  return (
    <>
      <p class="sub">Career</p>
      <Tiles>
        <Tile
          label="DPM"
          value={figure(career().dpm)}
          unit="HP/min"
          more={lately(recent()?.dpm, career().dpm, 0)}
        />
        <Tile
          label="K/D"
          value={figure(career().kdRatio, 2)}
          more={lately(recent()?.kdRatio, career().kdRatio, 2)}
        />
        <Tile
          label="Accuracy"
          value={figure(career().accuracy, 1)}
          unit="%"
          more={lately(recent()?.accuracy, career().accuracy, 1, "pt")}
        />
        <Tile
          label="Headshot kills"
          value={figure(career().headshotKillPercent)}
          unit="%"
          more={lately(recent()?.headshotKillPercent, career().headshotKillPercent, 0, "pt")}
        />
        <Tile
          label="Maps won"
          value={decided() > 0 ? figure((results().won / decided()) * 100) : "–"}
          {...(decided() > 0 ? { unit: "%" } : {})}
          more={
            decided() > 0
              ? `${figure(results().won)} won, ${figure(results().lost)} lost, ${figure(results().drawn)} drawn`
              : "no map that counts"
          }
        />
        <Tile
          label="Played"
          value={figure(career().timePlayedSeconds / 3600)}
          unit="h"
          more={`${plural(career().rounds, "round")}, ${figure(career().kills)} kills, ${figure(career().deaths)} deaths`}
        />
      </Tiles>
    </>
  );
};

const Lately = (props: { readonly rounds: number; readonly children: JSX.Element }) => (
  <Show when={props.rounds > 0} fallback="not played in the last 90 days">
    {props.children}
  </Show>
);
