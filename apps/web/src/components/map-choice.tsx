import { useQuery } from "@tanstack/solid-query";
import { For, Show } from "solid-js";
import { arrived } from "../api/arrived.ts";
import { mapsQuery } from "../api/maps.ts";

/** One of the maps that were played, or all of them. */
export const MapChoice = (props: {
  readonly value: string | undefined;
  readonly onChoose: (map: string | undefined) => void;
  readonly class?: string;
}) => {
  const maps = useQuery(() => mapsQuery());
  const names = () => (arrived(maps) ?? []).map(({ map }) => map).sort();
  const chosen = () => props.value?.toLowerCase() ?? "";
  return (
    <div class={`field ${props.class ?? ""}`}>
      <label for="map-choice">Map</label>
      <select
        id="map-choice"
        onChange={(event) => props.onChoose(event.currentTarget.value || undefined)}
      >
        <option value="" selected={chosen() === ""}>
          All maps
        </option>
        <Show when={chosen() !== "" && !names().includes(chosen())}>
          <option value={chosen()} selected>
            {chosen()}
          </option>
        </Show>
        <For each={names()}>
          {(map) => (
            <option value={map} selected={map === chosen()}>
              {map}
            </option>
          )}
        </For>
      </select>
    </div>
  );
};
