import type { SessionPlayer } from "../api/report.ts";
import type { IconName } from "../components/icon.tsx";
import { clock } from "../format/clock.ts";
import { figure } from "../format/numbers.ts";

/** An award of a session: the best of its players in one figure. */
export interface SessionAward {
  readonly group: "Combat" | "Team" | "Character";
  readonly title: string;
  readonly icon: IconName;
  readonly player: SessionPlayer;
  readonly value: string;
  readonly unit: string;
}

interface Rule {
  readonly group: SessionAward["group"];
  readonly title: string;
  readonly icon: IconName;
  readonly unit: string;
  readonly value: (p: SessionPlayer) => number;
  readonly show?: (value: number) => string;
  /** A share of few is luck: so much of the whole is asked. */
  readonly enough?: (p: SessionPlayer) => boolean;
}

const percent = (value: number) => `${figure(value)} %`;

const rules: readonly Rule[] = [
  {
    group: "Combat",
    title: "Most damage",
    icon: "bolt",
    unit: "HP given",
    value: (p) => p.damageGiven,
  },
  { group: "Combat", title: "Most kills", icon: "cross", unit: "kills", value: (p) => p.kills },
  {
    group: "Combat",
    title: "Hardest to beat",
    icon: "shield",
    unit: "kills a death",
    value: (p) => p.kdRatio,
    show: (n) => figure(n, 2),
    enough: (p) => p.kills >= 20,
  },
  {
    group: "Combat",
    title: "Head hunter",
    icon: "cross",
    unit: "headshot kills",
    value: (p) => p.headshotKillPercent,
    show: percent,
    enough: (p) => p.kills >= 20,
  },
  {
    group: "Combat",
    title: "Hot streak",
    icon: "spree",
    unit: "kills, one life",
    value: (p) => p.killingSpreeBest,
  },
  {
    group: "Team",
    title: "Team medic",
    icon: "medic",
    unit: "revives",
    value: (p) => p.revivesGiven,
  },
  {
    group: "Team",
    title: "Kills that counted",
    icon: "steps",
    unit: "useful kills",
    value: (p) => p.usefulKills,
  },
  {
    group: "Team",
    title: "Time thief",
    icon: "watch",
    unit: "denied",
    value: (p) => p.deniedPlaytimeSeconds,
    show: clock,
  },
  {
    group: "Team",
    title: "Objective runner",
    icon: "flag",
    unit: "taken, returned",
    value: (p) => p.objectivesStolen + p.objectivesReturned,
  },
  {
    group: "Team",
    title: "Demolition expert",
    icon: "dyna",
    unit: "dynamites",
    value: (p) => p.dynamitesPlanted + p.dynamitesDefused,
  },
  {
    group: "Character",
    title: "The wall",
    icon: "hold",
    unit: "HP taken",
    value: (p) => p.damageReceived,
  },
  {
    group: "Character",
    title: "Back again",
    icon: "up",
    unit: "times revived",
    value: (p) => p.timesRevived,
  },
  {
    group: "Character",
    title: "Own worst enemy",
    icon: "skull",
    unit: "self-kills",
    value: (p) => p.selfKills,
  },
  { group: "Character", title: "Clean-up crew", icon: "skull", unit: "gibs", value: (p) => p.gibs },
];

/** The awards of a session. Nobody gets one for nothing; of equals who played more rounds. */
export function sessionAwards(players: readonly SessionPlayer[]): SessionAward[] {
  return rules.flatMap(
    ({ group, title, icon, unit, value, show = figure, enough = () => true }) => {
      const [player] = players
        .filter((one) => enough(one) && value(one) > 0)
        .sort((a, b) => value(b) - value(a) || b.rounds - a.rounds);
      return player ? [{ group, title, icon, unit, player, value: show(value(player)) }] : [];
    },
  );
}
