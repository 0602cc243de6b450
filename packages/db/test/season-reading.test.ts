import { beforeAll, expect, it } from "vitest";
import { recentForm } from "../src/history/index.ts";
import { ingest } from "../src/ingest/index.ts";
import {
  activity,
  doctorReport,
  health,
  leaderboard,
  listMaps,
  listSessions,
  matchDetail,
  playerProfile,
  type SessionDetail,
  sessionDetail,
  sessionReport,
} from "../src/queries/index.ts";
import { onEachEngine } from "./engines.ts";
import { seasonFiles } from "./sample-files.ts";

interface Truth {
  maps: { result: string; winner: string | null; r1: number | null; r2: number | null }[];
  rounds: {
    aborted: boolean;
    files: { stats?: string };
    duration_ms: number;
    players: { guid: string; team: "A" | "B" }[];
  }[];
}

const files = seasonFiles(5);
const truths = files
  .filter((file) => file.name === "truth.json")
  .sort((a, b) => (a.path < b.path ? -1 : 1))
  .map((file): Truth => JSON.parse(new TextDecoder().decode(file.bytes)));

// The same numbers by different roads: what one query adds up in SQL another shows row by row.
onEachEngine("reading five evenings of the season", (db) => {
  const sessions: SessionDetail[] = [];
  beforeAll(async () => {
    await ingest(db(), files);
    for (const { id } of (
      await listSessions(db(), { limit: 100, offset: 0 })
    ).sessions.toReversed())
      sessions.push((await sessionDetail(db(), id)) as SessionDetail);
  }, 60_000);

  it("finds the sessions that were played, with nothing left to look at", async () => {
    expect(sessions).toHaveLength(truths.length);
    expect((await health(db())).sessions).toBe(truths.length);
    const { refusedFiles, orphans, sessionsWithoutTeams } = await doctorReport(db());
    expect([refusedFiles.total, orphans.total, sessionsWithoutTeams.total]).toEqual([0, 0, 0]);
  });

  it("shows each map with its files, its winner and its times", () => {
    let maps = 0;
    for (const [i, truth] of truths.entries()) {
      const session = sessions[i] as SessionDetail;
      // Which team is called A differs: whoever shares more players.
      const a = new Set(
        truth.rounds.flatMap((r) =>
          r.players.filter((p) => p.team === "A").map((p) => p.guid.slice(0, 8)),
        ),
      );
      const same = session.teams[0]?.guids.filter((guid) => a.has(guid)).length ?? 0;
      const swapped = same * 2 < (session.teams[0]?.guids.length ?? 0);
      const letter = (winner: string | null) =>
        swapped && winner === "A" ? "B" : swapped && winner === "B" ? "A" : winner;
      for (const map of truth.maps) {
        const played = [map.r1, map.r2].flatMap((n) => (n ? (truth.rounds[n - 1] ?? []) : []));
        if (played.some((round) => round.aborted) || played.length < 2) continue;
        const match = session.matches.find((m) => m.round1File === played[0]?.files.stats);
        expect(match).toMatchObject({
          round2File: played[1]?.files.stats,
          winner: letter(map.winner),
          result: map.result.replace(/_r[12]$/, ""),
        });
        for (const [n, round] of played.entries())
          expect(match?.rounds[n]?.durationSeconds).toBeCloseTo(round.duration_ms / 1000, -1);
        maps += 1;
      }
      const won = (team: "A" | "B") => session.matches.filter((m) => m.winner === team).length;
      const draws = session.matches.filter((m) => m.winner === "draw").length;
      expect(session.score).toEqual({ teamA: won("A") + draws, teamB: won("B") + draws, draws });
    }
    expect(maps).toBeGreaterThan(30);
  });

  it("has one time of each round, the one in the header of its file", async () => {
    const headers = new Map(
      files.map(({ name, bytes }) => [
        name,
        new TextDecoder().decode(bytes).split("\n", 1)[0] ?? "",
      ]),
    );
    const shown = { completed: 0, fullhold: 0 };
    for (const session of sessions) {
      const report = await sessionReport(db(), session.id);
      for (const match of session.matches) {
        const reported = report?.matches.find(({ matchId }) => matchId === match.matchId);
        const alone = await matchDetail(db(), match.matchId);
        for (const round of match.rounds) {
          const { outcome, clockSeconds, file } = round;
          for (const other of [reported, alone])
            expect(other?.rounds.find(({ id }) => id === round.id)).toMatchObject({
              clockSeconds,
              outcome,
            });
          if (file === null || (outcome !== "completed" && outcome !== "fullhold")) continue;
          const header = headers.get(file)?.split("\\") ?? [];
          const [minutes = Number.NaN, seconds = Number.NaN] = (
            header[outcome === "completed" ? 7 : 6] ?? ""
          )
            .split(":")
            .map(Number);
          expect(clockSeconds, `${file}, ${outcome}`).toBe(minutes * 60 + seconds);
          shown[outcome] += 1;
        }
      }
    }
    expect(shown.completed).toBeGreaterThan(40);
    expect(shown.fullhold).toBeGreaterThan(10);
  });

  it("counts the same rounds wherever it says how many there are", async () => {
    const sum = (counts: readonly { readonly rounds: number }[]) =>
      counts.reduce((all, { rounds }) => all + rounds, 0);
    const { countedRounds, rounds } = await health(db());
    expect(rounds).toBeGreaterThanOrEqual(countedRounds);
    expect(sum(sessions)).toBe(countedRounds);
    expect(sum((await activity(db(), 3650))?.days ?? [])).toBe(countedRounds);
    expect(sum(await listMaps(db()))).toBe(countedRounds);
  });

  it("has one form of a player, over his last rounds", async () => {
    const guids = sessions.flatMap(({ teams }) => teams.flatMap((team) => team.guids));
    let shown = 0;
    for (const guid of new Set(guids)) {
      const profile = await playerProfile(db(), guid);
      const found = await recentForm(db(), guid);
      expect(found.ok ? found.value : null).toEqual(profile?.form);
      if (found.ok) shown += 1;
      const [newest, older] = [profile?.recentRounds[0], profile?.recentRounds.at(-1)];
      const until = Date.parse(newest?.end ?? "");
      expect(await recentForm(db(), guid, until)).toEqual(found);
      expect(await recentForm(db(), guid, Date.parse(older?.end ?? "") - 1)).not.toEqual(found);
    }
    expect(shown).toBeGreaterThan(10);
  });

  it("gives every human of a match the team of his roster", () => {
    for (const session of sessions) {
      const rosters = session.teams.map((team) => new Set(team.guids));
      const agree = session.matches
        .flatMap((m) => m.rounds.flatMap((r) => r.players))
        .filter((p) => !p.bot && p.team !== null)
        .map((p) => rosters[p.team === "A" ? 0 : 1]?.has(p.guid));
      // Somebody may have played for both.
      expect(agree.filter(Boolean).length / agree.length).toBeGreaterThan(0.95);
    }
  });

  it("adds a match up as the view of the database does", async () => {
    const rows = await db().query<{ matchId: string; guid: string; [key: string]: unknown }>(
      `select match_id as "matchId", player_guid as guid, rounds_played as rounds, kills, deaths,
         damage_given as "damageGiven", revives_given as "revivesGiven", hits, shots, xp,
         killing_spree_best as "killingSpreeBest", death_spree_worst as "deathSpreeWorst",
         time_played_seconds as "timePlayedSeconds", time_dead_ratio as "timeDeadRatio",
         kd_ratio as "kdRatio", dpm, efficiency, accuracy, tank_meatshield as "tankMeatshield"
       from match_summaries where not is_bot`,
    );
    const summaries = new Map<string, typeof rows>();
    for (const row of rows)
      summaries.set(row.matchId, [...(summaries.get(row.matchId) ?? []), row]);
    expect(summaries.size).toBeGreaterThan(30);
    for (const [matchId, players] of summaries) {
      const total = (await matchDetail(db(), matchId))?.total.filter((p) => !p.bot) ?? [];
      expect(total.map((p) => p.guid).sort()).toEqual(players.map((p) => p.guid).sort());
      for (const { matchId: _, guid, ...wanted } of players) {
        const found = total.find((p) => p.guid === guid) as unknown as Record<string, number>;
        for (const [key, value] of Object.entries(wanted)) {
          // What nobody measured is null in both.
          if (value === null && found[key] === null) continue;
          // Rounded to tenths, and 61.95 is no number that both sides hold exactly.
          const slack = key === "timeDeadRatio" || key === "tankMeatshield" ? 0.11 : 0.001;
          const distance = Math.abs((found[key] ?? Number.NaN) - Number(value));
          expect(distance, `${matchId} ${guid} ${key}`).toBeLessThan(slack);
        }
      }
    }
  });

  it("sums a career and a ranking to what the sessions show round by round", async () => {
    const sums = new Map<
      string,
      { rounds: number; kills: number; damage: number; seconds: number }
    >();
    for (const round of sessions.flatMap((s) => s.matches.flatMap((m) => m.rounds)))
      for (const p of round.valid ? round.players : []) {
        if (p.bot) continue;
        const sum = sums.get(p.guid) ?? { rounds: 0, kills: 0, damage: 0, seconds: 0 };
        sum.rounds += 1;
        sum.kills += p.kills;
        sum.damage += p.damageGiven ?? 0;
        sum.seconds += p.timePlayedSeconds ?? 0;
        sums.set(p.guid, sum);
      }
    const boardOf = async (metric: string) => {
      const found = await leaderboard(db(), metric, { limit: 100, minRounds: 1 });
      return found?.ok ? found.value : null;
    };
    const board = await boardOf("kills");
    expect(board?.total).toBe(sums.size);
    const dpm = await boardOf("dpm");
    for (const [guid, sum] of sums) {
      const profile = await playerProfile(db(), guid);
      expect(profile?.totals).toMatchObject({
        rounds: sum.rounds,
        kills: sum.kills,
        damageGiven: sum.damage,
      });
      expect(profile?.totals.timePlayedSeconds).toBeCloseTo(sum.seconds, 1);
      expect(board?.rows.find((row) => row.guid === guid)).toMatchObject({
        value: sum.kills,
        rounds: sum.rounds,
        name: profile?.name,
      });
      const rate = dpm?.rows.find((row) => row.guid === guid)?.value;
      expect(rate).toBeCloseTo((sum.damage * 60) / sum.seconds, 6);
      for (const key of ["rounds", "kills", "damageGiven"] as const)
        expect(profile?.maps.reduce((n, map) => n + map[key], 0)).toBe(profile?.totals[key]);
      const weaponKills = profile?.weapons.reduce((n, weapon) => n + weapon.kills, 0);
      expect(weaponKills).toBe(profile?.totals.kills);
    }
  });
});
