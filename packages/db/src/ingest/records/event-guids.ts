import { storableText } from "../../storable.ts";
import type { StoredPlayer } from "./player-columns.ts";

/** The GUID by which the database knows somebody whose whole GUID an event tells. */
export type EventGuid = (whole: string) => string;

/**
 * Whole GUIDs of a report as the round's players are stored: who is stored by all of it, else the only
 * one whose GUID it begins with. Somebody who fits nobody, or more than one, keeps his first eight
 * characters: he stood in the round without numbers of his own, and is found under them elsewhere.
 */
export function eventGuids(stored: readonly StoredPlayer[]): EventGuid {
  const whole = new Set(stored.map(({ guid }) => guid));
  const known = new Map<string, string>();
  return (guid) => {
    const before = known.get(guid);
    if (before !== undefined) return before;
    const found = find(guid, whole, stored);
    known.set(guid, found);
    return found;
  };
}

function find(guid: string, whole: ReadonlySet<string>, stored: readonly StoredPlayer[]): string {
  if (whole.has(guid)) return storableText(guid);
  const [only, ...others] = stored.filter(({ player }) => guid.startsWith(player.guid));
  return storableText(only && others.length === 0 ? only.guid : guid.slice(0, 8).toUpperCase());
}
