import { For, Show } from "solid-js";

/** One of some, or all of them. A value that is none of them stays in sight while it is chosen. */
export const Choice = (props: {
  /** Unique on the page. */
  readonly id: string;
  readonly label: string;
  /** What no choice means: "All maps". */
  readonly all: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly value: string | undefined;
  readonly onChoose: (value: string | undefined) => void;
  readonly class?: string;
}) => {
  const chosen = () => props.value?.toLowerCase() ?? "";
  return (
    <div class={`field ${props.class ?? ""}`}>
      <label for={props.id}>{props.label}</label>
      <select
        id={props.id}
        onChange={(event) => props.onChoose(event.currentTarget.value || undefined)}
      >
        <option value="" selected={chosen() === ""}>
          {props.all}
        </option>
        <Show when={chosen() !== "" && !props.options.some(({ value }) => value === chosen())}>
          <option value={chosen()} selected>
            {chosen()}
          </option>
        </Show>
        <For each={props.options}>
          {({ value, label }) => (
            <option value={value} selected={value === chosen()}>
              {label}
            </option>
          )}
        </For>
      </select>
    </div>
  );
};
