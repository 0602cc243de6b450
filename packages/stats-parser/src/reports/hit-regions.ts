import type { LogPeople } from "./log-people.ts";
import { amountOf } from "./report-values.ts";
import type { HitRegion, HitRegionCount } from "./round-events.ts";
import type { LogEvent } from "./round-log.ts";

const MAX_DAMAGE = 100_000;

/** The game's names and numbers of hit regions. */
const REGIONS: Readonly<Record<string, HitRegion>> = {
  hr_head: "head",
  hr_arms: "arms",
  hr_body: "body",
  hr_legs: "legs",
  hr_none: "none",
  "0": "head",
  "1": "arms",
  "2": "body",
  "3": "legs",
  "-1": "none",
};

/** Adds up the `damage` that players did to others, by player and region; in order of their first hits. */
export function hitRegionsOf(events: readonly LogEvent[], people: LogPeople): HitRegionCount[] {
  const counts = new Map<string, { -readonly [K in keyof HitRegionCount]: HitRegionCount[K] }>();
  for (const { label, entry } of events) {
    if (label !== "damage") continue;
    const player = people.guid(entry["killer"]);
    const victim = people.guid(entry["victim"]);
    const name = String(entry["hit_region"]).trim().toLowerCase();
    const region = Object.hasOwn(REGIONS, name) ? REGIONS[name] : undefined;
    const damage = amountOf(entry["amount"] ?? entry["damage"], MAX_DAMAGE);
    if (player === null || victim === null || player === victim) continue;
    if (region === undefined || damage === null) continue;
    const key = `${player} ${region}`;
    const count = counts.get(key) ?? { player, region, hits: 0, damage: 0 };
    count.hits++;
    count.damage += damage;
    counts.set(key, count);
  }
  return [...counts.values()];
}
