import { createMemo, createSignal, Show } from "solid-js";
import type { PlayerProfile, PlayerWeapon } from "../../api/players.ts";
import { figure } from "../../format/numbers.ts";
import { hasHeadshots, weaponName } from "../../players/weapon-name.ts";
import type { Column } from "../../tables/column.ts";
import { FiguresTable } from "../../tables/figures-table.tsx";
import { useSorting } from "../../tables/use-sorting.ts";

const columnsOf = (kills: number): readonly Column<PlayerWeapon>[] => [
  {
    key: "kills",
    label: "Kills",
    about: "Enemies killed with it.",
    value: (weapon) => weapon.kills,
    show: (value) => figure(value),
    best: "highest",
  },
  {
    key: "share",
    label: "Share",
    unit: "% of kills",
    about: "Its part of all the player’s kills with weapons.",
    value: (weapon) => (kills > 0 ? (weapon.kills / kills) * 100 : null),
    show: (value) => figure(value, 1),
  },
  {
    key: "accuracy",
    label: "Accuracy",
    unit: "% hits",
    about: "Hits in percent of shots; of accuracy weapons only.",
    value: (weapon) => (weapon.accuracyWeapon && weapon.shots > 0 ? weapon.accuracy : null),
    show: (value) => figure(value, 1),
  },
  {
    key: "shots",
    label: "Hits / shots",
    about: "Hits and shots; sorted by shots.",
    value: (weapon) => (weapon.shots > 0 ? weapon.shots : null),
    show: (_, weapon) => (
      <>
        {figure(weapon.hits)} / {figure(weapon.shots)}
      </>
    ),
  },
  {
    key: "heads",
    label: "Head hits",
    unit: "% of hits",
    about: "Hits to the head in percent of hits, where the game counts them.",
    value: (weapon) =>
      hasHeadshots(weapon.weapon) && weapon.hits > 0 ? weapon.headshotPercent : null,
    show: (value) => figure(value, 1),
  },
  {
    key: "died",
    label: "Died to",
    unit: "times",
    about: "Deaths by an enemy’s weapon of this kind.",
    value: (weapon) => weapon.deaths,
    show: (value) => figure(value),
  },
];

/** The player's numbers weapon by weapon. */
export const PlayerWeapons = (props: { readonly profile: PlayerProfile }) => {
  const kills = () => props.profile.weapons.reduce((sum, weapon) => sum + weapon.kills, 0);
  const columns = createMemo(() => columnsOf(kills()));
  const [all, setAll] = createSignal(false);
  const used = () => props.profile.weapons.filter(({ kills, shots }) => kills > 0 || shots > 0);
  const others = () => props.profile.weapons.length - used().length;
  const { sorting, sortBy } = useSorting(columns, "kills", "weapons");
  return (
    <>
      <FiguresTable
        id="weapons"
        caption="The whole career. Accuracy of accuracy weapons only."
        label="Weapons"
        nameLabel="Weapon"
        name={(weapon) => weaponName(weapon.weapon)}
        columns={columns()}
        groups={[{ head: null, together: null, rows: all() ? props.profile.weapons : used() }]}
        sorting={sorting()}
        onSort={sortBy}
      />
      <Show when={others() > 0}>
        <button type="button" class="btn mt-3" aria-pressed={all()} onClick={() => setAll(!all())}>
          {all() ? "Own weapons only" : `${others()} more that only the enemies used`}
        </button>
      </Show>
    </>
  );
};
