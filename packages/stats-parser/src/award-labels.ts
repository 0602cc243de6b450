import type { AwardCategory, AwardScope } from "./endstats-file.ts";

/**
 * What an award's number counts. `count` also for kills, revives and the like; `damage` in health
 * points; `per_minute` kills a minute; `ratio` and `x` are quotients; `m` metres; `s` seconds.
 */
export type AwardMeasure =
  | "damage"
  | "count"
  | "per_minute"
  | "ratio"
  | "x"
  | "percent"
  | "m"
  | "s";

/** One kind of award that endstats writers print. */
export interface AwardLabel {
  /** The text of the first cell, exactly. */
  readonly label: string;
  /** The writer's own number of the award, ascending in the file; null for labels that no known build prints. */
  readonly position: string | null;
  readonly category: AwardCategory;
  /** What the value covers in a Round 2 file. */
  readonly scope: AwardScope;
  readonly measure: AwardMeasure;
  /**
   * The values of Round 1 and Round 2 may be added up. Never so for values that already cover both
   * rounds, nor for records, ratios and percentages.
   */
  readonly additive: boolean;
}

const COMBAT = "Combat";
const DEATHS = "Deaths & Mayhem";
const SKILLS = "Skills";
const WEAPONS = "Weapons";
const TEAMWORK = "Teamwork";
const OBJECTIVES = "Objectives";
const TIMING = "Timing";

function row(
  position: string | null,
  label: string,
  category: AwardCategory,
  scope: AwardScope,
  measure: AwardMeasure = "count",
  additive = scope === "rnd" && (measure === "count" || measure === "s"),
): AwardLabel {
  return { label, position, category, scope, measure, additive };
}

/** What a misprinted `Most objectives stolen` line really is. */
export const USELESS_KILLS = "Most useless kills";
/** The line that is printed twice. */
export const KILLING_SPREE = "Longest killing spree";
/** The line that, straight behind the second killing spree, holds useless kills. */
export const OBJECTIVES_STOLEN = "Most objectives stolen";

/** Every known award, in the order in which the writer prints them; last the labels it never prints. */
export const AWARD_LABELS: readonly AwardLabel[] = [
  row("1", "Most damage given", COMBAT, "cum", "damage"),
  row("2", "Most damage received", COMBAT, "cum", "damage"),
  row("3", "Most team damage given", TEAMWORK, "cum", "damage"),
  row("4", "Most team damage received", TEAMWORK, "cum", "damage"),
  row("5", "Most teamkills", DEATHS, "cum"),
  row("6", "Most selfkills", DEATHS, "cum"),
  row("7", "Most deaths", DEATHS, "cum"),
  row("8", "Most kills per minute", COMBAT, "cum", "per_minute"),
  row("9a", "Most doublekills", SKILLS, "rnd"),
  row("9b", "Most multikills", SKILLS, "rnd"),
  row("9c", "Quickest multikill w/ light weapons", SKILLS, "rnd", "count", false),
  row("11", "Farthest riflenade kill", WEAPONS, "rnd", "m"),
  row("12", "Most light weapon kills", SKILLS, "rnd"),
  row("13", "Most pistol kills", SKILLS, "rnd"),
  row("14", "Most rifle kills", SKILLS, "rnd"),
  row("15", "Most riflenade kills", WEAPONS, "rnd"),
  row("16", "Most sniper kills", SKILLS, "rnd"),
  row("17", "Most knife kills", SKILLS, "rnd"),
  row("18", "Most air support kills", WEAPONS, "rnd"),
  row("19", "Most mine kills", WEAPONS, "rnd"),
  row("20", "Most grenade kills", WEAPONS, "rnd"),
  row("21", "Most panzer kills", WEAPONS, "rnd"),
  row("22", "Most mortar kills", WEAPONS, "rnd"),
  row("23", "Most panzer deaths", DEATHS, "rnd"),
  row("24", "Mortarmagnet", DEATHS, "rnd"),
  row("26", "Most MG42 kills", WEAPONS, "rnd"),
  row("27", "Most MG42 deaths", DEATHS, "rnd"),
  row("28", "Most revives", TEAMWORK, "rnd"),
  row("29", "Most revived", TEAMWORK, "rnd"),
  row("30", "Best K/D ratio", COMBAT, "cum", "ratio"),
  row("31", "Most dynamites planted", OBJECTIVES, "rnd"),
  row("32", "Most dynamites defused", OBJECTIVES, "rnd"),
  row("34", KILLING_SPREE, SKILLS, "rnd", "count", false),
  row("35", "Longest death spree", DEATHS, "rnd", "count", false),
  row("36", OBJECTIVES_STOLEN, OBJECTIVES, "rnd"),
  row("37", "Most objectives returned", OBJECTIVES, "rnd"),
  row("38", "Most corpse gibs", OBJECTIVES, "cum"),
  row("39", "Most kill assists", TEAMWORK, "rnd"),
  row("40", "Most killsteals", TEAMWORK, "rnd"),
  row("41", "Most headshot kills", SKILLS, "rnd"),
  row("43", "Tank/Meatshield (Refuses to die)", COMBAT, "cum", "x"),
  // Printed under the label of "36".
  row("44b", USELESS_KILLS, TIMING, "rnd"),
  row("45", "Full respawn king", TIMING, "mixed", "percent"),
  row("46", "Least time dead (What spawn?)", TIMING, "mixed", "percent"),
  row("49", "Most playtime denied", TIMING, "rnd", "s"),
  row("W1", "Highest light weapons accuracy", SKILLS, "cum", "percent"),
  row("W2", "Highest headshot accuracy", SKILLS, "cum", "percent"),
  row("W3", "Most headshots", SKILLS, "cum"),
  row("W4", "Most bullets fired", SKILLS, "cum"),
  row(null, "Most damage per minute", COMBAT, "cum", "per_minute"),
  row(null, "Most useful kills (>Half respawn time left)", TIMING, "rnd"),
  row(null, "Most mortar deaths", DEATHS, "rnd"),
];

const BY_LABEL: ReadonlyMap<string, AwardLabel> = new Map(AWARD_LABELS.map((x) => [x.label, x]));

/** The award with exactly this label; undefined when no known writer prints it. */
export function awardLabel(label: string): AwardLabel | undefined {
  return BY_LABEL.get(label);
}

/** The categories in the order of a post about one round. */
export const ROUND_CATEGORY_ORDER: readonly AwardCategory[] = [
  COMBAT,
  DEATHS,
  SKILLS,
  WEAPONS,
  TEAMWORK,
  OBJECTIVES,
  TIMING,
  "other",
];

/** The categories in the order of a whole gaming session's totals. */
export const SESSION_CATEGORY_ORDER: readonly AwardCategory[] = [
  COMBAT,
  SKILLS,
  WEAPONS,
  TIMING,
  TEAMWORK,
  OBJECTIVES,
  DEATHS,
  "other",
];
