import { clock } from "../format/clock.ts";
import { figure } from "../format/numbers.ts";
import type { Column } from "../tables/column.ts";
import type { PlayerLine } from "./line.ts";

type Lines = readonly PlayerLine[];

/** The sum of what was measured; null when nothing was. */
function sum(lines: Lines, value: (p: PlayerLine) => number | null): number | null {
  const values = lines.flatMap((line) => value(line) ?? []);
  return values.length === 0 ? null : values.reduce((a, b) => a + b, 0);
}

/** `part` for each `whole`, of sums; null without a whole. */
function ratio(
  lines: Lines,
  part: (p: PlayerLine) => number | null,
  whole: (p: PlayerLine) => number | null,
  factor = 1,
): number | null {
  const [above, below] = [sum(lines, part), sum(lines, whole)];
  return above === null || !below ? null : (above * factor) / below;
}

/** A figure that adds up. */
function counted(
  key: keyof PlayerLine & string,
  label: string,
  about: string,
  value: (p: PlayerLine) => number | null,
  more: Partial<Column<PlayerLine>> = {},
): Column<PlayerLine> {
  return {
    key,
    label,
    about,
    value,
    show: (n) => figure(n),
    together: (lines) => sum(lines, value),
    best: "highest",
    ...more,
  };
}

/** A figure that is made anew from the sums of several. */
function made(
  key: string,
  label: string,
  unit: string,
  decimals: number,
  about: string,
  of: (lines: Lines) => number | null,
): Column<PlayerLine> {
  return {
    key,
    label,
    unit,
    about,
    value: (p) => of([p]),
    show: (n) => figure(n, decimals),
    together: of,
    best: "highest",
  };
}

const kills = (p: PlayerLine) => p.kills;
const deaths = (p: PlayerLine) => p.deaths;

const score: Column<PlayerLine> = {
  key: "score",
  label: "Score",
  unit: "100 = avg",
  about:
    "Session score. 100 is the average of all players here, 15 points are one standard deviation. Damage a minute 30 %, K/D 20 %, useful kills 15 %, revives 15 %, objectives 10 %, denied time 10 %, less 5 % for damage to team mates. From 40 % of the rounds up.",
  value: (p) => p.score,
  show: (n) => figure(n),
  best: "highest",
};

const figures: readonly Column<PlayerLine>[] = [
  made("dpm", "DPM", "HP/min", 0, "Damage given to enemies for each minute played.", (lines) =>
    ratio(
      lines,
      (p) => p.damageGiven,
      (p) => p.secondsPlayed,
      60,
    ),
  ),
  counted("kills", "Kills", "Enemies killed. Team kills and self-kills are not in it.", kills),
  counted("deaths", "Deaths", "Deaths by an enemy.", deaths, { best: "lowest" }),
  made("kd", "K/D", "ratio", 2, "Kills divided by deaths, from the sums.", (lines) =>
    sum(lines, deaths) === 0 ? sum(lines, kills) : ratio(lines, kills, deaths),
  ),
  counted("damageGiven", "Given", "Damage given to enemies.", (p) => p.damageGiven, { unit: "HP" }),
  counted("damageReceived", "Taken", "Damage received from enemies.", (p) => p.damageReceived, {
    unit: "HP",
    best: "lowest",
  }),
  made(
    "accuracy",
    "Acc",
    "% hits",
    1,
    "Hits in percent of shots, without grenades, dynamite, satchels, mines, airstrikes, artillery and syringes.",
    (lines) => {
      const percent = ratio(
        lines,
        (p) => p.hits,
        (p) => p.shots,
        100,
      );
      return percent === null ? null : Math.min(100, percent);
    },
  ),
  made("headshots", "HS", "% kills", 0, "Share of kills made by a headshot.", (lines) => {
    const percent = ratio(lines, (p) => p.headshotKills, kills, 100);
    return percent === null ? null : Math.min(100, percent);
  }),
  counted(
    "usefulKills",
    "Useful",
    "Kills of players who then waited at least half of their spawn time.",
    (p) => p.usefulKills,
    { unit: "kills" },
  ),
  counted(
    "secondsDenied",
    "Denied",
    "Time that this player’s victims spent waiting to spawn.",
    (p) => p.secondsDenied,
    { unit: "m:ss", show: (n) => clock(n) },
  ),
  counted("revives", "Rev", "Team mates revived.", (p) => p.revives, { unit: "given" }),
  counted("gibs", "Gibs", "Bodies destroyed, so that no medic can revive them.", (p) => p.gibs),
  counted(
    "objectives",
    "Obj",
    "Objectives taken and returned, dynamite planted and defused.",
    (p) => p.objectives,
    { unit: "actions" },
  ),
  made("alive", "Alive", "% time", 0, "Share of the time played that was spent alive.", (lines) => {
    const dead = ratio(
      lines,
      (p) => p.secondsDead,
      (p) => p.secondsPlayed,
      100,
    );
    return dead === null ? null : 100 - dead;
  }),
];

/** Columns of a session's players. */
export const sessionColumns: readonly Column<PlayerLine>[] = [score, ...figures];

/** Columns of a match's players. */
export const matchColumns: readonly Column<PlayerLine>[] = [
  ...figures,
  counted("selfKills", "Self", "Deaths by the own hand.", (p) => p.selfKills, {
    unit: "kills",
    best: "lowest",
  }),
  counted("teamDamage", "Team", "Damage given to team mates.", (p) => p.teamDamage, {
    unit: "HP",
    best: "lowest",
  }),
  counted("xp", "XP", "Experience points, as the game gives them.", (p) => p.xp),
];
