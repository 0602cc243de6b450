import { useQuery } from "@tanstack/solid-query";
import { Show } from "solid-js";
import { sessionPath } from "../../address/paths.ts";
import { arrived } from "../../api/arrived.ts";
import { sessionsQuery } from "../../api/sessions.ts";
import { longDay } from "../../format/moments.ts";
import { MissingState } from "../../states/missing-state.tsx";

/** There is no such session; the newest one is near. */
export const MissingSession = (props: { readonly id: string }) => {
  const sessions = useQuery(() => sessionsQuery({ limit: 1, offset: 0 }));
  const number = () => (/^\d{1,10}$/.test(props.id) ? ` ${props.id}` : " of this number");
  return (
    <>
      <div class="pagehead mt-6">
        <h1>No such session</h1>
      </div>
      <MissingState
        title="Not in the database"
        actions={
          <a class="btn primary" href="/sessions">
            All sessions
          </a>
        }
      >
        There is no session{number()}
        <Show when={arrived(sessions)?.items[0]} fallback=".">
          {(newest) => (
            <>
              ; the newest is{" "}
              <a href={sessionPath(newest().id)}>
                {newest().id}, of {longDay(newest().date)}
              </a>
              . A rebuild may have given it another number.
            </>
          )}
        </Show>
      </MissingState>
    </>
  );
};
