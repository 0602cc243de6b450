import { METRICS, type MetricKey, metricBest, scoreFormula } from "@slomix/analytics";
import { clock } from "../format/clock.ts";
import { figure } from "../format/numbers.ts";
import type { Column } from "../tables/column.ts";
import type { PlayerLine } from "./line.ts";
import { measured } from "./measured.ts";

/** How a metric is headed where there is little room; the rest is the registry's. */
interface Heading {
  readonly label: string;
  readonly unit?: string;
  /** Default the metric's own. */
  readonly decimals?: number;
  readonly show?: (value: number) => string;
}

function column(key: MetricKey, { label, unit, decimals, show }: Heading): Column<PlayerLine> {
  const { meaning, decimals: own } = METRICS[key];
  const best = metricBest(key);
  return {
    key,
    label,
    ...(unit === undefined ? {} : { unit }),
    about: meaning,
    value: ({ sums }) => measured(key, [sums]),
    show: show ?? ((value) => figure(value, decimals ?? own)),
    together: (lines) =>
      measured(
        key,
        lines.map(({ sums }) => sums),
      ),
    ...(best === null ? {} : { best }),
  };
}

const score: Column<PlayerLine> = {
  key: "score",
  label: "Score",
  unit: "100 = avg",
  about: `Session score. 100 is the average of all players here, 15 points are one standard deviation. ${scoreFormula()}. From 40 % of the rounds up.`,
  value: (p) => p.score,
  show: (n) => figure(n),
  best: "highest",
};

const figures: readonly Column<PlayerLine>[] = [
  column("dpm", { label: "DPM", unit: "HP/min", decimals: 0 }),
  column("kills", { label: "Kills" }),
  column("deaths", { label: "Deaths" }),
  column("kd", { label: "K/D", unit: "ratio" }),
  column("damage", { label: "Given", unit: "HP" }),
  column("damageReceived", { label: "Taken", unit: "HP" }),
  column("accuracy", { label: "Acc", unit: "% hits" }),
  column("headshots", { label: "HS", unit: "% kills", decimals: 0 }),
  column("usefulKills", { label: "Useful", unit: "kills" }),
  column("denied", { label: "Denied", unit: "m:ss", show: (seconds) => clock(seconds) }),
  column("revives", { label: "Rev", unit: "given" }),
  column("gibs", { label: "Gibs" }),
  column("objectives", { label: "Obj", unit: "actions" }),
  column("survival", { label: "Alive", unit: "% time", decimals: 0 }),
];

/** Columns of a session's players. */
export const sessionColumns: readonly Column<PlayerLine>[] = [score, ...figures];

/** Columns of a match's players. */
export const matchColumns: readonly Column<PlayerLine>[] = [
  ...figures,
  column("selfKills", { label: "Self", unit: "kills" }),
  column("teamDamage", { label: "Team", unit: "HP" }),
  column("xp", { label: "XP" }),
];
