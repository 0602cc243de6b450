import type {
  EventKill,
  EventObjective,
  EventPlayer,
  RoundOfEvents,
} from "../../../api/match-events.ts";
import { clock } from "../../../format/clock.ts";
import { figure } from "../../../format/numbers.ts";

/** Where a moment stands on the timeline. */
export type Lane = "objective" | "axis" | "allies" | "other";

/** Something that happened, in words: who did what to whom, and what else is known. */
export interface Moment {
  readonly atMs: number;
  readonly lane: Lane;
  /** Null: somebody who is not known. */
  readonly who: EventPlayer | null;
  readonly did: string;
  readonly whom: EventPlayer | null;
  readonly more: readonly string[];
}

/** Kills and objectives of a round, in order of time. */
export function momentsOf(round: RoundOfEvents): Moment[] {
  return [...round.objectives.map(objectiveMoment), ...round.kills.map(killMoment)].sort(
    (a, b) => a.atMs - b.atMs,
  );
}

/** A moment as one sentence. */
export function momentText({ atMs, who, did, whom, more }: Moment): string {
  const names = [who?.name ?? "Somebody", did, ...(whom ? [whom.name] : [])];
  return `${clock(atMs / 1000)} ${[names.join(" "), ...more].join(", ")}`;
}

/** A death. */
export function killMoment(kill: EventKill): Moment {
  const { kind, killer, victim } = kill;
  const own = kind === "self_kill";
  const by = own ? null : killer;
  return {
    atMs: kill.atMs,
    lane: kind !== "kill" ? "other" : laneOf(killer, victim),
    who: by ?? victim,
    did: own ? "died" : by === null ? "was killed" : kind === "kill" ? "killed" : "killed teammate",
    whom: by === null ? null : victim,
    more: [
      ...(kill.weapon === null ? [] : [kill.weapon]),
      ...(by === null || kill.killerHealth === null
        ? []
        : [`${figure(kill.killerHealth)} HP left`]),
      ...(kill.distance === null ? [] : [`${figure(kill.distance)} units away`]),
      ...(kill.axisAlive === null || kill.alliesAlive === null
        ? []
        : [`${kill.axisAlive} Axis and ${kill.alliesAlive} Allies alive`]),
    ],
  };
}

function laneOf(killer: EventPlayer | null, victim: EventPlayer): Lane {
  const side = killer?.side ?? (victim.side === null ? null : victim.side === 1 ? 2 : 1);
  return side === null ? "other" : side === 1 ? "axis" : "allies";
}

/** What was done to an objective, with its name behind it. */
const DEEDS: Readonly<Record<EventObjective["action"], string>> = {
  planted: "planted dynamite at",
  defused: "defused the dynamite at",
  destroyed: "destroyed",
  repaired: "built",
  taken: "took",
  secured: "secured",
  returned: "returned",
  carrier_killed: "stopped the carrier of",
  flag_captured: "captured",
  escorted: "escorted",
  other: "was at",
};

function objectiveMoment({ atMs, action, objective, player, victim, weapon }: EventObjective) {
  const name = objective.trim() || "an objective";
  return {
    atMs,
    lane: "objective",
    who: player,
    did: `${DEEDS[action]} ${name}`,
    whom: null,
    more: [
      ...(victim === null ? [] : [`carried by ${victim.name}`]),
      ...(weapon === null ? [] : [weapon]),
    ],
  } as const;
}
