import { CONFIG_STRING } from "../game/config-string-index.ts";
import type { Dialect } from "../game/dialect.ts";
import { clientOf, playerInfoOf } from "../game/player-info.ts";
import { gameStateOf, type Team, whole } from "../game/words.ts";
import { infoOf } from "../text/info-string.ts";
import { shownText, withoutColours } from "../text/shown-text.ts";
import type { DemoEvent, Untimed } from "./demo-event.ts";

type Told = Untimed<DemoEvent>[];

/** Bit of the server's toggles: the match stands still. */
const PAUSED = 16;

/**
 * What a changed configstring tells. `configString` answers the others as they are now, for what is
 * spread over several.
 */
export function configStringEvents(
  index: number,
  before: string,
  after: string,
  commandSequence: number,
  dialect: Dialect,
  configString: (index: number) => string,
): Told {
  const client = clientOf(index);
  if (client !== null) return playerEvents(client, before, after, commandSequence);
  const given = { commandSequence };
  switch (index) {
    case CONFIG_STRING.levelStartTime:
      return [{ ...given, type: "levelStartTime", value: whole(after) || 0 }];
    case CONFIG_STRING.intermissionQueued:
      return [{ ...given, type: "intermissionQueued", value: whole(after) || 0 }];
    case CONFIG_STRING.winner:
      return [{ ...given, type: "mapWinner", winner: winnerOf(after) }];
    case CONFIG_STRING.wolfInfo: {
      const [from, to] = [before, after].map((text) => gameStateOf(infoOf(text).get("gamestate")));
      if (from === undefined || to === undefined || from === to) return [];
      return [{ ...given, type: "gameState", from, to }];
    }
    case CONFIG_STRING.serverToggles: {
      if (!dialect.hasPauseToggle) break;
      const paused = (whole(after) & PAUSED) !== 0;
      if (paused === ((whole(before) & PAUSED) !== 0)) return [];
      return [{ ...given, type: "pause", paused }];
    }
  }
  const plain = { ...given, type: "configString", index, value: shownText(after) } as const;
  const isVote = index >= CONFIG_STRING.voteTime && index <= CONFIG_STRING.voteNo;
  return isVote ? [plain, voteOf(commandSequence, configString)] : [plain];
}

/** Somebody came, left, or plays under another name, for another team, as another class. */
function playerEvents(
  client: number,
  before: string,
  after: string,
  commandSequence: number,
): Told {
  const [was, is] = [playerInfoOf(before), playerInfoOf(after)];
  const given = { commandSequence, client };
  if (is === null) {
    return was === null ? [] : [{ ...given, type: "disconnect", name: was.name }];
  }
  const { name } = is;
  if (was === null) return [{ ...given, type: "connect", name, team: is.team, class: is.class }];
  const told: Told = [];
  if (was.rawName !== is.rawName) told.push({ ...given, type: "rename", from: was.name, to: name });
  if (was.team !== is.team)
    told.push({ ...given, type: "teamChange", name, from: was.team, to: is.team });
  if (was.class !== is.class)
    told.push({ ...given, type: "classChange", name, from: was.class, to: is.class });
  return told;
}

/** `\w\0` in ET: Legacy, `\winner\0` elsewhere: 0 Axis, 1 Allies, −1 nobody. */
function winnerOf(text: string): Team | null {
  const info = infoOf(text);
  const side = whole(info.get("w") ?? info.get("winner"));
  return side === 0 ? "axis" : side === 1 ? "allies" : null;
}

function voteOf(
  commandSequence: number,
  configString: (index: number) => string,
): Untimed<DemoEvent> {
  const called = whole(configString(CONFIG_STRING.voteTime)) || null;
  const what = withoutColours(shownText(configString(CONFIG_STRING.voteText)));
  const yes = whole(configString(CONFIG_STRING.voteYes)) || 0;
  const no = whole(configString(CONFIG_STRING.voteNo)) || 0;
  return { commandSequence, type: "vote", called, what, yes, no };
}
