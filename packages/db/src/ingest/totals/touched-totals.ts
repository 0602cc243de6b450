import type { Tx } from "../../connect.ts";
import type { RoundRecord } from "../records/round-record.ts";

/** A player's day on a map, as its name is written: what a round adds to, and what is summed anew when it changes. */
interface TouchedTotal {
  readonly guid: string;
  readonly day: string;
  readonly map: string;
}

/** Whose sums rounds were or are in. Note rounds before they go and after they came. */
export class TouchedTotals {
  readonly #all = new Map<string, TouchedTotal>();

  #shrinks = false;

  /** Rounds went or are written over: what they were in may have nothing left. */
  get shrinks(): boolean {
    return this.#shrinks;
  }

  /** Notes everybody in rounds that are about to go or to be written over. */
  async noteGoing(tx: Tx, roundIds: readonly number[]): Promise<void> {
    await this.note(tx, roundIds);
    // A stand-in has no players: nothing goes with it.
    if (!this.empty) this.#shrinks = true;
  }

  /** Notes everybody in rounds that are about to come. */
  add(records: readonly RoundRecord[]): void {
    for (const { fields, people } of records)
      for (const { guid, bot } of people)
        if (!bot)
          this.#note({
            guid,
            day: fields["round_date"] as string,
            map: fields["map_name"] as string,
          });
  }

  /** Notes everybody in the rounds with these ids, as the database holds them now. */
  async note(tx: Tx, roundIds: readonly number[]): Promise<void> {
    if (roundIds.length === 0) return;
    const rows = await tx.query<TouchedTotal>(
      `select distinct p.player_guid as guid, p.round_date::text as day, p.map_name as map
       from player_comprehensive_stats p where p.round_id = any($1) and not p.is_bot`,
      [roundIds],
    );
    for (const row of rows) this.#note(row);
  }

  #note(touched: TouchedTotal): void {
    this.#all.set(`${touched.guid}\0${touched.day}\0${touched.map}`, touched);
  }

  /** Guids, days and maps, side by side. */
  columns(): [guids: string[], days: string[], maps: string[]] {
    const all = [...this.#all.values()];
    return [all.map((one) => one.guid), all.map((one) => one.day), all.map((one) => one.map)];
  }

  get empty(): boolean {
    return this.#all.size === 0;
  }
}
