import type { Dialect } from "../game/dialect.ts";
import { shownText, withoutColours } from "../text/shown-text.ts";
import { wordsOf } from "../text/words.ts";
import type { ChatEvent, DemoEvent, Untimed, VoiceChatEvent } from "./demo-event.ts";
import { scoresOf } from "./scores.ts";
import { weaponStatsOf } from "./weapon-stats.ts";

type Chat = Untimed<ChatEvent>;

/** The commands that are told of; others are of no interest, or change configstrings. */
const TOLD = new Set(
  "chat tchat gamechat c vchat vtchat vbchat vschat print cp cpm bp sc0 sc1 ws wws gstats map_restart disconnect".split(
    " ",
  ),
);

/** Whether a command of this name tells something. */
export function isToldCommand(name: string): boolean {
  return TOLD.has(name);
}

/**
 * What a command tells; null for one that tells nothing. `text` is as it was sent, `nameOf` knows the
 * players of that moment.
 */
export function commandEvent(
  text: string,
  commandSequence: number,
  dialect: Dialect,
  nameOf: (client: number) => string | null,
): Untimed<DemoEvent> | null {
  const words = wordsOf(text);
  const [name = ""] = words;
  if (!TOLD.has(name)) return null;
  switch (name) {
    case "chat":
    case "tchat":
    case "gamechat":
    case "c":
      return chatOf(words, commandSequence, nameOf);
    case "vchat":
    case "vtchat":
    case "vbchat":
    case "vschat":
      return voiceChatOf(words, commandSequence, nameOf);
    case "sc0":
    case "sc1":
      return scoresOf(words, commandSequence);
    case "ws":
    case "wws":
    case "gstats":
      return weaponStatsOf(words, commandSequence, dialect);
    case "map_restart":
      return { commandSequence, type: "mapRestart" };
    case "disconnect":
      return { commandSequence, type: "serverDisconnect", reason: shownText(words[1] ?? "") };
    default: {
      const raw = shownText(words[1] ?? "");
      return { commandSequence, type: "message", command: name, raw, text: withoutColours(raw) };
    }
  }
}

/**
 * `chat "NAME: TEXT" CLIENT`, `tchat "TEXT" CLIENT … X Y Z`, `gamechat "TEXT" 1` of the server, and
 * etpro's `c CLIENT "TEXT"`. Older versions have a mark for translation behind the client. Without a
 * client it is the console who speaks.
 */
function chatOf(
  words: readonly string[],
  commandSequence: number,
  nameOf: (client: number) => string | null,
): Chat {
  const [command = ""] = words;
  const [who, what] = command === "c" ? [words[1], words[2]] : [words[2], words[1]];
  const client = command === "gamechat" ? -1 : clientNumber(who);
  const raw = shownText(what ?? "");
  const name = nameOf(client);
  const text = withoutColours(raw);
  const prefix = `${name}: `;
  const said = name !== null && text.startsWith(prefix) ? text.slice(prefix.length) : text;
  const team = command === "tchat";
  const chat = {
    commandSequence,
    type: "chat",
    command,
    client,
    name,
    team,
    raw,
    text,
    said,
  } as const;
  const place = team ? words.slice(3).slice(-3).map(Number) : [];
  const [x, y, z] = place;
  if (x === undefined || y === undefined || z === undefined || !place.every(Number.isFinite))
    return chat;
  return { ...chat, origin: [x, y, z] };
}

/**
 * `vchat VOICE_ONLY CLIENT VOICE RANDOM NUMBER "CUSTOM"`; to the team and to the fireteam with a place
 * (x, y, z) behind the voice. `vschat`, by which the game itself calls, has no speaker.
 */
function voiceChatOf(
  words: readonly string[],
  commandSequence: number,
  nameOf: (client: number) => string | null,
): Untimed<VoiceChatEvent> {
  const [mode = ""] = words;
  if (mode === "vschat") {
    const voice = words.slice(1).find((word) => !/^-?\d+$/.test(word)) ?? "";
    return { commandSequence, type: "voiceChat", mode, client: -1, name: null, voice, custom: "" };
  }
  const client = clientNumber(words[2]);
  const voice = shownText(words[3] ?? "");
  const custom = shownText(words[mode === "vchat" ? 6 : 9] ?? "");
  const name = nameOf(client);
  return { commandSequence, type: "voiceChat", mode, client, name, voice, custom };
}

/** A client number, or −1 for nobody. */
function clientNumber(word: string | undefined): number {
  return word !== undefined && /^\d{1,2}$/.test(word) && Number(word) < 64 ? Number(word) : -1;
}
