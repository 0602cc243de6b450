import { Show } from "solid-js";
import { lastAnswer, silentSince } from "../api/server-state.ts";
import { Icon } from "../components/icon.tsx";
import { timeOfDay } from "../format/moments.ts";

/** Says that the server is silent, for as long as it is. */
export const SilenceNotice = () => (
  <div class="wrap" role="status">
    <Show when={silentSince()}>
      <p class="note bad mt-4">
        <Icon name="warn" />
        <span>
          <b>The server does not answer.</b>{" "}
          <Show when={lastAnswer()}>
            {(at) => <>Shown is what was loaded until {timeOfDay(at().toISOString())}. </>}
          </Show>
          This page goes on by itself when it is back.
        </span>
      </p>
    </Show>
  </div>
);
