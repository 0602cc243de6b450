import type { RecentRound } from "../../api/players.ts";
import { figure, plural } from "../../format/numbers.ts";

/** Damage a minute over several rounds: made of the sums; 0 without time. */
export function dpmOf(rounds: readonly RecentRound[]): number {
  const seconds = rounds.reduce((sum, round) => sum + (round.timePlayedSeconds ?? 0), 0);
  const damage = rounds.reduce((sum, round) => sum + (round.damageGiven ?? 0), 0);
  return seconds > 0 ? (damage * 60) / seconds : 0;
}

/** A change below this part is no trend. */
const LEVEL = 0.08;
/** Fewer rounds than this show no trend. */
const ENOUGH = 10;

/** What the last rounds show, in a sentence or two. Oldest first. */
export function formWords(rounds: readonly RecentRound[]): string {
  const won = rounds.filter(({ won }) => won === true).length;
  const told = rounds.filter(({ won }) => won !== null).length;
  const parts: string[] = [];
  if (rounds.length >= ENOUGH) {
    const half = Math.floor(rounds.length / 2);
    const [before, after] = [dpmOf(rounds.slice(0, half)), dpmOf(rounds.slice(half))];
    const change = before > 0 ? after / before - 1 : 0;
    const word = change > LEVEL ? "rising" : change < -LEVEL ? "falling" : "steady";
    parts.push(
      `Form ${word}: ${figure(before)} in the first ${half}, ${figure(after)} in the last ${rounds.length - half}.`,
    );
  } else parts.push(`${plural(rounds.length, "round")}; a trend needs ${ENOUGH}.`);
  if (told > 0) parts.push(`${won} of ${plural(told, "round")} won.`);
  const best = rounds.reduce<RecentRound | null>(
    (top, round) => (top === null || round.dpm > top.dpm ? round : top),
    null,
  );
  if (best) parts.push(`Best: ${figure(best.dpm)} on ${best.map}.`);
  return parts.join(" ");
}
