import { For, Show } from "solid-js";
import { Icon } from "../components/icon.tsx";
import { PlayerName } from "../components/player-name.tsx";
import type { Result } from "./results.ts";

/** The list below a search field. */
export const ResultList = (props: {
  readonly id: string;
  readonly label: string;
  readonly results: readonly Result[];
  readonly at: number;
  readonly optionId: (i: number) => string;
  readonly onChoose: (result: Result) => void;
}) => (
  <div class="results" id={props.id} role="listbox" aria-label={props.label}>
    <For each={props.results}>
      {(result, i) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the field above it has the keyboard
        // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the field
        <div
          role="option"
          id={props.optionId(i())}
          aria-selected={props.at === i()}
          onClick={() => props.onChoose(result)}
          onMouseDown={(event) => event.preventDefault()}
        >
          <Icon name={result.found.kind === "player" ? "user" : "map"} />
          <span class="what">
            <Show
              when={result.found.kind === "player" && result.found}
              fallback={
                <>
                  <span class="vh">Map </span>
                  <b>{result.found.kind === "map" ? result.found.map : ""}</b>
                </>
              }
            >
              {(player) => <PlayerName guid={null} name={player().name} raw={player().rawName} />}
            </Show>
          </span>
          <bdi class="more">{result.note}</bdi>
        </div>
      )}
    </For>
  </div>
);
