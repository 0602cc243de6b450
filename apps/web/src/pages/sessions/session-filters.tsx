import { Show } from "solid-js";
import { periods } from "../../address/period.ts";
import { useAddress } from "../../address/use-address.ts";
import { FilterBar } from "../../components/filter-bar.tsx";
import { MapChoice } from "../../components/map-choice.tsx";
import { PlayerChoice } from "../../components/player-choice.tsx";
import { Segments } from "../../components/segments.tsx";
import { isFiltered, type Narrowed } from "./session-words.ts";

/** Which sessions: a period or days, a map, a player. */
export const SessionFilters = (props: { readonly filter: Narrowed }) => {
  const { change } = useAddress();
  return (
    <FilterBar more="days, map, player">
      <Segments
        legend="Period"
        name="period"
        options={periods}
        value={props.filter.from || props.filter.to ? "all" : (props.filter.period ?? "all")}
        onChoose={(value) =>
          change({ period: value === "all" ? undefined : value, from: undefined, to: undefined })
        }
      />
      <Day
        id="from"
        label="From"
        value={props.filter.from}
        onChoose={(from) => change({ from, period: undefined })}
      />
      <Day
        id="to"
        label="To"
        value={props.filter.to}
        onChoose={(to) => change({ to, period: undefined })}
      />
      <MapChoice class="extra" value={props.filter.map} onChoose={(map) => change({ map })} />
      <PlayerChoice
        class="extra"
        value={props.filter.player}
        onChoose={(player) => change({ player })}
      />
      <Show when={isFiltered(props.filter)}>
        <a class="btn" href="/sessions">
          Reset
        </a>
      </Show>
    </FilterBar>
  );
};

const Day = (props: {
  readonly id: string;
  readonly label: string;
  readonly value: string | undefined;
  readonly onChoose: (day: string | undefined) => void;
}) => (
  <div class="field extra">
    <label for={props.id}>{props.label}</label>
    <input
      id={props.id}
      type="date"
      min="2003-01-01"
      max="2199-12-31"
      value={props.value ?? ""}
      onChange={(event) => props.onChoose(event.currentTarget.value || undefined)}
    />
  </div>
);
