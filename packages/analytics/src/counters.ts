/** What a sum counts, in words for minimums and formulas. */
export interface SumLabel {
  /** Plural, as in "12 more …". */
  readonly label: string;
  readonly unit: "count" | "HP" | "s" | "XP";
}

const count = (label: string): SumLabel => ({ label, unit: "count" });
const damage = (label: string): SumLabel => ({ label, unit: "HP" });
const time = (label: string): SumLabel => ({ label, unit: "s" });

/** Counters that a row has and that are added up over rounds. */
export const COUNTERS = {
  kills: count("kills"),
  deaths: count("deaths by enemies"),
  damageGiven: damage("damage given"),
  damageReceived: damage("damage received"),
  teamDamageGiven: damage("team damage given"),
  teamDamageReceived: damage("team damage received"),
  headshots: count("head hits, all weapons"),
  headshotKills: count("kills by a headshot"),
  shots: count("shots, all weapons"),
  hits: count("hits, all weapons"),
  bulletsFired: count("bullets fired"),
  gibs: count("gibs"),
  selfKills: count("self-kills"),
  fullSelfKills: count("full self-kills"),
  teamKills: count("team kills"),
  teamGibs: count("team gibs"),
  killAssists: count("kill assists"),
  killSteals: count("kill steals"),
  usefulKills: count("useful kills"),
  uselessKills: count("useless kills"),
  revivesGiven: count("revives given"),
  timesRevived: count("times revived"),
  xp: { label: "XP", unit: "XP" },
  timePlayedSeconds: time("seconds played"),
  deniedPlaytimeSeconds: time("seconds of playtime denied"),
  dynamitesPlanted: count("dynamites planted"),
  dynamitesDefused: count("dynamites defused"),
  objectivesCompleted: count("objectives completed"),
  objectivesDestroyed: count("objectives destroyed"),
  objectivesStolen: count("objectives stolen"),
  objectivesReturned: count("objectives returned"),
  constructions: count("constructions"),
  doubleKills: count("double kills"),
  tripleKills: count("triple kills"),
  quadKills: count("quad kills"),
  multiKills: count("multi kills"),
  megaKills: count("mega kills"),
} as const satisfies Record<string, SumLabel>;

/** Records: the best round counts, a spree does not go on over the break. */
export const RECORDS = {
  killingSpreeBest: count("kills in the best spree"),
  deathSpreeWorst: count("deaths in the worst spree"),
} as const satisfies Record<string, SumLabel>;

/** Sums that a row has not as such. */
export const DERIVED = {
  rounds: count("rounds"),
  /** In each round at most the time played. */
  timeDeadSeconds: time("seconds dead"),
  /** Over the rounds whose files measure time dead: what shares of it are made of. */
  timedSeconds: time("seconds played with time dead measured"),
  timedDamage: damage("damage given with time dead measured"),
  accuracyHits: count("hits with accuracy weapons"),
  accuracyShots: count("shots with accuracy weapons"),
  accuracyHeadshots: count("head hits with accuracy weapons"),
  grenadeRounds: count("rounds with a grenade thrown"),
  grenadeKills: count("grenade kills"),
  grenadeHits: count("grenade hits"),
  grenadeShots: count("grenades thrown"),
} as const satisfies Record<string, SumLabel>;

/** A counter of rows. */
export type CounterKey = keyof typeof COUNTERS;
/** A record of rows. */
export type RecordKey = keyof typeof RECORDS;
/** A number of {@link PlayerSums}. */
export type SumKey = CounterKey | RecordKey | keyof typeof DERIVED;

/** All counters, in the order of the table. */
export const COUNTER_KEYS = Object.keys(COUNTERS) as CounterKey[];
/** All records. */
export const RECORD_KEYS = Object.keys(RECORDS) as RecordKey[];
/** Words for every sum. */
export const SUM_LABELS: Readonly<Record<SumKey, SumLabel>> = {
  ...DERIVED,
  ...COUNTERS,
  ...RECORDS,
};
/** All sums. */
export const SUM_KEYS = Object.keys(SUM_LABELS) as SumKey[];
