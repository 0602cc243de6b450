import { For, Show } from "solid-js";
import { matchPath } from "../address/paths.ts";
import { timeOfDay } from "../format/moments.ts";
import { type Dispatch, EMPHASIS } from "./story.ts";

/** What happened, a line each, with the time at which it did. */
export const DispatchList = (props: { readonly dispatches: readonly Dispatch[] }) => (
  <ol class="dispatch">
    <For each={props.dispatches}>
      {(dispatch) => (
        <li>
          <time datetime={dispatch.at}>{timeOfDay(dispatch.at)}</time>
          <p>
            <For each={dispatch.text.split(EMPHASIS)}>
              {(part, i) => (i() % 2 === 1 ? <b>{part}</b> : part)}
            </For>{" "}
            <Show when={dispatch.score}>
              <a class="num" href={matchPath(dispatch.matchId)}>
                {dispatch.score}
              </a>
            </Show>
          </p>
        </li>
      )}
    </For>
  </ol>
);
