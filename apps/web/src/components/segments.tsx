import { For } from "solid-js";

/** One of a few choices, all in sight. */
export const Segments = <Value extends string>(props: {
  readonly legend: string;
  /** Unique on the page. */
  readonly name: string;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly value: Value;
  readonly onChoose: (value: Value) => void;
}) => (
  <fieldset class="field">
    <legend>{props.legend}</legend>
    <div class="seg">
      <For each={props.options}>
        {(option) => (
          <label>
            <input
              type="radio"
              name={props.name}
              value={option.value}
              checked={props.value === option.value}
              onChange={() => props.onChoose(option.value)}
            />
            <span>{option.label}</span>
          </label>
        )}
      </For>
    </div>
  </fieldset>
);
