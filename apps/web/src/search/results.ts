import { useQuery } from "@tanstack/solid-query";
import { arrived } from "../api/arrived.ts";
import { mapsQuery } from "../api/maps.ts";
import { foundPlayersQuery } from "../api/players.ts";
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

/**
 * Players and maps for a text, what was chosen before in front; without a text only that.
 *
 * @param active Nothing is asked for while nobody looks.
 */
export function useResults(text: () => string, active: () => boolean) {
  const rested = calm(text);
  const wanted = () => lookedFor(rested());
  const players = useQuery(() => ({
    ...foundPlayersQuery(wanted()),
    enabled: active() && wanted() !== "",
  }));
  const maps = useQuery(() => ({ ...mapsQuery(), enabled: active() }));
  const results = (): Result[] => {
    if (wanted() === "") return recent().map((found) => line(found, "recent"));
    const found: Result[] = [
      ...(arrived(players) ?? [])
        .slice(0, MOST_PLAYERS)
        .map(({ guid, name, rawName, match, alias }) =>
          line(
            { kind: "player", guid, name, rawName },
            match === "guid" ? guid : alias && alias !== name ? `also ${alias}` : "",
          ),
        ),
      ...(arrived(maps) ?? [])
        .filter(({ map }) => map.includes(wanted().toLowerCase()))
        .slice(0, MOST_MAPS)
        .map(({ map, rounds }) => line({ kind: "map", map }, `${rounds} rounds`)),
    ];
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
    failed: () => wanted() !== "" && players.isError,
    waiting: () =>
      rested() !== text() || (wanted() !== "" && (players.isPending || players.isPlaceholderData)),
  };
}

const line = (found: Found, note: string): Result => ({ key: keyOf(found), found, note });
