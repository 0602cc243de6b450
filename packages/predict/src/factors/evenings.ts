import type { PlayedMatch, Team } from "../played-match.ts";

/** Who won how much in one session, as far as it has come. */
export interface Evening {
  readonly sessionId: string;
  /** End of its latest match, unix ms. */
  endMs: number;
  /** Matches begun, by player and team; who changed teams stands in both. */
  readonly appearances: Map<string, Record<Team, number>>;
  readonly wins: Record<Team, number>;
  /** Decisive matches by player. */
  readonly played: Map<string, { wins: number; matches: number }>;
}

/** Damage and time (s) of a player on a map. */
export interface MapTotals {
  readonly damage: number;
  readonly seconds: number;
  readonly matches: number;
}

/** What the factors look things up in: sessions and maps, brought up to date match by match. */
export class Evenings {
  readonly #bySession = new Map<string, Evening>();
  readonly #byPlayer = new Map<string, Evening[]>();
  readonly #onMap = new Map<string, MapTotals>();

  /** Sessions whose latest match ended within a window (ms) before a moment, newest first. */
  within(asOfMs: number, windowMs: number): Evening[] {
    return [...this.#bySession.values()]
      .filter(({ endMs }) => endMs <= asOfMs && endMs >= asOfMs - windowMs)
      .sort(newestFirst);
  }

  /** A player's sessions with a decisive match, newest first. */
  of(guid: string): readonly Evening[] {
    return [...(this.#byPlayer.get(guid) ?? [])].sort(newestFirst);
  }

  onMap(guid: string, map: string): MapTotals {
    return this.#onMap.get(mapKey(guid, map)) ?? { damage: 0, seconds: 0, matches: 0 };
  }

  learn(match: PlayedMatch): void {
    const evening = this.#evening(match);
    evening.endMs = Math.max(evening.endMs, match.endMs);
    for (const team of ["A", "B"] as const) {
      for (const guid of team === "A" ? match.teamA : match.teamB) {
        const times = evening.appearances.get(guid) ?? { A: 0, B: 0 };
        times[team] += 1;
        evening.appearances.set(guid, times);
        if (match.winner === "A" || match.winner === "B") {
          this.#count(evening, guid, match.winner === team);
        }
      }
    }
    if (match.winner === "A" || match.winner === "B") evening.wins[match.winner] += 1;
    for (const { guid, damageGiven, seconds } of match.players) {
      const before = this.onMap(guid, match.map);
      this.#onMap.set(mapKey(guid, match.map), {
        damage: before.damage + damageGiven,
        seconds: before.seconds + seconds,
        matches: before.matches + 1,
      });
    }
  }

  #evening({ sessionId, endMs }: PlayedMatch): Evening {
    const known = this.#bySession.get(sessionId);
    if (known) return known;
    const evening: Evening = {
      sessionId,
      endMs,
      appearances: new Map(),
      wins: { A: 0, B: 0 },
      played: new Map(),
    };
    this.#bySession.set(sessionId, evening);
    return evening;
  }

  #count(evening: Evening, guid: string, won: boolean): void {
    const record = evening.played.get(guid);
    if (!record) {
      const evenings = this.#byPlayer.get(guid) ?? [];
      evenings.push(evening);
      this.#byPlayer.set(guid, evenings);
    }
    const { wins, matches } = record ?? { wins: 0, matches: 0 };
    evening.played.set(guid, { wins: wins + (won ? 1 : 0), matches: matches + 1 });
  }
}

/** The people of a team over an evening: where they began most matches, both when they began as many. */
export function rosterOf({ appearances }: Evening, team: Team): Set<string> {
  const roster = new Set<string>();
  for (const [guid, { A, B }] of appearances) {
    if (team === "A" ? A >= B : B >= A) roster.add(guid);
  }
  return roster;
}

function newestFirst(a: Evening, b: Evening): number {
  return b.endMs - a.endMs || (a.sessionId < b.sessionId ? -1 : 1);
}

function mapKey(guid: string, map: string): string {
  return `${guid}\n${map.toLowerCase()}`;
}
