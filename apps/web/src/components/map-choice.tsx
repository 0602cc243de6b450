import { useQuery } from "@tanstack/solid-query";
import { arrived } from "../api/arrived.ts";
import { mapsQuery } from "../api/maps.ts";
import { Choice } from "./choice.tsx";

/** One of the maps that were played, or all of them. */
export const MapChoice = (props: {
  readonly value: string | undefined;
  readonly onChoose: (map: string | undefined) => void;
  readonly class?: string;
}) => {
  const maps = useQuery(() => mapsQuery());
  const names = () => (arrived(maps) ?? []).map(({ map }) => map).sort();
  return (
    <Choice
      id="map-choice"
      label="Map"
      all="All maps"
      options={names().map((map) => ({ value: map, label: map }))}
      value={props.value}
      onChoose={props.onChoose}
      {...(props.class === undefined ? {} : { class: props.class })}
    />
  );
};
