import { useNavigate, useSearch } from "@tanstack/solid-router";
import { createMemo, For, Show } from "solid-js";
import { PlayerName } from "../../components/player-name.tsx";
import { Section } from "../../components/section.tsx";
import { FiguresTable } from "../../tables/figures-table.tsx";
import { useSorting } from "../../tables/use-sorting.ts";
import type { ScopePlayer } from "./scope.ts";
import { weaponColumns } from "./weapon-columns.ts";
import { weaponLines } from "./weapon-lines.ts";

/** Weapons of everybody, or of the one player whom the address names (`player`). */
export const WeaponsSection = (props: {
  readonly players: readonly ScopePlayer[];
  readonly label: string;
}) => {
  const search = useSearch({ strict: false });
  const navigate = useNavigate();
  const humans = () => props.players.filter(({ bot }) => !bot);
  const chosen = createMemo(() => {
    const guid = (search() as Record<string, unknown>)["player"];
    return humans().find((player) => player.guid === guid);
  });
  const lines = createMemo(() => {
    const one = chosen();
    return weaponLines(one ? [one] : props.players);
  });
  const { sorting, sortBy } = useSorting(() => weaponColumns, "kills", "weapons");
  const choose = (guid: string) =>
    void navigate({
      to: ".",
      search: (before: Record<string, unknown>) => ({ ...before, player: guid || undefined }),
      replace: true,
      resetScroll: false,
    });
  return (
    <Section id="weapons" title="Weapons" side={props.label}>
      <div class="field mb-4 w-max max-w-full">
        <label for="weapons-of">Whose weapons</label>
        <select id="weapons-of" onChange={(event) => choose(event.currentTarget.value)}>
          <option value="" selected={!chosen()}>
            Everybody
          </option>
          <For each={humans()}>
            {(player) => (
              <option value={player.guid} selected={chosen()?.guid === player.guid}>
                {player.name}
              </option>
            )}
          </For>
        </select>
      </div>
      <FiguresTable
        id="weapons"
        caption={
          <Show
            when={chosen()}
            fallback="All players together. Beside each weapon who killed most with it."
          >
            {(player) => <>Weapons of {player().name}.</>}
          </Show>
        }
        label="Weapons"
        nameLabel="Weapon"
        name={(line) => (
          <span class="lbname">
            {line.display}
            <Show when={!chosen() && line.best}>
              {(best) => (
                <span class="small">
                  <PlayerName
                    guid={best().player.bot ? null : best().player.guid}
                    name={best().player.name}
                    raw={best().player.rawName}
                  />{" "}
                  <span class="dim">{best().kills}</span>
                </span>
              )}
            </Show>
          </span>
        )}
        columns={weaponColumns}
        groups={[{ head: null, together: null, rows: lines() }]}
        sorting={sorting()}
        onSort={sortBy}
      />
    </Section>
  );
};
