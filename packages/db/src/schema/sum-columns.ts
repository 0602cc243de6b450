import {
  SUM_KEYS,
  SUM_LABELS,
  type SumKey,
  WEAPON_CLASSES,
  type WeaponClass,
  type WeaponSumKey,
} from "@slomix/analytics";

/** One number of a player's sums, as it stands in a table. */
export interface SumColumn {
  /** `damage_given`, `smg_kills` */
  readonly column: string;
  /** Whole numbers; else seconds and XP, in thousandths. */
  readonly whole: boolean;
  /** The best of all rounds instead of their sum. */
  readonly best: boolean;
}

/** A number of the sums as a whole. */
export interface TotalColumn extends SumColumn {
  readonly sum: SumKey;
}

/** A number of one class of weapons. */
export interface ClassColumn extends SumColumn {
  readonly weaponClass: WeaponClass;
  readonly sum: WeaponSumKey;
}

/** What is kept of each class. */
const CLASS_SUMS: readonly WeaponSumKey[] = [
  "rounds",
  "kills",
  "deaths",
  "headshots",
  "shots",
  "hits",
];

const BEST: ReadonlySet<SumKey> = new Set(["killingSpreeBest", "deathSpreeWorst"]);

/** Sums that only the weapons of a round tell. */
const OF_WEAPONS: ReadonlySet<SumKey> = new Set([
  "accuracyHits",
  "accuracyShots",
  "accuracyHeadshots",
  "grenadeRounds",
  "grenadeKills",
  "grenadeHits",
  "grenadeShots",
]);

/** All sums of the registry, one column each. */
export const TOTAL_COLUMNS: readonly TotalColumn[] = SUM_KEYS.map((sum) => ({
  sum,
  column: snakeCase(sum),
  whole: SUM_LABELS[sum].unit === "count" || SUM_LABELS[sum].unit === "HP",
  best: BEST.has(sum),
}));

/** The sums of every class of weapons. */
export const CLASS_COLUMNS: readonly ClassColumn[] = WEAPON_CLASSES.flatMap(({ key }) =>
  CLASS_SUMS.map((sum) => ({
    weaponClass: key,
    sum,
    column: `${key}_${sum}`,
    whole: true,
    best: false,
  })),
);

/** Those of {@link TOTAL_COLUMNS} that stand in `round_weapon_sums`. */
export const WEAPON_TOTAL_COLUMNS: readonly TotalColumn[] = TOTAL_COLUMNS.filter(({ sum }) =>
  OF_WEAPONS.has(sum),
);

function snakeCase(key: string): string {
  return key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
