import { type Database, findPlayers, nearNames } from "@slomix/db";
import { CommandError, usageError } from "./command-error.ts";
import type { Context } from "./program.ts";
import { describeFound } from "./show/player-view.ts";
import { printable } from "./terminal/printable.ts";

/** A player that somebody named. */
export interface NamedPlayer {
  readonly guid: string;
  readonly name: string;
}

/**
 * The player who is meant by a name, a part of one, or a GUID. When nobody is, names that are like it
 * are offered; when several are, they are listed.
 *
 * @throws {CommandError} status 1
 */
export async function playerOf(
  { terminal, config }: Context,
  db: Database,
  wanted: string,
): Promise<NamedPlayer> {
  const found = await findPlayers(db, wanted);
  const best = found.filter(({ match }) => match === found[0]?.match);
  const [only] = best;
  if (only === undefined) {
    const near = (await nearNames(db, wanted)).map((name) => `“${printable(name)}”`);
    const offer = near.length > 0 ? `; is it ${near.join(" or ")}?` : "";
    throw new CommandError("not_found", `nobody is called “${wanted}”${offer}`);
  }
  if (best.length > 1) {
    const zone = config.settings.serverZone ?? null;
    for (const line of describeFound(best, zone, terminal.errorInk)) terminal.say(line);
    throw new CommandError("ambiguous", `several players fit “${wanted}”; give the GUID`);
  }
  return { guid: only.guid, name: only.name };
}

/** Several players, each named once. */
export async function playersOf(
  context: Context,
  db: Database,
  wanted: readonly string[],
): Promise<NamedPlayer[]> {
  const players: NamedPlayer[] = [];
  for (const text of wanted) {
    const player = await playerOf(context, db, text);
    if (players.some(({ guid }) => guid === player.guid)) {
      throw usageError(`${printable(player.name)} is named twice`);
    }
    players.push(player);
  }
  return players;
}

/** Two line-ups, written with commas between the players: people on both sides, nobody on both. */
export async function lineUpsOf(
  context: Context,
  db: Database,
  words: readonly string[],
): Promise<readonly [readonly NamedPlayer[], readonly NamedPlayer[]]> {
  const [a, b] = twoLineUps(words);
  const split = (text: string) =>
    text
      .split(",")
      .map((name) => name.trim())
      .filter((name) => name !== "");
  const [namesA, namesB] = [split(a), split(b)];
  if (namesA.length === 0 || namesB.length === 0) {
    throw usageError(
      `the ${namesA.length === 0 ? "first" : "second"} line-up has no players; write A,B,C vs D,E,F`,
    );
  }
  const [teamA, teamB] = [
    await playersOf(context, db, namesA),
    await playersOf(context, db, namesB),
  ];
  const both = teamA.find(({ guid }) => teamB.some((other) => other.guid === guid));
  if (both) throw usageError(`${printable(both.name)} is in both line-ups`);
  return [teamA, teamB];
}

/** `A,B,C vs D,E,F`, or the two lists without a word between them. */
function twoLineUps(words: readonly string[]): [string, string] {
  const sides = words.join(" ").split(/(?:^| )vs\.?(?: |$)/i);
  const [a = "", b = ""] = sides.length === 1 && words.length === 2 ? words : sides;
  if (sides.length > 2 || (sides.length === 1 && words.length > 2))
    throw usageError("two line-ups are wanted: A,B,C vs D,E,F");
  return [a, b];
}
