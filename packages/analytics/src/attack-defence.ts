import { type Answer, answer, refuse } from "./answer.ts";
import { longRows } from "./form-rows.ts";
import { metricValue } from "./metrics.ts";
import type { PlayerRow } from "./player-row.ts";
import { sumRows } from "./player-sums.ts";

/** Numbers of one role. */
export interface RoleNumbers {
  readonly rounds: number;
  readonly kills: number;
  readonly deaths: number;
  readonly kd: number;
  readonly dpm: number;
}

/** Whether somebody does more as attacker or as defender. */
export interface AttackDefence {
  readonly attack: RoleNumbers;
  readonly defence: RoleNumbers;
  /** Difference in percent of the mean of both. */
  readonly lean: number;
  readonly label: "attacker" | "defender" | "balanced";
}

const ROUNDS = 10;
const BALANCED_BELOW = 10;

/** What a player did in a round: the defenders' side is known, or the round says nothing. */
export function roleOf({ round, side }: PlayerRow): "attack" | "defence" | null {
  if (round.defenderSide === null || side === null) return null;
  return side === round.defenderSide ? "defence" : "attack";
}

/** Role preference of one player over rows in any order (90 days of them, as a rule). */
export function attackDefence(rows: readonly PlayerRow[]): Answer<AttackDefence> {
  const known = longRows(rows).filter((row) => roleOf(row) !== null);
  if (known.length < ROUNDS) {
    return refuse(
      "too_few_rounds",
      `${known.length} of ${ROUNDS} rounds longer than a minute with known attackers`,
    );
  }
  const attack = numbers(known.filter((row) => roleOf(row) === "attack"));
  const defence = numbers(known.filter((row) => roleOf(row) === "defence"));
  if (attack.rounds === 0 || defence.rounds === 0) {
    return refuse("one_sided", `only ${attack.rounds === 0 ? "defended" : "attacked"} so far`);
  }
  const middle = (attack.dpm + defence.dpm) / 2;
  const lean = middle > 0 ? (Math.abs(attack.dpm - defence.dpm) / middle) * 100 : 0;
  return answer({
    attack,
    defence,
    lean,
    label: lean < BALANCED_BELOW ? "balanced" : attack.dpm > defence.dpm ? "attacker" : "defender",
  });
}

function numbers(rows: readonly PlayerRow[]): RoleNumbers {
  const sums = sumRows(rows);
  return {
    rounds: sums.rounds,
    kills: sums.kills,
    deaths: sums.deaths,
    kd: metricValue("kd", sums),
    dpm: metricValue("dpm", sums),
  };
}
