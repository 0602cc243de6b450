import { Link } from "@tanstack/solid-router";
import { For, Show } from "solid-js";
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
              <Link
                class="num"
                to="/matches/$matchId"
                params={{ matchId: dispatch.matchId }}
                activeProps={() => ({})}
              >
                {dispatch.score}
              </Link>
            </Show>
          </p>
        </li>
      )}
    </For>
  </ol>
);
