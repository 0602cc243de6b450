/** Where a tab field's number comes from, which decides how it behaves over a match. */
export type FieldOrigin =
  /** Engine session counter: carried over into Round 2, so cumulative in a Round 2 file. */
  | "engine"
  /** Script counter: starts at 0 each round, so a Round 2 file holds Round 2 only. */
  | "script"
  /** Computed from both kinds. */
  | "mixed";

/** What turns a Round 2 file's value into the value of Round 2 alone. */
export type Round2Rule = "subtract" | "keep" | "recompute" | "ignore";

/** One of the 38 tab fields of a player line. */
export interface PlayerField {
  /** Position behind the first tab, from 0. */
  readonly index: number;
  readonly key: string;
  readonly unit: "HP" | "count" | "%" | "XP" | "HP/min" | "min" | "s" | "ratio";
  /** Decimals that the writer prints. */
  readonly decimals: 0 | 1;
  readonly origin: FieldOrigin;
  readonly round2: Round2Rule;
  readonly label: string;
  /** What the writer counts. */
  readonly meaning: string;
}

type Row = Omit<PlayerField, "index" | "decimals" | "origin" | "round2">;

const field = (
  index: number,
  decimals: 0 | 1,
  origin: FieldOrigin,
  round2: Round2Rule,
  row: Row,
): PlayerField => ({ index, ...row, decimals, origin, round2 });

const engine = (index: number, key: string, unit: Row["unit"], label: string, meaning: string) =>
  field(index, 0, "engine", "subtract", { key, unit, label, meaning });

const script = (index: number, key: string, unit: Row["unit"], label: string, meaning: string) =>
  field(index, 0, "script", "keep", { key, unit, label, meaning });

/** The 38 tab fields of a player line in file order; the same for every writer of the format. */
export const PLAYER_FIELDS: readonly PlayerField[] = [
  engine(0, "damage_given", "HP", "Damage given", "Damage to enemies."),
  engine(1, "damage_received", "HP", "Damage received", "Damage from enemies."),
  engine(2, "team_damage_given", "HP", "Team damage given", "Damage to team mates."),
  engine(3, "team_damage_received", "HP", "Team damage received", "Damage from team mates."),
  engine(4, "gibs", "count", "Gibs", "Enemies gibbed, as a corpse or by the kill itself."),
  engine(5, "self_kills", "count", "Self-kills", "Suicides: /kill, falls, own explosives, world."),
  engine(6, "team_kills", "count", "Team kills", "Team mates killed."),
  engine(7, "team_gibs", "count", "Team gibs", "Team mates gibbed."),
  field(8, 1, "engine", "recompute", {
    key: "time_played_percent",
    unit: "%",
    label: "Time alive",
    meaning: "Time alive in percent of the time on a team; not the share of the round.",
  }),
  script(9, "xp", "XP", "XP", "Engine score of the round; may be negative."),
  script(10, "killing_spree", "count", "Killing spree", "Best row of enemy kills, from 3 up."),
  script(11, "death_spree", "count", "Death spree", "Worst row of deaths, from 3 up."),
  script(
    12,
    "kill_assists",
    "count",
    "Kill assists",
    "Damage dealt in the 1.5 s before a mate's kill.",
  ),
  script(
    13,
    "kill_steals",
    "count",
    "Kill steals",
    "Own kills that a mate had done more damage for.",
  ),
  script(14, "headshot_kills", "count", "Headshot kills", "Head hits that took the last health."),
  script(15, "objectives_stolen", "count", "Objectives stolen", "Objectives taken."),
  script(16, "objectives_returned", "count", "Objectives returned", "Objectives brought back."),
  script(17, "dynamites_planted", "count", "Dynamites planted", "Dynamites armed."),
  script(18, "dynamites_defused", "count", "Dynamites defused", "Dynamites disarmed."),
  script(19, "times_revived", "count", "Times revived", "How often a medic revived this player."),
  engine(
    20,
    "bullets_fired",
    "count",
    "Bullets fired",
    "Shots of all 28 weapons, syringe included.",
  ),
  field(21, 1, "mixed", "ignore", {
    key: "dpm",
    unit: "HP/min",
    label: "DPM (script)",
    meaning: "The script's own damage a minute; stays 0.0 in practice.",
  }),
  field(22, 1, "engine", "subtract", {
    key: "time_played_minutes",
    unit: "min",
    label: "Time played",
    meaning: "Time on Axis or Allies while playing; pauses and spectating do not count.",
  }),
  field(23, 1, "mixed", "recompute", {
    key: "tank_meatshield",
    unit: "ratio",
    label: "Tank/Meatshield",
    meaning: "Damage received for each death ÷ 130, from 1000 HP and a result of 3 up; else 0.",
  }),
  field(24, 1, "mixed", "recompute", {
    key: "time_dead_ratio",
    unit: "%",
    label: "Time dead",
    meaning:
      "Time dead in percent of the time played; 0 up to 2 minutes of play. Null where time dead is.",
  }),
  field(25, 1, "script", "keep", {
    key: "time_dead_minutes",
    unit: "min",
    label: "Time dead",
    meaning:
      "Time from each death to the next spawn or revive, without pauses. Null in files with eight header fields: their writers add it again at each snapshot.",
  }),
  field(26, 1, "mixed", "ignore", {
    key: "kd_ratio",
    unit: "ratio",
    label: "K/D (script)",
    meaning: "The script's own kills ÷ deaths.",
  }),
  script(
    27,
    "useful_kills",
    "count",
    "Useful kills",
    "Victim had to wait half a spawn interval or more.",
  ),
  script(
    28,
    "denied_playtime",
    "s",
    "Playtime denied",
    "Time that this player's victims stayed dead.",
  ),
  script(
    29,
    "multikill_2x",
    "count",
    "Double kills",
    "Chains of exactly 2 kills, each within 3 s.",
  ),
  script(30, "multikill_3x", "count", "Triple kills", "Chains of exactly 3."),
  script(31, "multikill_4x", "count", "Quad kills", "Chains of exactly 4."),
  script(32, "multikill_5x", "count", "Multi kills", "Chains of exactly 5."),
  script(33, "multikill_6x", "count", "Mega kills", "Chains of 6 or more."),
  script(34, "useless_kills", "count", "Useless kills", "Victim respawned in less than 5 s."),
  script(
    35,
    "full_selfkills",
    "count",
    "Full self-kills",
    "/kill with almost a whole spawn wait left.",
  ),
  script(36, "repairs_constructions", "count", "Constructions", "Things built or repaired."),
  script(37, "revives_given", "count", "Revives given", "Team mates revived."),
];

/** Positions of the tab fields that rules speak of by name. */
export const TAB = {
  damageGiven: 0,
  damageReceived: 1,
  teamDamageGiven: 2,
  teamDamageReceived: 3,
  gibs: 4,
  selfKills: 5,
  teamKills: 6,
  teamGibs: 7,
  timePlayedPercent: 8,
  xp: 9,
  killingSpree: 10,
  deathSpree: 11,
  killAssists: 12,
  killSteals: 13,
  headshotKills: 14,
  objectivesStolen: 15,
  objectivesReturned: 16,
  dynamitesPlanted: 17,
  dynamitesDefused: 18,
  timesRevived: 19,
  bulletsFired: 20,
  timePlayedMinutes: 22,
  tankMeatshield: 23,
  timeDeadRatio: 24,
  timeDeadMinutes: 25,
  usefulKills: 27,
  deniedPlaytime: 28,
  multikill2: 29,
  multikill3: 30,
  multikill4: 31,
  multikill5: 32,
  multikill6: 33,
  uselessKills: 34,
  fullSelfKills: 35,
  constructions: 36,
  revivesGiven: 37,
} as const;

/** Key of a tab field; the position must be one of the 38. */
export function fieldKey(index: number): string {
  return (PLAYER_FIELDS[index] as PlayerField).key;
}
