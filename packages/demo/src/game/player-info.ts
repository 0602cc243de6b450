import { MAX_CLIENTS } from "../limits.ts";
import { infoOf } from "../text/info-string.ts";
import { shownText, withoutColours } from "../text/shown-text.ts";
import { CONFIG_STRING } from "./config-string-index.ts";
import { classOf, type PlayerClass, type Team, teamOf } from "./words.ts";

/** Somebody on the server. */
export interface PlayerInfo {
  /** Without colours. */
  readonly name: string;
  readonly rawName: string;
  readonly team: Team | null;
  readonly class: PlayerClass | null;
}

/** The player that a configstring tells of; null for an empty one, a free slot. */
export function playerInfoOf(text: string): PlayerInfo | null {
  if (text === "") return null;
  const info = infoOf(text);
  const rawName = shownText(info.get("n") ?? "");
  return {
    name: withoutColours(rawName),
    rawName,
    // A key is left out when it is 0, by newer servers.
    team: teamOf(info.get("t") ?? "0"),
    class: classOf(info.get("c") ?? "0"),
  };
}

/** The client number that a configstring is about; null when it is about none. */
export function clientOf(index: number): number | null {
  const client = index - CONFIG_STRING.players;
  return client >= 0 && client < MAX_CLIENTS ? client : null;
}
