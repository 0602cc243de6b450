import { For, Show } from "solid-js";
import type { SessionReport } from "../api/report.ts";
import { Note } from "../components/note.tsx";
import { plural } from "../format/numbers.ts";
import { teamName } from "./teams.ts";

/** What is out of the ordinary in a session: maps that do not count, people who came and went. */
export const SessionNotes = (props: { readonly report: SessionReport }) => {
  const nameOf = (guid: string | null) =>
    props.report.sessionPlayers.find((player) => player.guid === guid)?.name ?? guid;
  return (
    <div class="grid gap-3 mt-4">
      <For each={props.report.matches.filter((match) => match.note)}>
        {(match) => (
          <Note>
            <b>{match.map}.</b> {match.note}
          </Note>
        )}
      </For>
      <Show when={props.report.reshuffled}>
        <Note>
          <b>The teams were mixed anew</b> in the course of the evening; the rosters are those of
          before.
        </Note>
      </Show>
      <Show when={props.report.substitutions.length > 0}>
        <Note>
          <For each={props.report.substitutions}>
            {(change) => (
              <>
                <b>{teamName(props.report.teamNames, change.team)}:</b>{" "}
                {change.in === null
                  ? `${nameOf(change.out)} left early`
                  : change.out === null
                    ? `${nameOf(change.in)} came later`
                    : `${nameOf(change.in)} came for ${nameOf(change.out)}`}
                .{" "}
              </>
            )}
          </For>
        </Note>
      </Show>
      <Show when={props.report.otherRounds > 0}>
        <Note>
          {plural(props.report.otherRounds, "round")} of this evening{" "}
          {props.report.otherRounds === 1 ? "belongs" : "belong"} to no match: restarted, broken
          off, played by bots, without the other half, or on a map that is left out.
        </Note>
      </Show>
    </div>
  );
};
