import { compareText, countedRows } from "./counted-round.ts";
import type { PlayerRow } from "./player-row.ts";
import { sumWeapons } from "./player-sums.ts";
import { rowsByPlayer } from "./players.ts";
import { sessionPlayers } from "./session-input.ts";

/** A weapon that somebody killed with in a session. */
export interface SessionWeapon {
  readonly weapon: string;
  readonly kills: number;
  /** Hits in percent of shots, at most 100. */
  readonly accuracy: number;
  readonly headshots: number;
  /** Head hits in percent of hits, at most 100. */
  readonly headshotHits: number;
}

/** A player's weapons, most kills first. */
export interface SessionWeapons {
  readonly guid: string;
  readonly name: string;
  readonly weapons: readonly SessionWeapon[];
}

const WEAPONS = 6;

/** Up to six weapons for each player who killed with any; most kills first. */
export function sessionWeapons(rows: readonly PlayerRow[]): SessionWeapons[] {
  const byPlayer = rowsByPlayer(countedRows(rows));
  return sessionPlayers(rows).flatMap(({ guid, name }) => {
    const weapons = [...sumWeapons(byPlayer.get(guid) ?? [])]
      .filter(([, { kills }]) => kills > 0)
      .sort(([a, x], [b, y]) => y.kills - x.kills || compareText(a, b))
      .slice(0, WEAPONS)
      .map(([weapon, { kills, hits, shots, headshots }]) => ({
        weapon,
        kills,
        accuracy: shots > 0 ? Math.min(100, (hits / shots) * 100) : 0,
        headshots,
        headshotHits: hits > 0 ? Math.min(100, (headshots / hits) * 100) : 0,
      }));
    return weapons.length > 0 ? [{ guid, name, weapons }] : [];
  });
}
