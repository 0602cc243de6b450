import type { DemoPart } from "../demo.ts";
import { CONFIG_STRING } from "../game/config-string-index.ts";
import { type Dialect, dialectOf } from "../game/dialect.ts";
import { partOf } from "../game/part-of.ts";
import { clientOf, type PlayerInfo, playerInfoOf } from "../game/player-info.ts";
import { whole } from "../game/words.ts";
import { MAX_CLIENTS } from "../limits.ts";
import type { Snapshot } from "../states/snapshot.ts";
import type { StatePool } from "../states/state-pool.ts";
import type { MessageSink } from "../stream/message-parser.ts";
import type { Gamestate } from "../stream/read-gamestate.ts";
import { infoOf } from "../text/info-string.ts";
import { commandEvent, isToldCommand } from "./command-events.ts";
import { configStringEvents } from "./config-string-events.ts";
import type { DemoEvent, Hit, Untimed } from "./demo-event.ts";
import { obituaryOf } from "./obituaries.ts";
import { popupOf } from "./popups.ts";
import { findSnapshotEvents, type SnapshotEventSink } from "./snapshot-events.ts";

/** Maps that a recording has at most. */
const MAX_PARTS = 2000;

/** How a timeline is kept. */
export interface TimelineOptions {
  /** Whether events are told at all. */
  readonly tells: boolean;
  readonly onEvent: ((event: DemoEvent) => void) | null;
  readonly onHit: ((hit: Hit) => void) | null;
  /** Takes every snapshot, behind its events. */
  readonly onSnapshot: ((snapshot: Snapshot) => void) | null;
  readonly maxEvents: number;
}

/**
 * Makes events of what messages hold. A command takes effect when the snapshot behind it becomes current,
 * so its events wait for the time of that snapshot, and come before what the snapshot itself tells.
 */
export class Timeline implements MessageSink, SnapshotEventSink {
  readonly events: DemoEvent[] = [];
  readonly hits: Hit[] = [];
  readonly parts: DemoPart[] = [];
  obituaries = 0;
  /** There are more events, hits or maps than allowed. */
  isFull = false;
  readonly #pool: StatePool;
  readonly #options: TimelineOptions;
  readonly #players: (PlayerInfo | null)[] = new Array(MAX_CLIENTS).fill(null);
  #dialect: Dialect = dialectOf("", "");
  #gamestate: Gamestate | null = null;
  #waiting: Untimed<DemoEvent>[] = [];
  #first: number | null = null;
  #last: number | null = null;
  #told = 0;
  #hitCount = 0;

  /** `pool` holds the states of the snapshots. */
  constructor(pool: StatePool, options: TimelineOptions) {
    this.#pool = pool;
    this.#options = options;
  }

  /** The protocol that the server names; null where it names none. */
  get protocol(): number | null {
    const text = this.#gamestate?.configStrings.get(CONFIG_STRING.serverInfo) ?? "";
    return whole(infoOf(text).get("protocol")) || null;
  }

  /** Whether the numbers of the mod's events were checked against recordings. */
  get isVerified(): boolean {
    return this.#dialect.isVerified;
  }

  gamestate(gamestate: Gamestate): void {
    this.settle();
    this.#gamestate = gamestate;
    if (this.parts.length >= MAX_PARTS) this.isFull = true;
    if (this.isFull) return;
    const part = partOf(gamestate);
    this.parts.push(part);
    this.#first = null;
    this.#last = null;
    this.#dialect = dialectOf(part.mod, part.modVersion);
    for (let client = 0; client < MAX_CLIENTS; client++)
      this.#players[client] = playerInfoOf(
        gamestate.configStrings.get(CONFIG_STRING.players + client),
      );
    const index = this.parts.length - 1;
    if (index > 0 && this.#options.tells)
      this.#wait({ type: "mapChange", map: part.map, gamestate: index });
  }

  wantsCommand(name: string): boolean {
    return this.#options.tells && isToldCommand(name);
  }

  command(sequence: number, text: string, isNew: boolean): void {
    if (!isNew) return;
    const event = commandEvent(text, sequence, this.#dialect, this.#nameOf);
    if (event === null) return;
    if (event.type === "scores" && event.axisScore === null && this.#extendScores(event)) return;
    this.#wait(event);
  }

  configString(sequence: number, index: number, before: string, after: string): void {
    const client = clientOf(index);
    if (this.#options.tells) {
      const read = (at: number) => this.#gamestate?.configStrings.get(at) ?? "";
      const told = configStringEvents(index, before, after, sequence, this.#dialect, read);
      for (const event of told) this.#wait(event);
    }
    if (client !== null) this.#players[client] = playerInfoOf(after);
  }

  snapshot(snapshot: Snapshot, previous: Snapshot | null): void {
    this.moment(snapshot.serverTime);
    if (this.#options.tells)
      findSnapshotEvents(snapshot, previous, this.#pool, this.#dialect, this);
    this.#options.onSnapshot?.(snapshot);
  }

  moment(serverTime: number): void {
    this.#first ??= serverTime;
    this.#last = serverTime;
    if (this.#waiting.length > 0) this.#release(serverTime);
  }

  obituary(at: number, entity: number, serverTime: number): void {
    const { words } = this.#pool;
    const event = obituaryOf(words, at, entity, serverTime, this.#dialect, this.#players);
    if (event !== null && this.#tell(event)) this.obituaries++;
  }

  popup(at: number, entity: number, serverTime: number): void {
    this.#tell(popupOf(this.#pool.words, at, entity, serverTime));
  }

  hit(hit: Hit): void {
    if (++this.#hitCount > this.#options.maxEvents) {
      this.isFull = true;
      return;
    }
    if (this.#options.onHit === null) this.hits.push(hit);
    else this.#options.onHit(hit);
  }

  /** A map ends here: events that still wait get the time of its last snapshot. */
  settle(): void {
    this.#release(this.#last ?? 0);
    const part = this.parts.at(-1);
    if (part !== undefined)
      this.parts[this.parts.length - 1] = {
        ...part,
        firstServerTime: this.#first,
        lastServerTime: this.#last,
      };
  }

  readonly #nameOf = (client: number): string | null => this.#players[client]?.name ?? null;

  /** A later part of the scoreboard belongs to the one just before. */
  #extendScores(part: Untimed<DemoEvent> & { type: "scores" }): boolean {
    const board = this.#waiting.at(-1);
    if (board?.type !== "scores") return false;
    this.#waiting[this.#waiting.length - 1] = {
      ...board,
      players: [...board.players, ...part.players],
    };
    return true;
  }

  #release(serverTime: number): void {
    for (const event of this.#waiting) this.#tell({ serverTime, ...event } as DemoEvent);
    this.#waiting = [];
  }

  /** False when there is no room for another event. */
  #tell(event: DemoEvent): boolean {
    if (++this.#told > this.#options.maxEvents) {
      this.isFull = true;
      return false;
    }
    if (this.#options.onEvent === null) this.events.push(event);
    else this.#options.onEvent(event);
    return true;
  }

  /** Keeps an event until its time is known. */
  #wait(event: Untimed<DemoEvent>): void {
    this.#waiting.push(event);
    if (this.#waiting.length > this.#options.maxEvents) this.isFull = true;
  }
}
