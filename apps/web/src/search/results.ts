import { foldName } from "@slomix/analytics";
import { useQuery } from "@tanstack/solid-query";
import { arrived } from "../api/arrived.ts";
import { mapsQuery } from "../api/maps.ts";
import { type FoundPlayer, type FoundPlayers, foundPlayersQuery } from "../api/players.ts";
import { calm } from "./calm.ts";
import { type Found, keyOf, recent } from "./recent.ts";

/** One line of the list. */
export interface Result {
  readonly key: string;
  readonly found: Found;
  /** What stands beside the name: a former name, or how much was played. */
  readonly note: string;
}

const MOST_PLAYERS = 8;
const MOST_MAPS = 5;
const LONGEST = 64;

/** What can be looked for: no characters that no name can have, and not too many. */
export const lookedFor = (text: string): string =>
  text
    .replace(/[\p{Cc}\p{Surrogate}]/gu, "")
    .trim()
    .slice(0, LONGEST)
    .replace(/\p{Surrogate}/gu, "");

/** Players of an answer as lines. An answer to another question, which stays while one types, is none. */
export const playersOf = (found: FoundPlayers | undefined, wanted: string): FoundPlayer[] =>
  (found?.players ?? []).filter(({ match }) => (match === null) === (wanted === ""));

/** A player as a line: beside the name a former name, or the GUID, that was meant. */
export const playerLine = ({ guid, name, rawName, match, alias }: FoundPlayer): Result =>
  line(
    { kind: "player", guid, name, rawName },
    match === null
      ? "played lately"
      : alias === null
        ? guid
        : alias !== name
          ? `also ${alias}`
          : "",
  );

/** Whether a map is meant: by letters and digits alone, like a player. */
const isMap = (map: string, wanted: string): boolean => {
  const letters = foldName(wanted);
  return letters === "" ? map.includes(wanted.toLowerCase()) : foldName(map).includes(letters);
};

/**
 * Players and maps for a text, what was chosen before in front; without a text that, and who played
 * last. Where nobody and no map is called so, the players who may be meant.
 *
 * @param active Nothing is asked for while nobody looks.
 */
export function useResults(text: () => string, active: () => boolean) {
  const rested = calm(text);
  const wanted = () => lookedFor(rested());
  const players = useQuery(() => ({ ...foundPlayersQuery(wanted()), enabled: active() }));
  const maps = useQuery(() => ({ ...mapsQuery(), enabled: active() }));
  const offered = () =>
    wanted() === "" || players.isPlaceholderData ? [] : (arrived(players)?.didYouMean ?? []);
  const results = (): Result[] => {
    const people = playersOf(arrived(players), wanted()).map(playerLine);
    if (wanted() === "") {
      const own = recent().map((found) => line(found, "looked for before"));
      const others = people.filter(({ key }) => !own.some((one) => one.key === key));
      return [...own, ...others].slice(0, MOST_PLAYERS);
    }
    const found: Result[] = [
      ...people.slice(0, MOST_PLAYERS),
      ...(arrived(maps) ?? [])
        .filter(({ map }) => isMap(map, wanted()))
        .slice(0, MOST_MAPS)
        .map(({ map, rounds }) => line({ kind: "map", map }, `${rounds} rounds`)),
    ];
    if (found.length === 0) return offered().map(playerLine);
    const order = recent().map(keyOf);
    const place = ({ key }: Result) => {
      const i = order.indexOf(key);
      return i < 0 ? order.length : i;
    };
    return found.sort((a, b) => place(a) - place(b));
  };
  return {
    results,
    wanted,
    /** Nobody and no map is called so: the results are who may be meant. */
    offers: () => {
      const [first] = offered();
      return first !== undefined && results()[0]?.key === playerLine(first).key;
    },
    failed: () => wanted() !== "" && players.isError,
    waiting: () =>
      rested() !== text() || (wanted() !== "" && (players.isPending || players.isPlaceholderData)),
  };
}

const line = (found: Found, note: string): Result => ({ key: keyOf(found), found, note });
