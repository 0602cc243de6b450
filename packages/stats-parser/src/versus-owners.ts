import { engineClean } from "./colours.ts";
import type { Award, EndstatsFile, VersusLine } from "./endstats-file.ts";
import { solveVersusBlocks } from "./versus-blocks.ts";

/** A player of the round, from its stats file or from the webhook's lineup. */
export interface RoundPlayer {
  /** In any length; the first eight characters are compared with the GUIDs of headers. */
  readonly guid: string;
  /** With colours, or without where `rawName` is given. Only what the game's cleaner leaves is compared. */
  readonly name: string;
  /** With colours; goes before `name` (carets that are no codes would be read as codes in a clean name). */
  readonly rawName?: string;
  /** 1 Axis, 2 Allies; anything else means that the player was on no team at the end. */
  readonly side: number | null;
}

/** A duel line with both players named as far as anything tells. */
export interface OwnedVersusLine extends VersusLine {
  /** GUID as in the given players; 32 characters where only a header of the file names him; null when unknown. */
  readonly opponentGuid: string | null;
  /** Where the subject is from: VS_HEADER, or found from the mirrored lines; null when nothing tells. */
  readonly subjectSource: "header" | "inferred" | null;
}

/**
 * Says of every duel line who owns it and who the opponent is. With VS_HEADER lines the file itself
 * names the owners. Without, they follow from the mirror: A's block says of B what B's block says of A,
 * swapped ({@link solveVersusBlocks}). Where that has no solution or several, or two players of the
 * round bear one name, subjects stay null. Inferred subjects bear the GUID as in `players`.
 *
 * Opponents are looked up by the name as the game's cleaner leaves it; where two bear it, the one on
 * the other side than the subject, or whose own block mirrors the line, else null.
 */
export function assignVersusOwners(
  file: Pick<EndstatsFile, "versus" | "hasOwners">,
  players: readonly RoundPlayer[],
): OwnedVersusLine[] {
  const byName = namesOf(players);
  return file.hasOwners ? linkHeaders(file.versus, byName) : inferOwners(file.versus, byName);
}

/**
 * The awards with the winners' GUIDs, found among the players of the same round by the name as the
 * game's cleaner leaves it; null where no one or more than one bears it. A GUID in the file stays.
 */
export function linkAwards(awards: readonly Award[], players: readonly RoundPlayer[]): Award[] {
  const byName = namesOf(players);
  return awards.map((award) => {
    if (award.winnerGuid !== null) return award;
    const found = byName.get(award.player) ?? [];
    return { ...award, winnerGuid: found.length === 1 ? (found[0]?.guid ?? null) : null };
  });
}

type PlayersByName = ReadonlyMap<string, readonly RoundPlayer[]>;

function namesOf(players: readonly RoundPlayer[]): PlayersByName {
  const byName = new Map<string, RoundPlayer[]>();
  for (const player of players) {
    const name = engineClean(player.rawName ?? player.name);
    const others = byName.get(name);
    if (others) others.push(player);
    else byName.set(name, [player]);
  }
  return byName;
}

function inferOwners(lines: readonly VersusLine[], byName: PlayersByName): OwnedVersusLine[] {
  // Two of one name: whose line is whose cannot be told. A spectator or leaver of that name counts.
  const unclear = lines.some((line) => (byName.get(line.opponent)?.length ?? 0) > 1);
  const sideOf = (name: string) => byName.get(name)?.[0]?.side ?? null;
  const owners = unclear ? null : solveVersusBlocks(lines, sideOf);
  return lines.map((line, index) => {
    const subject = owners?.[index] ?? null;
    return {
      ...line,
      subject,
      subjectGuid: subject === null ? null : (only(byName.get(subject))?.guid ?? null),
      opponentGuid: only(byName.get(line.opponent))?.guid ?? null,
      subjectSource: subject === null ? null : "inferred",
    };
  });
}

function linkHeaders(lines: readonly VersusLine[], byName: PlayersByName): OwnedVersusLine[] {
  const mirrors = new Map<string, Set<string>>();
  for (const { subject, subjectGuid, opponent, kills, deaths } of lines) {
    if (subject === null || subjectGuid === null) continue;
    const key = mirrorKey(subject, opponent, kills, deaths);
    const guids = mirrors.get(key);
    if (guids) guids.add(subjectGuid);
    else mirrors.set(key, new Set([subjectGuid]));
  }
  return lines.map((line) => {
    const { subject, subjectGuid, opponent, kills, deaths } = line;
    const named = byName.get(opponent) ?? [];
    if (subject === null || subjectGuid === null) {
      return { ...line, opponentGuid: only(named)?.guid ?? null, subjectSource: null };
    }
    // Of two with the opponent's name: whose own block answers this line, else who is on the other side.
    const answers = mirrors.get(mirrorKey(opponent, subject, deaths, kills));
    const answering = only([...(answers ?? [])].filter((guid) => guid !== subjectGuid));
    const side = byName.get(subject)?.find((player) => sameGuid(player.guid, subjectGuid))?.side;
    const enemies = named.filter((player) => side != null && player.side === 3 - side);
    const opponentGuid =
      only(named)?.guid ??
      named.find((player) => sameGuid(player.guid, answering))?.guid ??
      answering ??
      only(enemies)?.guid ??
      null;
    return { ...line, opponentGuid, subjectSource: "header" };
  });
}

/** Tabs cannot be in a cell, so they keep the parts of the key apart. */
function mirrorKey(subject: string, opponent: string, kills: number, deaths: number): string {
  return `${subject}\t${opponent}\t${kills}\t${deaths}`;
}

function sameGuid(a: string, b: string | undefined): boolean {
  return b !== undefined && a.slice(0, 8).toUpperCase() === b.slice(0, 8).toUpperCase();
}

function only<T>(items: readonly T[] | undefined): T | undefined {
  return items?.length === 1 ? items[0] : undefined;
}
