import { useQuery } from "@tanstack/solid-query";
import { Link } from "@tanstack/solid-router";
import { Show } from "solid-js";
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
          <Link class="btn primary" to="/sessions">
            All sessions
          </Link>
        }
      >
        There is no session{number()}
        <Show when={sessions.data?.items[0]} fallback=".">
          {(newest) => (
            <>
              ; the newest is{" "}
              <Link to="/sessions/$id" params={{ id: String(newest().id) }}>
                {newest().id}, of {longDay(newest().date)}
              </Link>
              . A rebuild may have given it another number.
            </>
          )}
        </Show>
      </MissingState>
    </>
  );
};
