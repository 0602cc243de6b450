import { asObject, type JsonObject } from "../embed-fields.ts";
import type { RoundNumber, Side } from "../stats-file.ts";
import type { RoundFixture } from "./report-file.ts";
import { countOf, shortText, sideText, unixOf } from "./report-values.ts";
import type { RoundNotes } from "./round-notes.ts";

/** What a round is known by when its fixture is looked for. */
export interface FixtureRound {
  readonly round: RoundNumber;
  readonly endUnix: number;
  readonly info: JsonObject;
  readonly metadata: JsonObject;
  /** What a match report says of the match; null in a round report. */
  readonly match: JsonObject | null;
}

const MAX_ID = 100;
const MAX_TEAM_NAME = 100;
const DAY_SECONDS = 86_400;

/**
 * The fixture of a round; null when nothing names it. Its id is the number that the game server was
 * given (`matchID`, in match reports also `original_match_id`), because a round report that comes
 * alone has no other; `match_id` where there is none.
 */
export function readFixture(of: FixtureRound, notes: RoundNotes): RoundFixture | null {
  const { info, metadata, match } = of;
  const own = [info["original_match_id"], metadata["matchID"], info["matchID"]];
  const id = [match?.["original_match_id"], ...own, match?.["match_id"]]
    .map((value) => shortText(value, MAX_ID)?.trim() ?? null)
    .find((text) => text !== null && !isClock(text, of.endUnix));
  if (id === undefined || id === null) return null;
  const scores = asObject(metadata["scores"]) ?? {};
  const round = asObject(scores["round"]) ?? {};
  const counted = countOf(round["round_num"], 9);
  const sameRound = counted === null || counted === of.round;
  if (!sameRound) {
    notes.warn(
      "scores_mismatch",
      "the scores are of another round; the side of alpha is left out",
      "metadata.scores.round.round_num",
    );
  }
  const ended = scores["match_finished"] === true ? scores["match_winner"] : null;
  return {
    id,
    alphaName: teamName(scores["alpha_teamname"]) ?? teamName(match?.["alpha_teamname"]),
    betaName: teamName(scores["beta_teamname"]) ?? teamName(match?.["beta_teamname"]),
    alphaSide: sameRound ? sideOf(round["alpha_side"]) : null,
    winner: winnerOf(match?.["winner"]) ?? winnerOf(ended),
  };
}

/**
 * A server that could not ask for its match takes the time instead: each round has another, so it
 * joins nothing.
 */
function isClock(text: string, endUnix: number): boolean {
  const unix = unixOf(text);
  return unix !== null && Math.abs(unix - endUnix) < DAY_SECONDS;
}

function teamName(value: unknown): string | null {
  return shortText(value, MAX_TEAM_NAME);
}

function sideOf(value: unknown): Side | null {
  const side = sideText(value);
  if (side === "1") return 1;
  return side === "2" ? 2 : null;
}

function winnerOf(value: unknown): RoundFixture["winner"] {
  return value === "alpha" || value === "beta" || value === "draw" ? value : null;
}
