import { type Database, findPlayers } from "@slomix/db";
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
 * The player who is meant by a name, a part or a misspelling of one, or a GUID. When nobody is, names
 * that are like it are offered; when several are, they are listed.
 *
 * @throws {CommandError} status 1
 */
export async function playerOf(
  { terminal, config }: Context,
  db: Database,
  wanted: string,
): Promise<NamedPlayer> {
  const { players, clear, didYouMean } = await findPlayers(db, wanted);
  const [best] = wanted.trim() === "" ? [] : players;
  if (best === undefined) {
    const offered = didYouMean.map(({ name, alias }) => `“${printable(alias ?? name)}”`);
    const offer = offered.length > 0 ? `. Did you mean ${orOf(offered)}?` : "";
    throw new CommandError("not_found", `nobody is called “${wanted}”${offer}`);
  }
  if (clear === null) {
    const alike = players.filter(({ match }) => match === best.match);
    const zone = config.settings.serverZone ?? null;
    for (const line of describeFound(alike, zone, terminal.errorInk)) terminal.say(line);
    throw new CommandError(
      "ambiguous",
      best.match === "near"
        ? `nobody is called “${wanted}”. Did you mean one of these? Give the name or the GUID`
        : `several players fit “${wanted}”; give the GUID`,
    );
  }
  if (clear.match === "near")
    terminal.say(
      `slomix: nobody is called “${printable(wanted)}”; taking “${printable(clear.alias ?? clear.name)}”`,
    );
  return { guid: clear.guid, name: clear.name };
}

/** `a`, `a or b`, `a, b or c`. */
const orOf = (words: readonly string[]) =>
  [words.slice(0, -1).join(", "), words.at(-1)].filter(Boolean).join(" or ");

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
