import type { MetricKey } from "@slomix/analytics";
import { clock } from "../format/clock.ts";
import { figure, plural } from "../format/numbers.ts";
import type { PlayerLine } from "../players/line.ts";
import { measured } from "../players/measured.ts";

/** Something to be good at: the figure, and how a sentence says it. */
const strengths: readonly {
  readonly metric: MetricKey;
  readonly say: (value: number) => string;
}[] = [
  { metric: "usefulKills", say: (n) => plural(n, "useful kill") },
  { metric: "revives", say: (n) => plural(n, "revive") },
  { metric: "objectives", say: (n) => plural(n, "objective action") },
  { metric: "denied", say: (n) => `${clock(n)} of enemy time denied` },
  { metric: "gibs", say: (n) => plural(n, "gib") },
  { metric: "kills", say: (n) => plural(n, "kill") },
];

const amountOf = ({ sums }: PlayerLine, metric: MetricKey) => measured(metric, [sums]);

/**
 * Why somebody stands where he stands: what he is best at compared with everybody, and his damage or
 * kills a death.
 */
export function whyGood(player: PlayerLine, all: readonly PlayerLine[]): string {
  const ranked = strengths
    .map((strength) => {
      const own = amountOf(player, strength.metric) ?? 0;
      const rank = all.filter((other) => (amountOf(other, strength.metric) ?? 0) > own).length;
      return { strength, own, rank };
    })
    .filter(({ own }) => own > 0)
    .sort((a, b) => a.rank - b.rank);
  const [best] = ranked;
  const damage = amountOf(player, "dpm");
  const dpm =
    damage === null ? `${figure(amountOf(player, "kd") ?? 0, 2)} K/D` : `${figure(damage)} DPM`;
  if (!best) return dpm;
  const most = best.rank === 0 && all.length > 2 ? ", most of anyone" : "";
  return `${best.strength.say(best.own)}${most} · ${dpm}`;
}
