import * as v from "valibot";
import { RoundShape, RoundSummaryShape } from "./round.ts";
import { count, day, draw, guid, instant, letter, side, text } from "./values.ts";

const Score = v.pipe(
  v.object({ teamA: count, teamB: count, draws: count }),
  v.description("A draw adds 1 to teamA, to teamB and to draws."),
);

/** What a list says of a session. */
export const sessionEntries = {
  id: v.pipe(count, v.description("Number of the session.")),
  date: v.pipe(day, v.description("Server's local date of the first round.")),
  start: instant,
  end: instant,
  durationSeconds: count,
  rounds: v.pipe(count, v.description("Rounds that count: valid ones, restarts left out.")),
  players: v.pipe(
    count,
    v.description("Humans in a round that counts, also those of whom only the webhook tells."),
  ),
  maps: v.pipe(v.array(text), v.description("In the order of play, one entry a match.")),
  teamNames: v.pipe(v.array(text), v.description("Team A, then team B; empty without teams.")),
  score: Score,
};

/** A gaming session in a list. */
export const SessionShape = v.pipe(v.object(sessionEntries), v.metadata({ ref: "Session" }));

/** A roster. */
export const TeamShape = v.pipe(
  v.object({
    slot: letter,
    name: text,
    color: v.pipe(v.nullable(count), v.description("24-bit RGB.")),
    guids: v.array(guid),
    names: v.pipe(v.array(text), v.description("Same order as guids.")),
    confidence: v.nullable(v.picklist(["high", "medium", "low"])),
  }),
  v.metadata({ ref: "Team" }),
);

/** How a match ended; the same in a session and alone. */
export const outcomeEntries = {
  winner: v.pipe(v.nullable(draw), v.description("Null: not counted.")),
  counted: v.boolean(),
  pointsA: count,
  pointsB: count,
  teamASideInRound1: v.nullable(side),
  note: v.pipe(v.nullable(text), v.description("A sentence for what is out of the ordinary.")),
  flags: v.array(text),
};

export const result = v.picklist([
  "time",
  "held",
  "double_fullhold",
  "surrender",
  "aborted",
  "incomplete",
]);

export const source = v.picklist(["header", "time", "webhook", "ambiguous", "incomplete"]);

const Match = v.pipe(
  v.object({
    map: text,
    matchId: text,
    mapPlaySequence: count,
    fixture: v.pipe(
      v.nullable(text),
      v.description(
        "The league's id of the fixture that it was played for; null: no report tells.",
      ),
    ),
    round1File: v.nullable(text),
    round2File: v.nullable(text),
    result,
    source,
    ...outcomeEntries,
    rounds: v.array(RoundShape),
  }),
  v.metadata({ ref: "SessionMatch" }),
);

/** Somebody came for somebody else within a team. */
export const SubstitutionShape = v.pipe(
  v.object({
    team: letter,
    out: v.pipe(v.nullable(guid), v.description("Null: a late joiner.")),
    in: v.pipe(v.nullable(guid), v.description("Null: an early leaver.")),
    roundId: v.nullable(count),
  }),
  v.metadata({ ref: "Substitution" }),
);

/** A gaming session with everything in it. */
export const SessionDetailShape = v.pipe(
  v.object({
    ...sessionEntries,
    teams: v.array(TeamShape),
    substitutions: v.array(SubstitutionShape),
    reshuffled: v.pipe(
      v.boolean(),
      v.description("A third or more of a match's players changed team at once."),
    ),
    matches: v.array(Match),
    otherRounds: v.pipe(
      v.array(RoundSummaryShape),
      v.description("Rounds that stand in no match: restarts, bot rounds, filler maps."),
    ),
  }),
  v.metadata({ ref: "SessionDetail" }),
);
