import type { LineupPlayer, PlayerRound, RoundTelemetry } from "@slomix/stats-parser";
import { shortHash } from "./short-hash.ts";

/** A round as far as the identity of its players goes. */
export interface IdentityRound {
  readonly players: readonly PlayerRound[];
  readonly telemetry: RoundTelemetry | null;
  /** Webhook of the other half of the match, if any. */
  readonly partnerTelemetry: RoundTelemetry | null;
}

const SHORT = 8;

/**
 * The key of a bot in a database: all bots share the eight characters of their GUID (`OMNIBOT0`), so
 * 24 hex digits of the SHA-256 of the clean name follow. A bot without such a GUID counts as `OMNIBOT0`.
 */
export function botKey(guid8: string, cleanName: string): string {
  const short = guid8.slice(0, SHORT).toUpperCase();
  return `${/^OMNIBOT.$/.test(short) ? short : "OMNIBOT0"}${shortHash(cleanName, 24)}`;
}

/**
 * GUID8s that belong to more than one human, by the rounds of one stretch: they stand on several
 * lines of one round, or webhooks list whole GUIDs that differ behind them.
 */
export function sharedGuids(rounds: readonly IdentityRound[]): Set<string> {
  const shared = new Set<string>();
  const whole = new Map<string, string>();
  for (const { players, telemetry } of rounds) {
    const here = new Set<string>();
    for (const { bot, guid } of players) {
      if (bot) continue;
      if (here.has(guid)) shared.add(guid);
      here.add(guid);
    }
    for (const { guid } of listed(telemetry)) {
      const short = guid.slice(0, SHORT).toUpperCase();
      if (guid.length <= SHORT || short.startsWith("OMNIBOT")) continue;
      const long = guid.toUpperCase();
      if ((whole.get(short) ?? long) !== long) shared.add(short);
      whole.set(short, long);
    }
  }
  return shared;
}

/**
 * The players of a round with humans who share a GUID8 told apart: by the whole GUID where a webhook
 * names exactly one of them so (this round's, else the other half's, else all of `stretch` alike),
 * else by GUID8 and 24 hex digits of the SHA-256 of the clean name (of the name with its colours,
 * where that is all they differ in). They carry `guid8_shared`.
 */
export function separatePlayers(
  round: IdentityRound,
  shared: ReadonlySet<string>,
  stretch: readonly LineupPlayer[],
): readonly PlayerRound[] {
  const { players } = round;
  const sharers = players.filter((p) => !p.bot && shared.has(p.guid));
  if (sharers.length === 0) return players;
  const present = listed(round.telemetry);
  const here = new Set(present.map((entry) => entry.guid.toUpperCase()));
  const away = (entry: LineupPlayer) => !here.has(entry.guid.toUpperCase());
  const sources = [present, listed(round.partnerTelemetry).filter(away), stretch.filter(away)];

  const guids = new Map<PlayerRound, string>();
  const used = new Set<string>();
  for (const player of [...sharers].sort((a, b) => (a.rawName < b.rawName ? -1 : 1))) {
    const others = sharers.filter((p) => p !== player && p.guid === player.guid);
    const sameName = others.some((p) => p.name === player.name);
    const text = sameName ? player.rawName : player.name;
    let guid = wholeGuid(player, others, sources) ?? hashed(player, text);
    for (let n = 1; used.has(guid); n++) guid = hashed(player, n === 1 ? text : `${text}\n${n}`);
    used.add(guid);
    guids.set(player, guid);
  }
  return players.map((player) => {
    const guid = guids.get(player);
    if (guid === undefined) return player;
    const flagged = player.flags.includes("guid8_shared");
    return { ...player, guid, flags: flagged ? player.flags : [...player.flags, "guid8_shared"] };
  });
}

/** Everybody whom a webhook lists. */
export function listed(telemetry: RoundTelemetry | null): readonly LineupPlayer[] {
  return telemetry === null ? [] : [...telemetry.axis, ...telemetry.allies];
}

/** The whole GUID of the one entry of the player's GUID8 and name; raw names first, then clean ones. */
function wholeGuid(
  player: PlayerRound,
  others: readonly PlayerRound[],
  sources: readonly (readonly LineupPlayer[])[],
): string | null {
  for (const source of sources) {
    for (const nameOf of [(p: Named) => p.rawName, (p: Named) => p.name]) {
      const name = nameOf(player);
      if (others.some((other) => nameOf(other) === name)) continue;
      const guids = new Set<string>();
      for (const entry of source) {
        const guid = entry.guid.toUpperCase();
        if (guid.length > SHORT && guid.startsWith(player.guid) && nameOf(entry) === name) {
          guids.add(guid);
        }
      }
      const [only] = guids;
      if (only !== undefined && guids.size === 1) return only;
    }
  }
  return null;
}

type Named = Pick<PlayerRound, "name" | "rawName">;

function hashed(player: PlayerRound, text: string): string {
  return `${player.guid}${shortHash(text, 24)}`;
}
