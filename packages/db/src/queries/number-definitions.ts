/** What a number is about. */
export type NumberGroup = "fighting" | "aim" | "team" | "time" | "score";

/** A number that pages show: what it means, how it is made and where it comes from. */
export interface NumberDefinition {
  readonly key: string;
  readonly group: NumberGroup;
  readonly label: string;
  readonly unit: string;
  readonly meaning: string;
  /** How several rounds make one number. */
  readonly formula: string;
  /** The part of the game server's files that it is read from. */
  readonly source: string;
}

const PLAYER_LINE = "the player's line of the stats file";
const TAB_PART = "the tab-separated part of the player's line";
const WEAPONS = "the weapon fields of the player's line";
const HEADER = "the header of the stats file";

/** Every number, in the order in which it is explained. */
export const NUMBERS: readonly NumberDefinition[] = [
  {
    key: "dpm",
    group: "fighting",
    label: "DPM",
    unit: "HP/min",
    meaning: "Damage given to enemies for each minute played.",
    formula: "all damage × 60 ÷ all seconds played",
    source: TAB_PART,
  },
  {
    key: "damageGiven",
    group: "fighting",
    label: "Damage given, taken",
    unit: "HP",
    meaning: "Health taken from enemies, and by enemies.",
    formula: "sum of the rounds",
    source: TAB_PART,
  },
  {
    key: "kills",
    group: "fighting",
    label: "Kills",
    unit: "count",
    meaning: "Enemies killed; team mates are counted apart.",
    formula: "sum of the rounds",
    source: WEAPONS,
  },
  {
    key: "deaths",
    group: "fighting",
    label: "Deaths",
    unit: "count",
    meaning: "Deaths by enemies; self-kills and team kills are not in it.",
    formula: "sum of the rounds",
    source: WEAPONS,
  },
  {
    key: "kdRatio",
    group: "fighting",
    label: "K/D",
    unit: "ratio",
    meaning: "Kills for each death by an enemy; without a death the kills.",
    formula: "all kills ÷ all deaths",
    source: WEAPONS,
  },
  {
    key: "efficiency",
    group: "fighting",
    label: "Efficiency",
    unit: "percent",
    meaning: "Kills in percent of kills and deaths together.",
    formula: "all kills ÷ (all kills + all deaths) × 100",
    source: WEAPONS,
  },
  {
    key: "usefulKills",
    group: "fighting",
    label: "Useful kills",
    unit: "count, or percent of kills",
    meaning: "Kills whose victim had to wait half a spawn interval or more.",
    formula: "sum of the rounds, or ÷ all kills × 100",
    source: TAB_PART,
  },
  {
    key: "multikills",
    group: "fighting",
    label: "Multikills",
    unit: "count",
    meaning: "Chains of two to six kills, each within three seconds of the one before.",
    formula: "double + triple + quad + multi + mega kills, summed",
    source: TAB_PART,
  },
  {
    key: "gibs",
    group: "fighting",
    label: "Gibs",
    unit: "count",
    meaning: "Enemies on the ground finished off, so that no medic can bring them back.",
    formula: "sum of the rounds",
    source: TAB_PART,
  },
  {
    key: "accuracy",
    group: "aim",
    label: "Accuracy",
    unit: "percent",
    meaning:
      "Hits for each shot, without grenades, dynamite, satchels, mines, airstrikes, artillery and syringes.",
    formula: "all hits ÷ all shots × 100, at most 100",
    source: WEAPONS,
  },
  {
    key: "headshotHits",
    group: "aim",
    label: "Head hits",
    unit: "percent",
    meaning: "Hits to the head in percent of hits.",
    formula: "all head hits ÷ all hits × 100",
    source: WEAPONS,
  },
  {
    key: "headshotKills",
    group: "aim",
    label: "Headshot kills",
    unit: "percent",
    meaning: "Kills whose last hit was to the head, in percent of all kills. Not the head hits.",
    formula: "all kills by a headshot ÷ all kills × 100",
    source: TAB_PART,
  },
  {
    key: "revives",
    group: "team",
    label: "Revives",
    unit: "count, or a round",
    meaning: "Team mates brought back with the syringe.",
    formula: "sum of the rounds, or ÷ rounds",
    source: TAB_PART,
  },
  {
    key: "objectives",
    group: "team",
    label: "Objectives",
    unit: "count",
    meaning: "Objectives taken and brought back, dynamites planted and defused.",
    formula: "all four, summed",
    source: TAB_PART,
  },
  {
    key: "teamDamage",
    group: "team",
    label: "Team damage",
    unit: "HP, or percent of damage given",
    meaning: "Damage given to team mates; low is good.",
    formula: "sum of the rounds, or ÷ all damage × 100",
    source: TAB_PART,
  },
  {
    key: "deniedTime",
    group: "team",
    label: "Denied time",
    unit: "s, or s/min",
    meaning: "How long the player's victims were out of the game.",
    formula: "sum of the rounds, or × 60 ÷ all seconds played",
    source: TAB_PART,
  },
  {
    key: "timePlayed",
    group: "time",
    label: "Played",
    unit: "h",
    meaning: "Time on a team, pauses left out.",
    formula: "sum of the rounds",
    source: TAB_PART,
  },
  {
    key: "timeAlive",
    group: "time",
    label: "Time alive",
    unit: "percent",
    meaning: "Time on one's feet in percent of the time played.",
    formula:
      "100 − all seconds dead ÷ all seconds played × 100; in each round dead at most as long as played",
    source: TAB_PART,
  },
  {
    key: "rounds",
    group: "time",
    label: "Rounds",
    unit: "count",
    meaning: "Rounds that count; a map has two, and each side attacks in one.",
    formula: "number of the player's rounds",
    source: PLAYER_LINE,
  },
  {
    key: "setTime",
    group: "score",
    label: "Set time",
    unit: "m:ss",
    meaning: "How long the first attack took. The second one has to be faster.",
    formula: "as the server measured it",
    source: HEADER,
  },
  {
    key: "points",
    group: "score",
    label: "Score",
    unit: "points",
    meaning:
      "A map is worth one point to the faster team; two full holds give one to each. What was not played to its end does not count.",
    formula: "sum of the maps of a session",
    source: "the headers of both rounds",
  },
  {
    key: "sessionScore",
    group: "score",
    label: "Session score",
    unit: "100 = average",
    meaning:
      "How somebody did among the players of one session: 15 points are one standard deviation. Who played less than 40 % of the rounds has none.",
    formula:
      "DPM 30 %, K/D 20 %, useful kills and revives a round 15 % each, objectives a round and denied time 10 % each, less 5 % for team damage",
    source: "the rounds of the session",
  },
  {
    key: "results",
    group: "score",
    label: "Maps won",
    unit: "W–L–D",
    meaning:
      "Maps that the player's team won, lost and drew. Who changed teams on a map has no part in it.",
    formula: "maps that count, by result",
    source: "the score of each session",
  },
];
