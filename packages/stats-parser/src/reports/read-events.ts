import { classTimesOf } from "./class-times.ts";
import { hitRegionsOf } from "./hit-regions.ts";
import { killEventOf } from "./kill-events.ts";
import type { LogPeople } from "./log-people.ts";
import { objectiveEventOf } from "./objective-events.ts";
import type { ReportPlayer } from "./report-players.ts";
import type { KillEvent, ObjectiveEvent, ReviveEvent, RoundEvents } from "./round-events.ts";
import type { LogEvent, RoundLog } from "./round-log.ts";
import type { RoundNotes } from "./round-notes.ts";
import type { Stretch } from "./round-pauses.ts";

const DEATHS = new Set(["kill", "teamkill", "suicide"]);

/** The events of a round's log. Entries about nobody who is known are left out (`event_rejected`). */
export function readEvents(
  log: RoundLog,
  people: LogPeople,
  players: readonly ReportPlayer[],
  endMs: number,
  pauses: readonly Stretch[],
  notes: RoundNotes,
): RoundEvents {
  const kills: KillEvent[] = [];
  const objectives: ObjectiveEvent[] = [];
  const revives: ReviveEvent[] = [];
  let rejected = 0;
  for (const event of log.events) {
    if (DEATHS.has(event.label)) {
      const kill = killEventOf(event, people);
      if (kill === null) rejected++;
      else kills.push(kill);
    } else if (event.label === "revive") {
      const revive = reviveOf(event, people);
      if (revive === null) rejected++;
      else revives.push(revive);
    } else {
      const objective = objectiveEventOf(event, people);
      if (objective !== null) objectives.push(objective);
    }
  }
  if (rejected > 0) {
    notes.warn("event_rejected", `left out, of nobody who is known: ${rejected}`);
  }
  const hitRegions = hitRegionsOf(log.events, people);
  const classes = classTimesOf(log, people, players, endMs, pauses);
  return { kills, objectives, revives, hitRegions, classes };
}

function reviveOf({ atMs, entry }: LogEvent, people: LogPeople): ReviveEvent | null {
  const medic = people.guid(entry["player"]);
  const revived = people.guid(entry["victim"]);
  return medic === null || revived === null ? null : { atMs, medic, revived };
}
