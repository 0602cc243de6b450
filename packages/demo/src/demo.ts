import type { DemoEvent, Hit } from "./events/demo-event.ts";
import type { GameState, PlayerClass, Team } from "./game/words.ts";
import type { DemoError } from "./result.ts";
import type { DemoEnd } from "./stream/frames.ts";

/** Somebody who was on the server when a gamestate was sent. */
export interface DemoPlayer {
  readonly client: number;
  /** Without colours. */
  readonly name: string;
  readonly rawName: string;
  readonly team: Team | null;
  readonly class: PlayerClass | null;
}

/** One map of a recording: how the game stood at its beginning, and how far it goes. */
export interface DemoPart {
  readonly map: string;
  /** The server's `gamename`, for instance `legacy`. */
  readonly mod: string;
  readonly modVersion: string;
  readonly hostName: string;
  /** 2 objective, 3 stopwatch, 4 campaign, 5 last man standing, 6 map vote; null where it is not told. */
  readonly gameType: number | null;
  readonly timeLimitMinutes: number | null;
  /** What was going on. */
  readonly state: GameState | null;
  /** Server time at which the round had begun; null where it is not told. */
  readonly levelStartTime: number | null;
  /** Client number of who recorded. */
  readonly recorder: number;
  readonly checksumFeed: number;
  /** How many entities have a baseline. */
  readonly baselines: number;
  /** All that were set, by index, as players would see them. */
  readonly configStrings: ReadonlyMap<number, string>;
  readonly players: readonly DemoPlayer[];
  /** Server times of the first and the last snapshot in milliseconds; null without any. */
  readonly firstServerTime: number | null;
  readonly lastServerTime: number | null;
}

/** What was counted on the way. */
export interface DemoCounts {
  readonly messages: number;
  readonly gamestates: number;
  /** Snapshots that can be used, and of them those that need none before. */
  readonly snapshots: number;
  readonly wholeSnapshots: number;
  readonly unusableSnapshots: number;
  /** Commands, without the repetitions of those the client had already. */
  readonly commands: number;
  readonly repeatedCommands: number;
  readonly obituaries: number;
}

/**
 * What was read of a recording. The first map stands for the whole where a single answer is wanted:
 * `map`, `mod`, `players` and `recorder` are those of `parts[0]`.
 */
export interface Demo {
  /** 84, or 83. */
  readonly protocol: number;
  readonly mod: string;
  readonly modVersion: string;
  readonly map: string;
  readonly recorder: number;
  readonly players: readonly DemoPlayer[];
  /** One for each gamestate. */
  readonly parts: readonly DemoPart[];
  /** Server times of the first snapshot and of the last one, in milliseconds; null without any. */
  readonly firstServerTime: number | null;
  readonly lastServerTime: number | null;
  /** Milliseconds from first to last snapshot, of all parts together. */
  readonly durationMs: number;
  readonly end: DemoEnd;
  /** What was wrong where a damaged file ended; null for a sound one. */
  readonly damage: DemoError | null;
  /** In the order in which they happened. Empty when they were not asked for. */
  readonly events: readonly DemoEvent[];
  readonly hits: readonly Hit[];
  readonly counts: DemoCounts;
  /** Bytes that were read. */
  readonly bytes: number;
}
