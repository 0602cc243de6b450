import * as v from "valibot";
import { playerEntries, roundEntries } from "./round.ts";
import { outcomeEntries, result, source, TeamShape } from "./session.ts";
import { count, guid, text } from "./values.ts";

const Award = v.pipe(
  v.object({
    name: text,
    category: v.picklist([
      "Combat",
      "Deaths & Mayhem",
      "Skills",
      "Weapons",
      "Teamwork",
      "Objectives",
      "Timing",
      "other",
    ]),
    scope: v.pipe(
      v.picklist(["cum", "rnd", "mixed"]),
      v.description("Whether a Round 2 value covers both rounds, the round or a mixture."),
    ),
    player: text,
    guid: v.nullable(guid),
    value: text,
    number: v.nullable(v.number()),
    secondNumber: v.nullable(v.number()),
    unit: v.nullable(v.picklist(["m", "s", "percent", "x", "min"])),
  }),
  v.metadata({ ref: "Award" }),
);

const Duel = v.pipe(
  v.object({
    subject: v.nullable(text),
    subjectGuid: v.nullable(guid),
    opponent: text,
    opponentGuid: v.nullable(guid),
    kills: v.pipe(count, v.description("The subject killed the opponent.")),
    deaths: v.pipe(count, v.description("The opponent killed the subject.")),
  }),
  v.metadata({ ref: "Duel" }),
);

const MatchRound = v.pipe(
  v.object({
    ...roundEntries,
    awards: v.array(Award),
    versus: v.array(Duel),
    hasEvents: v.pipe(
      v.boolean(),
      v.description("What happened within it is known: see `/matches/{matchId}/events`."),
    ),
  }),
  v.metadata({ ref: "MatchRound" }),
);

const MatchPlayer = v.pipe(
  v.object({
    ...playerEntries,
    rounds: v.pipe(count, v.description("Rounds of the match with numbers of this player.")),
  }),
  v.metadata({ ref: "MatchPlayer" }),
);

/** One match: Round 1, Round 2 and both together. */
export const MatchDetailShape = v.pipe(
  v.object({
    matchId: text,
    map: text,
    sessionId: v.nullable(count),
    teams: v.array(TeamShape),
    result: v.nullable(result),
    source: v.nullable(source),
    ...outcomeEntries,
    rounds: v.array(MatchRound),
    total: v.pipe(
      v.array(MatchPlayer),
      v.description("Both rounds together: counters added, sprees the longer, ratios made anew."),
    ),
  }),
  v.metadata({ ref: "MatchDetail" }),
);
