import { clock } from "../format/clock.ts";
import { figure, plural } from "../format/numbers.ts";
import type { PlayerLine } from "../players/line.ts";

/** Something to be good at: the figure, and how a sentence says it. */
const strengths: readonly {
  readonly value: (p: PlayerLine) => number | null;
  readonly say: (value: number) => string;
}[] = [
  { value: (p) => p.usefulKills, say: (n) => plural(n, "useful kill") },
  { value: (p) => p.revives, say: (n) => plural(n, "revive") },
  { value: (p) => p.objectives, say: (n) => plural(n, "objective action") },
  { value: (p) => p.secondsDenied, say: (n) => `${clock(n)} of enemy time denied` },
  { value: (p) => p.gibs, say: (n) => plural(n, "gib") },
  { value: (p) => p.kills, say: (n) => plural(n, "kill") },
];

/**
 * Why somebody stands where he stands: what he is best at compared with everybody, and his damage or
 * kills a death.
 */
export function whyGood(player: PlayerLine, all: readonly PlayerLine[]): string {
  const ranked = strengths
    .map((strength) => {
      const own = strength.value(player) ?? 0;
      const rank = all.filter((other) => (strength.value(other) ?? 0) > own).length;
      return { strength, own, rank };
    })
    .filter(({ own }) => own > 0)
    .sort((a, b) => a.rank - b.rank);
  const [best] = ranked;
  const dpm =
    player.damageGiven !== null && player.secondsPlayed
      ? `${figure((player.damageGiven * 60) / player.secondsPlayed)} DPM`
      : `${figure(player.deaths === 0 ? player.kills : player.kills / player.deaths, 2)} K/D`;
  if (!best) return dpm;
  const most = best.rank === 0 && all.length > 2 ? ", most of anyone" : "";
  return `${best.strength.say(best.own)}${most} · ${dpm}`;
}
