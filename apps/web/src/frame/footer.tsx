import type { InferResponseType } from "hono/client";
import { Show } from "solid-js";
import type { api } from "../api/client.ts";
import { longDay, timeOfDay, zoneName } from "../format/moments.ts";
import { plural } from "../format/numbers.ts";

/** What the server holds, and where to read on. */
export const Footer = (props: {
  readonly health: InferResponseType<typeof api.health.$get> | undefined;
}) => (
  <footer class="foot">
    <div class="wrap">
      <p>
        <Show when={props.health} fallback="Stopwatch sessions of Wolfenstein: Enemy Territory.">
          {(health) => (
            <>
              {plural(health().countedRounds, "counted round")} in{" "}
              {plural(health().sessions, "session")}
              <Show when={health().lastRoundEnd}>
                {(end) => (
                  <>
                    , the last one on {longDay(end())}, {timeOfDay(end())}
                  </>
                )}
              </Show>
              . Times of day are in {zoneName()}.
            </>
          )}
        </Show>
      </p>
      <a href="/about">How numbers are made</a>
      <a href="/api/openapi.json">Open data and API</a>
    </div>
  </footer>
);
