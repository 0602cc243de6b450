import { colourSpans, drawnName } from "@slomix/stats-parser";
import { For, Show } from "solid-js";
import { playerPath } from "../address/paths.ts";
import { colourClass } from "./name-colours.ts";

/** A name in the colours of the game, made readable; text stays apart from whatever it stands in. */
const Coloured = (props: { readonly raw: string; readonly name: string }) => (
  <bdi>
    <For
      each={colourSpans(props.raw).filter(({ text }) => text !== "")}
      fallback={<span class="et-7">{props.name}</span>}
    >
      {({ text, code }) => <span class={colourClass(code)}>{text}</span>}
    </For>
  </bdi>
);

/** A player, as a link to his page where there is one. */
export const PlayerName = (props: {
  /** Null: nobody whose page could be opened, a bot for instance. */
  readonly guid: string | null;
  /** Without colour codes. */
  readonly name: string;
  /** With colour codes; without them the name is white. */
  readonly raw?: string | undefined;
}) => {
  const name = () => props.name.trim() || props.guid || "unnamed";
  const raw = () => drawnName({ name: name(), rawName: props.raw ?? name() });
  return (
    <Show
      when={props.guid}
      fallback={
        <span class="pname">
          <Coloured raw={raw()} name={name()} />
        </span>
      }
    >
      {(guid) => (
        <a class="pname" href={playerPath(guid())}>
          <Coloured raw={raw()} name={name()} />
        </a>
      )}
    </Show>
  );
};
