import type { Tx } from "../../connect.ts";
import { together } from "../../together.ts";
import type { RoundRecord } from "../records/round-record.ts";
import { upsert } from "./write-rows.ts";

interface Name {
  readonly guid: string;
  readonly alias: string;
}

/** Keeps `player_aliases` at what the stored rounds say, at the cost of what changed. */
export interface AliasUpdate {
  /**
   * @param fresh rounds that were not there before: they add to what is counted
   * @param changed rounds written over: their names are counted anew
   */
  finish(fresh: readonly RoundRecord[], changed: readonly RoundRecord[]): Promise<void>;
}

/** Call before rounds are removed or emptied: their names must be counted anew afterwards. */
export async function beginAliasUpdate(
  tx: Tx,
  removedRoundIds: readonly number[],
): Promise<AliasUpdate> {
  const before =
    removedRoundIds.length === 0
      ? []
      : await tx.query<Name>(
          `select distinct player_guid as guid, clean_name as alias
           from player_comprehensive_stats where round_id = any($1) and not is_bot`,
          [removedRoundIds],
        );
  return {
    async finish(fresh, changed) {
      const recount = new Map<string, Name>();
      for (const name of [...before, ...changed.flatMap(namesOf)]) recount.set(keyOf(name), name);
      await together(countAnew(tx, [...recount.values()]), add(tx, fresh, recount));
    },
  };
}

const keyOf = (name: Name) => `${name.guid}\0${name.alias}`;

const namesOf = (record: RoundRecord): Name[] =>
  record.people.filter((p) => !p.bot).map((p) => ({ guid: p.guid, alias: p.name }));

async function countAnew(tx: Tx, names: readonly Name[]): Promise<void> {
  if (names.length === 0) return;
  const guids = names.map((n) => n.guid);
  const aliases = names.map((n) => n.alias);
  await together(
    tx.query(
      `delete from player_aliases a using unnest($1::text[], $2::text[]) as n (guid, alias)
       where a.guid = n.guid and a.alias = n.alias`,
      [guids, aliases],
    ),
    tx.query(
      `insert into player_aliases (guid, alias, first_seen, last_seen, times_seen)
       select p.player_guid, p.clean_name, min(r.round_ended_at), max(r.round_ended_at), count(*)
       from player_comprehensive_stats p join rounds r on r.id = p.round_id
       join unnest($1::text[], $2::text[]) as n (guid, alias)
         on p.player_guid = n.guid and p.clean_name = n.alias
       where not p.is_bot group by 1, 2`,
      [guids, aliases],
    ),
  );
}

/** Adds fresh rounds to names that were not counted anew. */
async function add(
  tx: Tx,
  fresh: readonly RoundRecord[],
  counted: ReadonlyMap<string, Name>,
): Promise<void> {
  const sums = new Map<string, Name & { first: number; last: number; rounds: number }>();
  for (const record of fresh) {
    const at = (record.fields["round_ended_at"] as Date).getTime();
    for (const name of namesOf(record)) {
      const key = keyOf(name);
      if (counted.has(key)) continue;
      const sum = sums.get(key) ?? { ...name, first: at, last: at, rounds: 0 };
      sum.first = Math.min(sum.first, at);
      sum.last = Math.max(sum.last, at);
      sum.rounds += 1;
      sums.set(key, sum);
    }
  }
  await upsert(
    tx,
    "player_aliases",
    "guid, alias",
    [...sums.values()].map((s) => ({
      guid: s.guid,
      alias: s.alias,
      first_seen: new Date(s.first),
      last_seen: new Date(s.last),
      times_seen: s.rounds,
    })),
    {
      first_seen: "least(t.first_seen, excluded.first_seen)",
      last_seen: "greatest(t.last_seen, excluded.last_seen)",
      times_seen: "t.times_seen + excluded.times_seen",
    },
  );
}
