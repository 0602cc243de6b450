import { meansOf } from "./kill-events.ts";
import type { LogPeople } from "./log-people.ts";
import { shortText } from "./report-values.ts";
import type { ObjectiveAction, ObjectiveEvent } from "./round-events.ts";
import type { LogEvent } from "./round-log.ts";

const MAX_OBJECTIVE = 100;

const ACTIONS: Readonly<Record<string, ObjectiveAction>> = {
  obj_planted: "planted",
  obj_defused: "defused",
  obj_destroyed: "destroyed",
  obj_repaired: "repaired",
  obj_taken: "taken",
  obj_secured: "secured",
  obj_returned: "returned",
  obj_carrierkilled: "carrier_killed",
  obj_flag_captured: "flag_captured",
  obj_escort: "escorted",
  obj_misc: "other",
};

/** What was done to an objective; null for entries that are about something else. */
export function objectiveEventOf(
  { atMs, label, entry }: LogEvent,
  people: LogPeople,
): ObjectiveEvent | null {
  const action = ACTIONS[label];
  if (action === undefined) return null;
  const killed = action === "carrier_killed";
  return {
    atMs,
    action,
    objective: shortText(entry["objective"] ?? entry["flag"], MAX_OBJECTIVE) ?? "",
    player: people.guid(entry["player"]),
    victim: killed ? people.guid(entry["victim"]) : null,
    meansOfDeath: killed ? meansOf(entry["weapon"]) : null,
  };
}
