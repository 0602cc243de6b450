/** Somebody who wants to play. */
export interface SuggestedPlayer {
  readonly id: string;
  readonly name: string;
  /** Skill on any scale from 0 up; higher is better. */
  readonly rating: number;
}

/** One side of a suggestion. */
export interface SuggestedTeam {
  /** By id. */
  readonly players: readonly SuggestedPlayer[];
  readonly meanRating: number;
  /** Mean over the pairs whose synergy is known; null when none is. Shown, never used. */
  readonly synergy: number | null;
}

/** One way to split the players. */
export interface TeamSuggestion {
  /** Has the extra player of an odd number. */
  readonly teamA: SuggestedTeam;
  readonly teamB: SuggestedTeam;
  /** 1 when both teams are equally good on average, towards 0 the less they are. */
  readonly balance: number;
}

/** How well two players do together, by their ids in either order; undefined when unknown. */
export type PairSynergy = (a: string, b: string) => number | undefined;

/** Suggestions, best first, or why there are none. */
export type TeamSuggestions =
  | { readonly ok: true; readonly options: readonly TeamSuggestion[] }
  | {
      readonly ok: false;
      readonly reason: "too_few" | "too_many" | "duplicate_player" | "bad_rating";
      readonly message: string;
    };

const FEWEST = 4;
const MOST = 12;
const OPTIONS = 3;

/**
 * The best splits of 4 to 12 players into two teams by mean rating, at most three. All splits are tried;
 * with an even number the first player (by id) stays in team A, so that no split comes twice with the
 * teams exchanged. The same players give the same answer in any order.
 */
export function suggestTeams(
  players: readonly SuggestedPlayer[],
  options: { readonly synergy?: PairSynergy } = {},
): TeamSuggestions {
  const refused = refusal(players);
  if (refused) return refused;
  const sorted = [...players].sort((a, b) => (a.id < b.id ? -1 : 1));
  const size = Math.ceil(sorted.length / 2);
  const splits: { mask: number; balance: number }[] = [];
  for (let mask = 0; mask < 1 << sorted.length; mask++) {
    if (bitCount(mask) !== size) continue;
    if (sorted.length % 2 === 0 && !(mask & 1)) continue;
    splits.push({ mask, balance: balance(mean(side(sorted, mask)), mean(side(sorted, ~mask))) });
  }
  splits.sort((a, b) => b.balance - a.balance || reversed(b.mask) - reversed(a.mask));
  const synergy = options.synergy ?? (() => undefined);
  return {
    ok: true,
    options: splits.slice(0, OPTIONS).map(({ mask, balance }) => ({
      teamA: team(side(sorted, mask), synergy),
      teamB: team(side(sorted, ~mask), synergy),
      balance,
    })),
  };
}

function refusal(players: readonly SuggestedPlayer[]): TeamSuggestions | null {
  const refuse = (
    reason: "too_few" | "too_many" | "duplicate_player" | "bad_rating",
    message: string,
  ): TeamSuggestions => ({ ok: false, reason, message });
  if (players.length < FEWEST) {
    return refuse("too_few", `${players.length} players, at least ${FEWEST} are needed`);
  }
  if (players.length > MOST) {
    return refuse("too_many", `${players.length} players, at most ${MOST} can be split`);
  }
  if (new Set(players.map(({ id }) => id)).size < players.length) {
    return refuse("duplicate_player", "a player is in the list twice");
  }
  const bad = players.find(({ rating }) => !Number.isFinite(rating) || rating < 0);
  return bad ? refuse("bad_rating", `${bad.name} has no usable rating`) : null;
}

function side(players: readonly SuggestedPlayer[], mask: number): SuggestedPlayer[] {
  return players.filter((_, index) => mask & (1 << index));
}

function mean(players: readonly SuggestedPlayer[]): number {
  return players.reduce((sum, { rating }) => sum + rating, 0) / players.length;
}

function balance(a: number, b: number): number {
  const most = Math.max(a, b);
  if (most === 0) return 1;
  // Twelve digits: sums in another order must not rank two equal splits.
  return Number((1 - Math.abs(a - b) / most).toFixed(12));
}

function team(players: readonly SuggestedPlayer[], synergy: PairSynergy): SuggestedTeam {
  const known: number[] = [];
  players.forEach((player, index) => {
    for (const mate of players.slice(index + 1)) {
      const value = synergy(player.id, mate.id) ?? synergy(mate.id, player.id);
      if (value !== undefined) known.push(value);
    }
  });
  return {
    players,
    meanRating: mean(players),
    synergy: known.length === 0 ? null : known.reduce((sum, v) => sum + v, 0) / known.length,
  };
}

function bitCount(mask: number): number {
  let bits = 0;
  for (let rest = mask; rest !== 0; rest &= rest - 1) bits++;
  return bits;
}

/** Among equal splits the one goes first that has the earlier players in team A. */
function reversed(mask: number): number {
  let value = 0;
  for (let bit = 0; bit < MOST; bit++) if (mask & (1 << bit)) value |= 1 << (MOST - 1 - bit);
  return value;
}
