import * as v from "valibot";
import { playerTotals } from "./player-totals.ts";
import { result, SubstitutionShape, sessionEntries, TeamShape } from "./session.ts";
import {
  amount,
  count,
  draw,
  guid,
  instant,
  letter,
  measuredTime,
  roundNumber,
  shownTime,
  side,
  text,
} from "./values.ts";

const rate = v.pipe(
  v.nullable(amount),
  v.description("HP a minute and player; null without numbers."),
);

const Round = v.pipe(
  v.object({
    id: count,
    round: roundNumber,
    start: v.nullable(instant),
    end: instant,
    clockSeconds: shownTime,
    durationSeconds: measuredTime,
    timeLimitSeconds: v.nullable(amount),
    outcome: v.picklist(["completed", "fullhold", "surrender", "aborted", "unknown"]),
    gaveUp: v.pipe(v.boolean(), v.description("It is proven that a side gave the round up.")),
    attackers: v.nullable(letter),
    attackerSide: v.nullable(side),
    winnerSide: v.nullable(side),
    valid: v.boolean(),
    pauseSeconds: amount,
    dpmA: rate,
    dpmB: rate,
  }),
  v.metadata({ ref: "ReportRound" }),
);

const Match = v.pipe(
  v.object({
    map: text,
    matchId: text,
    winner: v.pipe(v.nullable(draw), v.description("Null: not counted.")),
    result,
    counted: v.boolean(),
    pointsA: count,
    pointsB: count,
    note: v.nullable(text),
    rounds: v.array(Round),
  }),
  v.metadata({ ref: "ReportMatch" }),
);

const Player = v.pipe(
  v.object({
    ...playerTotals,
    guid,
    name: text,
    rawName: v.pipe(text, v.description("With colour codes.")),
    team: v.pipe(v.nullable(letter), v.description("Null for who stands in no roster.")),
    score: v.pipe(
      v.nullable(v.number()),
      v.description(
        "How he did among the players of the session: 100 is their average. Null for less than 40 % of the rounds.",
      ),
    ),
  }),
  v.metadata({ ref: "SessionPlayer" }),
);

const Duel = v.pipe(
  v.object({ killer: guid, victim: guid, kills: count }),
  v.metadata({ ref: "SessionDuel" }),
);

/** A session summed up: score, matches, everybody's sums, who killed whom. */
export const SessionReportShape = v.pipe(
  v.object({
    ...sessionEntries,
    teams: v.array(TeamShape),
    substitutions: v.array(SubstitutionShape),
    reshuffled: v.boolean(),
    matches: v.array(Match),
    sessionPlayers: v.pipe(v.array(Player), v.description("Best score first.")),
    duels: v.array(Duel),
    otherRounds: v.pipe(
      count,
      v.description("Rounds that stand in no match: restarts, bot rounds, filler maps."),
    ),
  }),
  v.metadata({ ref: "SessionReport" }),
);
