import type { PlayerProfile, RecentRound } from "../../api/players.ts";
import { figure, plural } from "../../format/numbers.ts";

/** Damage a minute over several rounds: made of the sums; 0 without time. */
export function dpmOf(rounds: readonly RecentRound[]): number {
  const seconds = rounds.reduce((sum, round) => sum + (round.timePlayedSeconds ?? 0), 0);
  const damage = rounds.reduce((sum, round) => sum + (round.damageGiven ?? 0), 0);
  return seconds > 0 ? (damage * 60) / seconds : 0;
}

/** What the last rounds show, in a sentence or two. */
export function formWords({
  recentRounds: rounds,
  form,
}: Pick<PlayerProfile, "recentRounds" | "form">): string {
  const won = rounds.filter(({ won }) => won === true).length;
  const told = rounds.filter(({ won }) => won !== null).length;
  const parts: string[] = [];
  if (form) {
    const { trend, before, after } = form;
    parts.push(
      `Form ${trend}: ${figure(before.dpm)} in the first ${before.rounds}, ${figure(after.dpm)} in the last ${after.rounds}.`,
    );
  } else parts.push(`${plural(rounds.length, "round")}; form needs more of them.`);
  if (told > 0) parts.push(`${won} of ${plural(told, "round")} won.`);
  const best = rounds.reduce<RecentRound | null>(
    (top, round) => (top === null || round.dpm > top.dpm ? round : top),
    null,
  );
  if (best) parts.push(`Best: ${figure(best.dpm)} on ${best.map}.`);
  return parts.join(" ");
}
