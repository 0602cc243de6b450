import type { DemoPart, DemoPlayer } from "../demo.ts";
import { MAX_CLIENTS } from "../limits.ts";
import { ZERO_STATE } from "../states/state-pool.ts";
import type { Gamestate } from "../stream/read-gamestate.ts";
import { infoOf } from "../text/info-string.ts";
import { shownText, withoutColours } from "../text/shown-text.ts";
import { CONFIG_STRING } from "./config-string-index.ts";
import { playerInfoOf } from "./player-info.ts";
import { gameStateOf, whole } from "./words.ts";

/** What a gamestate tells of the map that begins with it; its times are not known yet. */
export function partOf({ configStrings, baselines, recorder, checksumFeed }: Gamestate): DemoPart {
  const server = infoOf(shownText(configStrings.get(CONFIG_STRING.serverInfo)));
  const wolf = infoOf(configStrings.get(CONFIG_STRING.wolfInfo));
  const numberOr = (text: string | undefined) => {
    const number = Number.parseFloat(text ?? "");
    return Number.isFinite(number) ? number : null;
  };
  const players: DemoPlayer[] = [];
  for (let client = 0; client < MAX_CLIENTS; client++) {
    const info = playerInfoOf(configStrings.get(CONFIG_STRING.players + client));
    if (info !== null) players.push({ client, ...info });
  }
  return {
    map: server.get("mapname") ?? "",
    mod: server.get("gamename") ?? "",
    modVersion: server.get("mod_version") ?? "",
    hostName: withoutColours(server.get("sv_hostname") ?? ""),
    gameType: numberOr(server.get("g_gametype")),
    timeLimitMinutes: numberOr(server.get("timelimit")),
    state: gameStateOf(wolf.get("gamestate")),
    levelStartTime: whole(configStrings.get(CONFIG_STRING.levelStartTime)) || null,
    recorder,
    checksumFeed,
    baselines: baselines.filter((state) => state !== ZERO_STATE).length,
    configStrings: new Map(
      configStrings.entries().map(([index, text]) => [index, shownText(text)]),
    ),
    players,
    firstServerTime: null,
    lastServerTime: null,
  };
}
