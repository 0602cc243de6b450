import { type LineUp, lineUp, type RosterId, rosterIds } from "./line-ups.ts";
import { type MapScore, scoreMap } from "./map-score.ts";
import type { PairedRound } from "./paired-round.ts";
import { type RoundFacts, roundFacts } from "./round-facts.ts";
import type { RoundResult } from "./round-result.ts";
import { type RoundValidity, roundValidity } from "./round-validity.ts";
import { byEnd, type TimedRound } from "./session-split.ts";
import type { StopwatchSettings } from "./settings.ts";

/** A round with everything that can be said of it before its session is known. */
export interface JudgedRound extends TimedRound {
  readonly round: PairedRound;
  readonly lineUp: LineUp;
  readonly validity: RoundValidity;
  readonly facts: RoundFacts;
  /** The other half, whatever it is worth. */
  readonly partner: PairedRound | null;
  /** This round's end, with the defender settled together with its other half. */
  readonly result: RoundResult;
  readonly defenderSide: MapScore["defenderSide"];
}

/** Judges every round by itself and with its other half; sorted by end, then key. */
export function judgeRounds(
  rounds: readonly PairedRound[],
  settings: Pick<StopwatchSettings, "excludedMaps" | "sessionGapMinutes" | "surrender">,
): JudgedRound[] {
  const sorted = [...rounds].sort(byEnd);
  const partners = otherHalves(sorted);
  return evenings(sorted, settings.sessionGapMinutes).flatMap((evening) => {
    const id = rosterIds(evening);
    return evening.map((round) => judge(round, partners.get(round.key) ?? null, id, settings));
  });
}

function judge(
  round: PairedRound,
  partner: PairedRound | null,
  id: RosterId,
  settings: Pick<StopwatchSettings, "excludedMaps" | "surrender">,
): JudgedRound {
  const people = lineUp(round, id, round.number === 2 ? partner : null);
  const validity = roundValidity(round, people, settings);
  const facts = roundFacts(round);
  const other = partner && roundFacts(partner);
  const [facts1, facts2] = round.number === 1 ? [facts, other] : [other, facts];
  const score = scoreMap(facts1, facts2, settings.surrender);
  return {
    key: round.key,
    endMs: round.endMs,
    formsSession: validity.formsSession,
    round,
    lineUp: people,
    validity,
    facts,
    partner,
    result:
      (round.state === "aborted" ? null : round.number === 1 ? score.round1 : score.round2) ??
      noEnd,
    defenderSide: score.defenderSide,
  };
}

/** Players have one id each in rounds that no long gap parts; another evening does not change it. */
function evenings(sorted: readonly PairedRound[], gapMinutes: number): PairedRound[][] {
  const found: PairedRound[][] = [];
  let last = Number.NEGATIVE_INFINITY;
  for (const round of sorted) {
    if (round.endMs - last > gapMinutes * 60_000) found.push([]);
    found.at(-1)?.push(round);
    last = round.endMs;
  }
  return found;
}

const noEnd: RoundResult = {
  outcome: "aborted",
  surrenderedSide: null,
  endReason: "unknown",
  basis: "header",
  flags: [],
};

/** The other half of each round that has one among these rounds; either of the two may name it. */
function otherHalves(rounds: readonly PairedRound[]): Map<string, PairedRound> {
  const byKey = new Map(rounds.map((round) => [round.key, round]));
  const halves = new Map<string, PairedRound>();
  for (const round of rounds) {
    const partner = round.partner === null ? undefined : byKey.get(round.partner);
    if (!partner || partner.number === round.number) continue;
    halves.set(round.key, partner);
    if (!halves.has(partner.key)) halves.set(partner.key, round);
  }
  return halves;
}
