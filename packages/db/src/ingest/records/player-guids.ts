import { createHash } from "node:crypto";
import type { PlayerRound } from "@slomix/stats-parser";
import { botKey } from "@slomix/stopwatch";
import type { StoredPlayer } from "./player-columns.ts";

/**
 * The players of a round with the GUIDs that keep them apart in the database: bots share the first
 * eight characters, and get a stable key of their name; whoever still collides (two lines of one
 * GUID and one clean name) gets a key of his place, so that no line is lost.
 */
export function storedPlayers(players: readonly PlayerRound[]): StoredPlayer[] {
  const taken = new Set<string>();
  const inOrder = [...players].sort(
    (a, b) => compare(a.guid, b.guid) || compare(a.rawName, b.rawName),
  );
  return inOrder.map((player) => {
    let guid = player.bot ? botKey(player.guid, player.name) : player.guid;
    for (let place = 2; taken.has(guid); place++)
      guid = `${player.guid.slice(0, 8)}${hex24(`${player.name}#${place}`)}`;
    taken.add(guid);
    return { guid, player };
  });
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

const hex24 = (text: string) => createHash("sha256").update(text).digest("hex").slice(0, 24);
