import { createMemo } from "solid-js";
import { sessionsPath } from "../../address/paths.ts";
import type { PlayerMap, PlayerProfile } from "../../api/players.ts";
import { figure } from "../../format/numbers.ts";
import type { Column } from "../../tables/column.ts";
import { FiguresTable } from "../../tables/figures-table.tsx";
import { useSorting } from "../../tables/use-sorting.ts";

/** Deviations up to this part of the own mean are level. */
const LEVEL = 2;

const games = (map: PlayerMap) => map.results.won + map.results.lost + map.results.drawn;

const columnsOf = (mean: number): readonly Column<PlayerMap>[] => [
  {
    key: "mapDpm",
    label: "DPM",
    unit: "HP/min",
    about: "Damage given to enemies for each minute played on this map.",
    value: (map) => map.dpm,
    show: (value) => figure(value),
    best: "highest",
  },
  {
    key: "against",
    label: "Against own",
    unit: "mean",
    about: "How far the damage a minute on this map lies from the player’s own on all maps.",
    value: (map) => (mean > 0 ? (map.dpm / mean - 1) * 100 : null),
    show: (value) => (
      <span
        class="delta"
        classList={{ up: value > LEVEL, dn: value < -LEVEL, eq: Math.abs(value) <= LEVEL }}
      >
        {value > LEVEL ? "▲" : value < -LEVEL ? "▼" : "="} {figure(Math.abs(value))} %
      </span>
    ),
  },
  {
    key: "rounds",
    label: "Rounds",
    about: "Rounds played on this map that count.",
    value: (map) => map.rounds,
    show: (value) => figure(value),
  },
  {
    key: "results",
    label: "Maps",
    unit: "W–L–D",
    about: "Matches on this map won, lost and drawn by the player’s team; sorted by the share won.",
    value: (map) => (games(map) > 0 ? map.results.won / games(map) : null),
    show: (_, map) => (
      <>
        {map.results.won}–{map.results.lost}
        {map.results.drawn > 0 ? `–${map.results.drawn}` : ""}
      </>
    ),
  },
  {
    key: "kd",
    label: "K/D",
    unit: "ratio",
    about: "Kills divided by deaths, from the sums.",
    value: (map) => map.kdRatio,
    show: (value) => figure(value, 2),
    best: "highest",
  },
  {
    key: "attack",
    label: "Attack",
    unit: "DPM",
    about: "Damage a minute in rounds in which the player’s side attacked.",
    value: (map) => map.attackDpm,
    show: (value) => figure(value),
    best: "highest",
  },
  {
    key: "defence",
    label: "Defence",
    unit: "DPM",
    about: "Damage a minute in rounds in which the player’s side defended.",
    value: (map) => map.defenceDpm,
    show: (value) => figure(value),
    best: "highest",
  },
];

/** The player's numbers map by map. */
export const PlayerMaps = (props: { readonly profile: PlayerProfile }) => {
  const columns = createMemo(() => columnsOf(props.profile.totals.dpm));
  const { sorting, sortBy } = useSorting(columns, "mapDpm", "maps");
  return (
    <FiguresTable
      id="maps"
      caption="Every map with a round that counts, over the whole career."
      label="Maps"
      nameLabel="Map"
      name={(map) => (
        <a href={sessionsPath({ map: map.map, player: props.profile.guid })}>{map.map}</a>
      )}
      columns={columns()}
      groups={[{ head: null, together: null, rows: props.profile.maps }]}
      sorting={sorting()}
      onSort={sortBy}
    />
  );
};
