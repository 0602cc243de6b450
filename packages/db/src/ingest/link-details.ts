import {
  assignVersusOwners,
  type EndstatsFile,
  linkAwards,
  parseEndstatsParts,
} from "@slomix/stats-parser";
import { linkEndstats, type PairedRound, type Pairing } from "@slomix/stopwatch";
import type { EndstatsPart } from "./contents.ts";
import type { LinkedAward, RoundDetails } from "./records/detail-columns.ts";

/** The endstats files of a stretch, linked to its rounds. */
export interface LinkedDetails {
  readonly byRound: ReadonlyMap<string, RoundDetails>;
  /** Every endstats file with the round it was linked to, or null. */
  readonly files: readonly {
    readonly file: string;
    readonly round: string | null;
    readonly message: string | null;
  }[];
}

/** Finds the round of each endstats file, reads split files as one, and names players by GUID among those of the round. */
export function linkDetails(pairing: Pairing, endstats: readonly EndstatsPart[]): LinkedDetails {
  const parts = new Map(endstats.map((e) => [e.name, e]));
  // An aborted round has no endstats: its writer never came to that.
  const rounds = pairing.rounds.filter((r) => r.file?.stamp && r.state !== "aborted");
  const linked = linkEndstats(
    endstats.flatMap(({ name, value, stampMs }) =>
      value.map !== null && value.round !== null
        ? [{ name, map: value.map, round: value.round, naiveMs: stampMs }]
        : [],
    ),
    rounds.map((r) => ({
      key: r.key,
      map: r.map,
      round: r.number,
      naiveMs: r.file?.stamp?.naiveMs ?? 0,
    })),
  );
  const byRound = new Map<string, RoundDetails>();
  const files: LinkedDetails["files"][number][] = [];
  const roundOf = new Map(rounds.map((r) => [r.key, r]));
  for (const [key, { parts: names, warning }] of linked.linked) {
    const round = roundOf.get(key);
    const file = merged(names.flatMap((name) => parts.get(name) ?? []));
    if (!round || !file) continue;
    byRound.set(key, detailsOf(round, file));
    for (const name of names)
      files.push({ file: name, round: key, message: warning ? `WARN: ${warning.message}` : null });
  }
  const placed = new Set(files.map((f) => f.file));
  for (const { name } of endstats)
    if (!placed.has(name))
      files.push({ file: name, round: null, message: "no round to link to yet" });
  return { byRound, files };
}

function merged(parts: readonly EndstatsPart[]): EndstatsFile | null {
  if (parts.length === 1) return parts[0]?.value ?? null;
  const read = parseEndstatsParts(parts);
  return read.ok ? read.value : null;
}

function detailsOf(round: PairedRound, file: EndstatsFile): RoundDetails {
  const players = round.stats.players;
  const people = players.map((p) => ({ guid: p.guid, name: p.rawName, side: p.side }));
  const byGuid = new Map(players.map((p) => [p.guid, p]));
  const player = (guid: string | null) => (guid === null ? undefined : byGuid.get(guid));
  const short = (guid: string | null) =>
    guid !== null && !byGuid.has(guid) ? guid.slice(0, 8) : guid;
  return {
    awards: linkAwards(file.awards, people).map(
      (award): LinkedAward => ({ award, player: player(award.winnerGuid), guid: award.winnerGuid }),
    ),
    versus: assignVersusOwners(file, people).map((line) => ({
      line,
      subject: player(line.subjectGuid) ?? player(short(line.subjectGuid)),
      opponent: player(line.opponentGuid) ?? player(short(line.opponentGuid)),
    })),
  };
}
