import type { Award, AwardCategory, AwardScope } from "@slomix/stats-parser";
import type { Reader } from "../database.ts";
import { publicGuid } from "./public-guid.ts";

/** One award of a round, as the endstats file prints it. */
export interface RoundAward {
  readonly name: string;
  readonly category: AwardCategory;
  /** Whether a Round 2 value covers both rounds (`cum`), the round (`rnd`) or a mixture. Never add the two rounds' values. */
  readonly scope: AwardScope;
  readonly player: string;
  /** Null when nobody of the round, or more than one, bears the name. */
  readonly guid: string | null;
  /** As in the file: `45.2 percent`. */
  readonly value: string;
  readonly number: number | null;
  readonly secondNumber: number | null;
  readonly unit: Award["unit"];
}

/** Awards of the rounds with these ids, in the order of the file. One statement. */
export async function awardsOfRounds(
  db: Reader,
  roundIds: readonly number[],
): Promise<Map<number, RoundAward[]>> {
  const rows = await db.query<RoundAward & { roundId: number }>(
    `select round_id as "roundId", award_name as name, category, scope, player_name as player,
       player_guid as guid, award_value as value, award_value_numeric as number,
       award_value_second as "secondNumber", unit
     from round_awards where round_id = any($1) order by round_id, position`,
    [roundIds],
  );
  const awards = new Map<number, RoundAward[]>();
  for (const { roundId, guid, ...row } of rows) {
    const list = awards.get(roundId) ?? [];
    list.push({ ...row, guid: guid === null ? null : publicGuid(guid) });
    awards.set(roundId, list);
  }
  return awards;
}
