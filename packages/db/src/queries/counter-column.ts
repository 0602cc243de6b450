import type { CounterKey, RecordKey, SumKey } from "@slomix/analytics";

/** Columns of `player_comprehensive_stats` that are not the counter's name with underscores. */
const OTHER_NAMES: Readonly<Partial<Record<SumKey | CounterKey | RecordKey, string>>> = {
  fullSelfKills: "full_selfkills",
  usefulKills: "most_useful_kills",
  deniedPlaytimeSeconds: "denied_playtime",
};

/** The column of `player_comprehensive_stats` that holds a counter or a record. */
export function counterColumn(key: SumKey | CounterKey | RecordKey): string {
  return OTHER_NAMES[key] ?? key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
