import {
  type Award,
  isVisible,
  type OwnedVersusLine,
  type PlayerRound,
  shownName,
} from "@slomix/stats-parser";
import type { SqlValue } from "../../connect.ts";
import type { RoundContext } from "./player-columns.ts";

/** An award with its winner among the players of the round; undefined when nobody fits. */
export interface LinkedAward {
  readonly award: Award;
  readonly player: PlayerRound | undefined;
  readonly guid: string | null;
}

/** A duel line with its two players. */
export interface LinkedVersus {
  readonly line: OwnedVersusLine;
  readonly subject: PlayerRound | undefined;
  readonly opponent: PlayerRound | undefined;
}

/** What the endstats of one round say. */
export interface RoundDetails {
  readonly awards: readonly LinkedAward[];
  readonly versus: readonly LinkedVersus[];
}

/** The GUID by which the database knows a player of the round. */
export type GuidOf = (player: PlayerRound | undefined) => string | null;

/** A name of an endstats file; where it shows nothing, the one under which the player is shown. */
function told(written: string, player: PlayerRound | undefined, guid: string | null): string {
  if (isVisible(written)) return written;
  return player?.name ?? (guid === null ? written : shownName(written, guid));
}

type AwardColumn = readonly [
  string,
  (a: LinkedAward, i: number, g: GuidOf, r: RoundContext) => SqlValue,
];

/** Columns of `round_awards` behind `round_id`. */
export const AWARD_COLUMNS: readonly AwardColumn[] = [
  ["round_date", (_, __, ___, r) => r.date],
  ["map_name", (_, __, ___, r) => r.map],
  ["round_number", (_, __, ___, r) => r.number],
  ["position", (_, i) => i],
  ["award_name", ({ award }) => award.name],
  ["category", ({ award }) => award.category],
  ["scope", ({ award }) => award.scope],
  ["player_name", ({ award, player, guid }) => told(award.player, player, guid)],
  ["player_guid", ({ player, guid }, _, g) => g(player) ?? guid],
  ["award_value", ({ award }) => award.value],
  ["award_value_numeric", ({ award }) => award.number],
  ["award_value_second", ({ award }) => award.secondNumber],
  ["unit", ({ award }) => award.unit],
];

type VersusColumn = readonly [
  string,
  (v: LinkedVersus, i: number, g: GuidOf, r: RoundContext) => SqlValue,
];

/** Columns of `round_vs_stats` behind `round_id`. */
export const VERSUS_COLUMNS: readonly VersusColumn[] = [
  ["round_date", (_, __, ___, r) => r.date],
  ["map_name", (_, __, ___, r) => r.map],
  ["round_number", (_, __, ___, r) => r.number],
  ["position", (_, i) => i],
  [
    "subject_name",
    ({ line, subject }) =>
      line.subject === null ? null : told(line.subject, subject, line.subjectGuid),
  ],
  ["subject_guid", ({ line, subject }, _, g) => g(subject) ?? line.subjectGuid],
  ["subject_source", ({ line }) => line.subjectSource],
  ["player_name", ({ line, opponent }) => told(line.opponent, opponent, line.opponentGuid)],
  ["player_guid", ({ line, opponent }, _, g) => g(opponent) ?? line.opponentGuid],
  ["kills", ({ line }) => line.kills],
  ["deaths", ({ line }) => line.deaths],
];
