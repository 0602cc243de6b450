import type { Matchup, PlayedMatch } from "./played-match.ts";

/** After so many matches a player is half known. */
const HALF_KNOWN = 10;

/** How many matches each player has played. */
export class Experience {
  readonly #matches = new Map<string, number>();
  #decisive = 0;

  of(guid: string): number {
    return this.#matches.get(guid) ?? 0;
  }

  /** Decisive matches of all. */
  get decisive(): number {
    return this.#decisive;
  }

  learn({ teamA, teamB, winner, players }: PlayedMatch): void {
    for (const guid of new Set([...teamA, ...teamB, ...players.map((player) => player.guid)])) {
      this.#matches.set(guid, this.of(guid) + 1);
    }
    if (winner === "A" || winner === "B") this.#decisive += 1;
  }

  /** Players without a match, in the order given. */
  newcomers({ teamA, teamB }: Matchup): string[] {
    return [...teamA, ...teamB].filter((guid) => this.of(guid) === 0);
  }

  /** How well the less known side is known, 0–1: the mean of n / (n + 10) over its players. */
  known({ teamA, teamB }: Matchup): number {
    const side = (guids: readonly string[]) =>
      guids.reduce((sum, guid) => sum + this.of(guid) / (this.of(guid) + HALF_KNOWN), 0) /
      guids.length;
    return Math.min(side(teamA), side(teamB));
  }
}
