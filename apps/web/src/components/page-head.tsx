import { type JSX, Show } from "solid-js";

/** Title of a page, a sentence below it, and tools at the right. */
export const PageHead = (props: {
  readonly title: JSX.Element;
  /** Names of maps and players keep their case and their letters. */
  readonly asTyped?: boolean;
  readonly children?: JSX.Element;
  readonly tools?: JSX.Element;
}) => (
  <div class="pagehead">
    <div>
      <h1 classList={{ mapname: props.asTyped ?? false }}>{props.title}</h1>
      <Show when={props.children}>
        <p>{props.children}</p>
      </Show>
    </div>
    <Show when={props.tools}>
      <div class="flex flex-wrap items-center gap-2">{props.tools}</div>
    </Show>
  </div>
);
