import {
  type Answer,
  CHAMPION_TITLES,
  emptySums,
  LEADER_TITLES,
  type PlayerEntry,
  type SeasonLeaders,
  seasonOf,
  seasonOfDate,
  type TitleHolder,
  titleHolders,
} from "@slomix/analytics";
import type { Reader } from "../database.ts";
import { COUNTED } from "../queries/counted-rounds.ts";
import { newestRound, roundsWindow } from "../queries/rounds-window.ts";
import { sumsOfPlayers } from "../queries/sums-of-players.ts";
import { playerNames } from "./player-names.ts";

/** A season's champions and leaders, and who is champion of all time. */
export interface SeasonOverview extends SeasonLeaders {
  /** Null: nobody has played enough. */
  readonly allTimeChampion: TitleHolder | null;
}

/**
 * Champions and leaders of a season (`YYYY-Qn`), by default that of the newest round that counts. Five
 * statements.
 *
 * @throws {DatabaseError}
 */
export async function seasonOverview(db: Reader, id?: string): Promise<Answer<SeasonOverview>> {
  const wanted = id ?? (await currentSeason(db));
  if (wanted === null) return nothing("no round that counts yet");
  const window = await roundsWindow(db, { period: wanted });
  if (!window.ok) return window;
  const season = seasonOf(wanted);
  const players = await sumsOfPlayers(db, { window: window.value });
  if (!season || players.length === 0)
    return nothing(`no round that counts in ${window.value.words}`);
  const [facts] = await db.query<{ rounds: number; longest: SeasonLeaders["longestSession"] }>(
    `with counted as (
       select r.* from rounds r where ${COUNTED} and r.round_date between $1::date and $2::date
         and exists (select 1 from player_comprehensive_stats p where p.round_id = r.id and not p.is_bot)
     )
     select (select count(*)::int from counted) as rounds,
       (select jsonb_build_object('sessionId', gaming_session_id, 'seconds',
          extract(epoch from max(round_ended_at) - min(round_ended_at))::float8)
        from counted where gaming_session_id is not null group by gaming_session_id
        order by max(round_ended_at) - min(round_ended_at) desc, gaming_session_id limit 1) as longest`,
    [season.firstDay, season.lastDay],
  );
  return {
    ok: true,
    value: {
      season,
      rounds: facts?.rounds ?? 0,
      players: players.length,
      champions: titleHolders(players, CHAMPION_TITLES),
      leaders: titleHolders(players, LEADER_TITLES),
      longestSession: facts?.longest ?? null,
      allTimeChampion: await allTimeChampion(db),
    },
  };
}

/** The season (`YYYY-Qn`) of the newest round that counts; null without one. */
export async function currentSeason(db: Reader): Promise<string | null> {
  const newest = await newestRound(db);
  return newest === null ? null : (seasonOfDate(newest.date)?.id ?? null);
}

/** From what is kept of matches, since nobody wants to add up every round ever played. */
async function allTimeChampion(db: Reader): Promise<TitleHolder | null> {
  const rows = await db.query<{ guid: string; rounds: number; kills: number; deaths: number }>(
    `select player_guid as guid, sum(rounds)::int as rounds, sum(kills)::bigint as kills,
       sum(deaths)::bigint as deaths
     from match_players group by 1 having sum(rounds) > 10 order by 3 desc limit 10`,
  );
  const sums = new Map(rows.map(({ guid, ...one }) => [guid, { ...emptySums(), ...one }]));
  const titles = [{ metric: "kills", minimum: { rounds: 11 } }] as const;
  return titleHolders(await named(db, sums), titles)[0] ?? null;
}

async function named(
  db: Reader,
  sums: ReadonlyMap<string, PlayerEntry["sums"]>,
): Promise<PlayerEntry[]> {
  const names = await playerNames(db, [...sums.keys()]);
  return [...sums]
    .map(([guid, own]) => ({ guid, name: names.get(guid) ?? guid, sums: own }))
    .sort((a, b) => (a.guid < b.guid ? -1 : 1));
}

function nothing(message: string): Answer<never> {
  return { ok: false, problem: { code: "no_rounds", message } };
}
