import type { GameState, PlayerClass, Team } from "../game/words.ts";
import type { PopupEvent } from "./popups.ts";
import type { ScoresEvent } from "./scores.ts";
import type { WeaponStatsEvent } from "./weapon-stats.ts";

/** A moment: server time in milliseconds. */
interface At {
  readonly serverTime: number;
}

/** What a command of the server told; `commandSequence` is its number. */
interface FromCommand extends At {
  readonly commandSequence: number;
}

/** Somebody died. */
export interface ObituaryEvent extends At {
  readonly type: "obituary";
  /** Number of the entity that told it. */
  readonly entity: number;
  /** Client number; 1022 is the world. */
  readonly attacker: number;
  readonly attackerName: string | null;
  readonly attackerTeam: Team | null;
  readonly victim: number;
  readonly victimName: string | null;
  readonly victimTeam: Team | null;
  /** Means of death: its number in this mod. */
  readonly mod: number;
  readonly modName: string;
  /** Number of the weapon; null where the mod does not tell. */
  readonly weapon: number | null;
  /** 1 for a hit on the head, in ET: Legacy from 2.84 on (0 before); null where the mod does not tell. */
  readonly headshotFlag: number | null;
  readonly selfKill: boolean;
  readonly teamKill: boolean;
}

/** Somebody, or the console, said something in writing. `raw` is the text as sent. */
export interface ChatEvent extends FromCommand {
  readonly type: "chat";
  readonly command: string;
  /** −1: the console, or nobody in particular. */
  readonly client: number;
  readonly name: string | null;
  /** To the own team, or to the own fireteam. */
  readonly team: boolean;
  readonly raw: string;
  /** The same without colour codes. */
  readonly text: string;
  /** What was said: the text behind the speaker's name, without colour codes. */
  readonly said: string;
  /** Where a team mate said it. */
  readonly origin?: readonly [x: number, y: number, z: number];
}

/** Somebody called, as with "Medic!". */
export interface VoiceChatEvent extends FromCommand {
  readonly type: "voiceChat";
  /** The command: `vchat` to all, `vtchat` to the team, `vbchat` to the fireteam, `vschat` the game. */
  readonly mode: string;
  readonly client: number;
  readonly name: string | null;
  /** Which call. */
  readonly voice: string;
  /** Words of the player's own; empty where there are none. */
  readonly custom: string;
}

/** A line of the server: on the console (`print`), centred, in the list of events, as a banner. */
export interface MessageEvent extends FromCommand {
  readonly type: "message";
  readonly command: string;
  readonly raw: string;
  readonly text: string;
}

/** A slot was taken. */
export interface ConnectEvent extends FromCommand {
  readonly type: "connect";
  readonly client: number;
  readonly name: string;
  readonly team: Team | null;
  readonly class: PlayerClass | null;
}

/** A slot became free. */
export interface DisconnectEvent extends FromCommand {
  readonly type: "disconnect";
  readonly client: number;
  readonly name: string;
}

export interface RenameEvent extends FromCommand {
  readonly type: "rename";
  readonly client: number;
  readonly from: string;
  readonly to: string;
}

export interface TeamChangeEvent extends FromCommand {
  readonly type: "teamChange";
  readonly client: number;
  readonly name: string;
  readonly from: Team | null;
  readonly to: Team | null;
}

export interface ClassChangeEvent extends FromCommand {
  readonly type: "classChange";
  readonly client: number;
  readonly name: string;
  readonly from: PlayerClass | null;
  readonly to: PlayerClass | null;
}

/** The match was stopped, or goes on. */
export interface PauseEvent extends FromCommand {
  readonly type: "pause";
  readonly paused: boolean;
}

export interface GameStateEvent extends FromCommand {
  readonly type: "gameState";
  readonly from: GameState | null;
  readonly to: GameState | null;
}

/** The round's clock: server time at which it began, moved by every pause. */
export interface LevelStartTimeEvent extends FromCommand {
  readonly type: "levelStartTime";
  readonly value: number;
}

/** 1: the round is over, the intermission is about to come. */
export interface IntermissionQueuedEvent extends FromCommand {
  readonly type: "intermissionQueued";
  readonly value: number;
}

/** Who won the round; null: nobody. */
export interface MapWinnerEvent extends FromCommand {
  readonly type: "mapWinner";
  readonly winner: Team | null;
}

/** Any other configstring that changed. */
export interface ConfigStringEvent extends FromCommand {
  readonly type: "configString";
  readonly index: number;
  readonly value: string;
}

/** A vote was called, counted or ended; beside the `configString` that says so. */
export interface VoteEvent extends FromCommand {
  readonly type: "vote";
  /** Server time at which it was called; null: none is going on. */
  readonly called: number | null;
  /** What about, without colour codes. */
  readonly what: string;
  readonly yes: number;
  readonly no: number;
}

/** The round was started anew on the same map. */
export interface MapRestartEvent extends FromCommand {
  readonly type: "mapRestart";
}

/** The server let the recorder go. */
export interface ServerDisconnectEvent extends FromCommand {
  readonly type: "serverDisconnect";
  readonly reason: string;
}

/** Another gamestate: what follows has its own timeline, on this map. */
export interface MapChangeEvent extends At {
  readonly type: "mapChange";
  readonly map: string;
  /** Which of the demo's gamestates begins, from 0. */
  readonly gamestate: number;
}

/** Everything that a demo tells in words, in the order in which the game would show it. */
export type DemoEvent =
  | ObituaryEvent
  | ChatEvent
  | VoiceChatEvent
  | MessageEvent
  | ConnectEvent
  | DisconnectEvent
  | RenameEvent
  | TeamChangeEvent
  | ClassChangeEvent
  | PauseEvent
  | GameStateEvent
  | LevelStartTimeEvent
  | IntermissionQueuedEvent
  | MapWinnerEvent
  | ConfigStringEvent
  | VoteEvent
  | MapRestartEvent
  | ServerDisconnectEvent
  | MapChangeEvent
  | ScoresEvent
  | WeaponStatsEvent
  | PopupEvent;

/** A hit that was seen: flame and blasts as the game marks them on the attacker, bullets where they land. */
export interface Hit extends At {
  readonly attacker: number;
  /** A team mate, the head, or the body of an opponent. */
  readonly hit: "team" | "head" | "body";
  /** Told by a player who was visible, by the own player, or by a bullet. */
  readonly source: "entity" | "playerState" | "bullet";
  /** Who was hit, and by which weapon, of a bullet. */
  readonly victim?: number;
  readonly weapon?: number;
}

/** An event whose time is not known yet: that of the snapshot behind it. */
export type Untimed<T> = T extends unknown ? Omit<T, "serverTime"> : never;
