import { sumRoundWeapons } from "@slomix/analytics";
import type { RoundPlayerStats, SessionDetail } from "@slomix/db";
import { drawnName } from "@slomix/stats-parser";
import type { TeamLetter } from "@slomix/stopwatch";

/** One player's sums over the rounds of a session that count. */
export interface SessionPlayer {
  readonly guid: string;
  /** The latest name as it is drawn, with colour codes. */
  drawnName: string;
  /** The team of the latest round that tells one. */
  team: TeamLetter | null;
  rounds: number;
  kills: number;
  deaths: number;
  damageGiven: number;
  damageReceived: number;
  /** With accuracy weapons. */
  accuracyShots: number;
  accuracyHits: number;
  headshots: number;
  gibs: number;
  revives: number;
  selfKills: number;
  seconds: number;
}

/** Humans of a session with their sums, by team, then by damage. Ratios follow from the sums. */
export function sessionPlayers(session: Pick<SessionDetail, "matches">): SessionPlayer[] {
  const players = new Map<string, SessionPlayer>();
  for (const match of session.matches) {
    for (const round of match.rounds) {
      if (!round.valid) continue;
      for (const row of round.players) if (!row.bot) add(players, row);
    }
  }
  const rank = (team: TeamLetter | null) => (team === "A" ? 0 : team === "B" ? 1 : 2);
  return [...players.values()].sort(
    (a, b) => rank(a.team) - rank(b.team) || b.damageGiven - a.damageGiven,
  );
}

function add(players: Map<string, SessionPlayer>, row: RoundPlayerStats): void {
  let player = players.get(row.guid);
  if (!player) {
    player = nobody(row.guid);
    players.set(row.guid, player);
  }
  player.drawnName = drawnName(row);
  player.team = row.team ?? player.team;
  player.rounds += 1;
  player.kills += row.kills;
  player.deaths += row.deaths;
  player.damageGiven += row.damageGiven ?? 0;
  player.damageReceived += row.damageReceived ?? 0;
  const { accuracyShots, accuracyHits } = sumRoundWeapons(row.weapons);
  player.accuracyShots += accuracyShots;
  player.accuracyHits += accuracyHits;
  player.headshots += row.headshots;
  player.gibs += row.gibs ?? 0;
  player.revives += row.revivesGiven ?? 0;
  player.selfKills += row.selfKills ?? 0;
  player.seconds += row.timePlayedSeconds ?? 0;
}

function nobody(guid: string): SessionPlayer {
  return {
    guid,
    drawnName: "",
    team: null,
    rounds: 0,
    kills: 0,
    deaths: 0,
    damageGiven: 0,
    damageReceived: 0,
    accuracyShots: 0,
    accuracyHits: 0,
    headshots: 0,
    gibs: 0,
    revives: 0,
    selfKills: 0,
    seconds: 0,
  };
}
