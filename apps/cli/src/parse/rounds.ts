import { dirname, resolve } from "node:path";
import {
  baseName,
  type ParseWarning,
  type RoundStats,
  roundStats,
  type StatsFile,
} from "@slomix/stats-parser";
import {
  defaultSettings,
  pairRounds,
  type StopwatchSettings,
  separatePlayers,
  sharedGuids,
} from "@slomix/stopwatch";
import { namesWithin, neighbourhood, readNeighbours, stretchesAround } from "./neighbours.ts";

/** A stats file that was asked for. */
export interface AskedStats {
  /** As given; its folder is where partners are looked for. */
  readonly path: string;
  readonly file: StatsFile;
}

/** The numbers of an asked file, and what pairing and differential warned of. */
export interface AskedRound {
  readonly stats: RoundStats;
  readonly warnings: readonly ParseWarning[];
}

/**
 * The rounds of these files: each Round 2 with its Round 1 taken off, which is looked for in the
 * folder of the file. Of a folder only the files near in time are read, one stretch after another.
 */
export async function pairAsked(
  asked: readonly AskedStats[],
  settings: Partial<StopwatchSettings>,
  cwd: string,
): Promise<Map<AskedStats, AskedRound>> {
  const all = { ...defaultSettings, ...settings };
  const rounds = new Map<AskedStats, AskedRound>();
  for (const [folder, files] of byFolder(asked, cwd)) {
    const near = await neighbourhood(folder);
    const stamps = files.map(({ file }) => file.stamp?.naiveMs ?? 0);
    for (const stretch of stretchesAround(stamps, all)) {
      const own = new Map(
        files
          .filter(({ file }) => within(file.stamp?.naiveMs ?? 0, stretch))
          .map(({ file }) => [file.name, file]),
      );
      const others = namesWithin(near, stretch).filter((name) => !own.has(baseName(name)));
      const stats = [...own.values(), ...(await readNeighbours(near, others)).keys()];
      const pairing = pairRounds({ stats, telemetry: [] }, all);
      const byName = new Map(pairing.rounds.map((round) => [round.key, round]));
      for (const item of files) {
        const round = byName.get(item.file.name);
        if (round) rounds.set(item, round);
      }
    }
  }
  for (const item of asked) if (!rounds.has(item)) rounds.set(item, alone(item.file, null));
  return rounds;
}

/** The round of a file whose Round 1 somebody named (null: it has none). */
export function alone(file: StatsFile, partner: StatsFile | null): AskedRound {
  const { stats, warnings } = roundStats(file, { partner });
  const round = { players: stats.players, telemetry: null, partnerTelemetry: null };
  const players = separatePlayers(round, sharedGuids([round]), []);
  return { stats: { ...stats, players }, warnings: [...warnings, ...mismatch(file, partner)] };
}

/** A named Round 1 is taken at its word; what speaks against it is said. */
function mismatch(file: StatsFile, partner: StatsFile | null): ParseWarning[] {
  if (file.round !== 2 || partner === null) return [];
  const [own, theirs] = [file.header.map, partner.header.map];
  const warnings: ParseWarning[] = [];
  if (own.trim().toLowerCase() !== theirs.trim().toLowerCase()) {
    warnings.push({ code: "round1_other_map", message: `Round 1 is of ${theirs}, not of ${own}` });
  }
  if (partner.round !== 1) {
    warnings.push({ code: "round1_is_round2", message: "the file given as Round 1 is a Round 2" });
  }
  return warnings;
}

/** The files whose names carry a stamp, by the folder they lie in. */
function byFolder(asked: readonly AskedStats[], cwd: string): Map<string, AskedStats[]> {
  const folders = new Map<string, AskedStats[]>();
  for (const item of asked) {
    if (item.file.stamp === null) continue;
    const folder = dirname(resolve(cwd, item.path));
    const files = folders.get(folder);
    if (files) files.push(item);
    else folders.set(folder, [item]);
  }
  return folders;
}

function within(atMs: number, stretch: { fromMs: number; toMs: number }): boolean {
  return atMs >= stretch.fromMs && atMs <= stretch.toMs;
}
