import { asObject, type JsonObject } from "../embed-fields.ts";
import { parseLenientJson } from "../lenient-json.ts";
import { MATCH, ROUND_REPORT } from "./report-keys.ts";
import { sift, siftFields } from "./sift.ts";

/** The parts of a report that are read: everything behind this works on nothing else. */
export interface SiftedReport {
  readonly shape: "round" | "match";
  /** What a match report says of the match; null in a round report. */
  readonly match: JsonObject | null;
  /** In the order of the file; null: no list, or one of more than 64. */
  readonly rounds: readonly SiftedRound[] | null;
}

/** One round of a report. */
export interface SiftedRound {
  /** `round_filename`: text, or something that is no name. */
  readonly fileName: unknown;
  readonly data: JsonObject;
}

/** A best of three has up to six rounds; an evening in one file some twenty. */
export const MAX_ROUNDS = 64;

/** Whether parsed JSON is a report: of a round (also inside of `round_data`), or of a match. */
export function isReport(json: unknown): boolean {
  const whole = asObject(json);
  return whole !== null && (matchOf(whole) !== null || isRound(whole));
}

/** Takes out of a report what is read of it; null when the JSON is no report. */
export function siftReport(json: unknown): SiftedReport | null {
  const whole = asObject(json);
  if (whole === null) return null;
  const match = matchOf(whole);
  if (match !== null) {
    const list = match["rounds"];
    const rounds = Array.isArray(list) && list.length <= MAX_ROUNDS ? list.map(siftRound) : null;
    return { shape: "match", match: siftFields(match, MATCH), rounds };
  }
  if (!isRound(whole)) return null;
  const round = "round_data" in whole ? siftRound(whole) : siftRound({ round_data: whole });
  return { shape: "round", match: null, rounds: [round] };
}

/** The report as JSON of its own shape, which sifts to the same again. */
export function unsift(report: SiftedReport): JsonObject {
  const rounds = report.rounds?.map(({ fileName, data }) => ({
    round_filename: fileName ?? null,
    round_data: data,
  }));
  if (report.shape === "round") return rounds?.[0] ?? {};
  return { match: { ...report.match, rounds: rounds ?? false } };
}

function matchOf(whole: JsonObject): JsonObject | null {
  const match = asObject(whole["match"]) ?? ("match_id" in whole ? whole : null);
  return match !== null && "rounds" in match ? match : null;
}

function isRound(whole: JsonObject): boolean {
  return "round_info" in whole || "player_stats" in whole || "round_data" in whole;
}

function siftRound(item: unknown): SiftedRound {
  const round = asObject(item) ?? {};
  const data = round["round_data"];
  const json = typeof data === "string" ? parseLenientJson(data) : { value: data };
  const parsed = "value" in json ? asObject(json.value) : null;
  return {
    fileName: sift(round["round_filename"], { kind: "value" }),
    data: siftFields(parsed ?? {}, ROUND_REPORT),
  };
}
