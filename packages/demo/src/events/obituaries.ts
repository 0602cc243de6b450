import type { Dialect } from "../game/dialect.ts";
import type { PlayerInfo } from "../game/player-info.ts";
import { MAX_CLIENTS, WORLD } from "../limits.ts";
import type { ObituaryEvent } from "./demo-event.ts";

/**
 * The death that an obituary tells of; null where nobody died of those who can. `at` is where the state of
 * the entity begins in the words. Whoever is no client counts as the world. A team kill is one of a mate,
 * not of oneself.
 */
export function obituaryOf(
  words: Int32Array,
  at: number,
  entity: number,
  serverTime: number,
  dialect: Dialect,
  players: readonly (PlayerInfo | null)[],
): ObituaryEvent | null {
  const fields = dialect.obituary;
  const victim = words[at + fields.victim] as number;
  if (victim < 0 || victim >= MAX_CLIENTS) return null;
  const told = words[at + fields.attacker] as number;
  const attacker = told >= 0 && told < MAX_CLIENTS ? told : WORLD;
  const mod = words[at + fields.means] as number;
  const killer = players[attacker] ?? null;
  const killed = players[victim] ?? null;
  const selfKill = attacker === victim;
  const isPlaying = killed?.team === "axis" || killed?.team === "allies";
  return {
    serverTime,
    type: "obituary",
    entity,
    attacker,
    attackerName: killer?.name ?? null,
    attackerTeam: killer?.team ?? null,
    victim,
    victimName: killed?.name ?? null,
    victimTeam: killed?.team ?? null,
    mod,
    modName: dialect.means[mod]?.name ?? "unknown",
    weapon: fields.weapon === null ? null : (words[at + fields.weapon] as number),
    headshotFlag: fields.headshot === null ? null : (words[at + fields.headshot] as number),
    selfKill,
    teamKill: !selfKill && isPlaying && killer?.team === killed?.team,
  };
}
