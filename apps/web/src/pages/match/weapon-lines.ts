import { isAccuracyWeapon } from "@slomix/analytics";
import { hasHeadshots, weaponName } from "../../players/weapon-name.ts";
import type { ScopePlayer } from "./scope.ts";

/** What was done with one weapon. */
export interface WeaponLine {
  readonly weapon: string;
  /** As players call it. */
  readonly display: string;
  readonly kills: number;
  readonly deaths: number;
  readonly headshots: number;
  readonly hits: number;
  readonly shots: number;
  /** Its hits count for the accuracy of those who use it. */
  readonly accuracyWeapon: boolean;
  /** The game counts hits to the head with it. */
  readonly headHits: boolean;
  /** Who killed most with it; null: nobody killed. */
  readonly best: { readonly player: ScopePlayer; readonly kills: number } | null;
}

/** The weapons that these players used, most kills first. */
export function weaponLines(players: readonly ScopePlayer[]): WeaponLine[] {
  const lines = new Map<string, WeaponLine>();
  for (const player of players)
    for (const used of player.weapons) {
      const line = lines.get(used.weapon);
      const leads = used.kills > (line?.best?.kills ?? 0);
      lines.set(used.weapon, {
        weapon: used.weapon,
        display: weaponName(used.weapon),
        kills: (line?.kills ?? 0) + used.kills,
        deaths: (line?.deaths ?? 0) + used.deaths,
        headshots: (line?.headshots ?? 0) + used.headshots,
        hits: (line?.hits ?? 0) + used.hits,
        shots: (line?.shots ?? 0) + used.shots,
        accuracyWeapon: isAccuracyWeapon(used.weapon),
        headHits: hasHeadshots(used.weapon),
        best: leads ? { player, kills: used.kills } : (line?.best ?? null),
      });
    }
  return [...lines.values()].sort((a, b) => b.kills - a.kills || b.hits - a.hits);
}
