import type { Dialect } from "../game/dialect.ts";
import { MAX_CLIENTS } from "../limits.ts";
import { ENTITY_FIELD_AT } from "../states/entity-fields.ts";
import { PLAYER_FIELD_AT } from "../states/player-fields.ts";
import type { Snapshot } from "../states/snapshot.ts";
import { ENTITY_STRIDE, type StatePool } from "../states/state-pool.ts";
import type { Hit } from "./demo-event.ts";

const E = ENTITY_FIELD_AT;
const P = PLAYER_FIELD_AT;

/** Kind of entity: a player. */
export const ENTITY_PLAYER = 1;
/** Kinds of hit by their number. */
const HITS = [null, "team", "head", "body"] as const;
/** How many events the ring of an entity holds. */
const RING = 4;

/** Who is told what happens in a snapshot. `at` is where a state begins in the words of the pool. */
export interface SnapshotEventSink {
  obituary(at: number, entity: number, serverTime: number): void;
  popup(at: number, entity: number, serverTime: number): void;
  hit(hit: Hit): void;
}

/**
 * Finds what is new in a snapshot against the one before it, entity by entity.
 *
 * An event that everybody may see travels as an entity of its own that lives for about 300 ms. It is new
 * when its number was not there before, or was of another kind; the server may use a number again at once,
 * so an obituary is new too when it names other people or another means, and a bullet when it lies
 * elsewhere. The first snapshot's are all new. Waiting a while before a number counts again would lose
 * kills.
 *
 * Other events of a player stand in a ring of four, with a running number of 8 bits; they count from the
 * second snapshot on in which somebody is seen.
 */
export function findSnapshotEvents(
  snapshot: Snapshot,
  previous: Snapshot | null,
  pool: StatePool,
  dialect: Dialect,
  sink: SnapshotEventSink,
): void {
  const { words } = pool;
  const { numbers, states, count } = snapshot;
  const { events } = dialect;
  if (previous !== null && leansOn(snapshot, previous)) {
    const { changed, changedFrom, changedCount } = snapshot;
    for (let at = 0; at < changedCount; at++)
      judge(changed[at] as number, changedFrom[at] as number, snapshot, words, dialect, sink);
  } else {
    const oldNumbers = previous?.numbers ?? numbers;
    const oldStates = previous?.states ?? states;
    const oldCount = previous?.count ?? 0;
    let old = 0;
    for (let place = 0; place < count; place++) {
      const number = numbers[place] as number;
      while (old < oldCount && (oldNumbers[old] as number) < number) old++;
      const wasThere = old < oldCount && oldNumbers[old] === number;
      const oldState = wasThere ? (oldStates[old] as number) : -1;
      if (oldState !== states[place]) judge(place, oldState, snapshot, words, dialect, sink);
    }
  }
  if (previous === null || !events.playerHit) return;
  const [own, before] = [snapshot.player.words, previous.player.words];
  const client = own[P.clientNum] as number;
  if (client !== before[P.clientNum]) return;
  tellHits(own, 0, before, 0, P, client, events.playerHit, "playerState", snapshot, sink);
}

/** Whether a snapshot is a difference to that other one: then it knows itself what has changed. */
function leansOn({ sequence, deltaNum }: Snapshot, other: Snapshot): boolean {
  return deltaNum !== 0 && other.sequence === sequence - deltaNum;
}

/**
 * Tells what is new about the entity at a place of the snapshot, whose state was `oldState` before; −1: it was
 * not there.
 */
function judge(
  place: number,
  oldState: number,
  snapshot: Snapshot,
  words: Int32Array,
  dialect: Dialect,
  sink: SnapshotEventSink,
): void {
  const { firstEvent, events } = dialect;
  const { serverTime } = snapshot;
  const number = snapshot.numbers[place] as number;
  const at = (snapshot.states[place] as number) * ENTITY_STRIDE;
  const before = oldState * ENTITY_STRIDE;
  const kind = words[at] as number;
  const wasThere = oldState >= 0;
  if (kind < firstEvent) {
    if (wasThere && kind === ENTITY_PLAYER && number < MAX_CLIENTS && events.playerHit)
      tellHits(words, at, words, before, E, number, events.playerHit, "entity", snapshot, sink);
    return;
  }
  const isSame = wasThere && words[before] === kind;
  switch (kind - firstEvent) {
    case events.obituary: {
      const { victim, attacker, means } = dialect.obituary;
      if (
        !isSame ||
        words[at + victim] !== words[before + victim] ||
        words[at + attacker] !== words[before + attacker] ||
        words[at + means] !== words[before + means]
      )
        sink.obituary(at, number, serverTime);
      break;
    }
    case events.bullet:
      if (!isSame || !liesAlike(words, at, before)) tellBullet(words, at, dialect, snapshot, sink);
      break;
    case events.popup:
      if (!isSame) sink.popup(at, number, serverTime);
      break;
  }
}

/** Whether both entities are at the same place, to the bit. */
function liesAlike(words: Int32Array, a: number, b: number): boolean {
  for (let axis = E["pos.trBase[0]"]; axis <= E["pos.trBase[2]"]; axis++)
    if (words[a + axis] !== words[b + axis]) return false;
  return true;
}

function tellBullet(
  words: Int32Array,
  at: number,
  dialect: Dialect,
  { serverTime }: Snapshot,
  sink: SnapshotEventSink,
): void {
  const hit = HITS[words[at + E.modelindex] as number];
  if (!hit) return;
  const attacker = words[at + E.otherEntityNum] as number;
  const victim = words[at + dialect.bulletVictim] as number;
  const weapon = words[at + E.weapon] as number;
  sink.hit({ serverTime, attacker, hit, source: "bullet", victim, weapon });
}

/** The hits among the events that the ring got since `before`. `fields` tells where the ring stands. */
function tellHits(
  words: Int32Array,
  at: number,
  wordsBefore: Int32Array,
  before: number,
  fields: typeof E | typeof P,
  attacker: number,
  playerHit: number,
  source: "entity" | "playerState",
  { serverTime }: Snapshot,
  sink: SnapshotEventSink,
): void {
  const last = words[at + fields.eventSequence] as number;
  const fresh = Math.min(
    (last - (wordsBefore[before + fields.eventSequence] as number)) & 255,
    RING,
  );
  for (let number = last - fresh; number < last; number++) {
    const slot = number & (RING - 1);
    if (words[at + fields["events[0]"] + slot] !== playerHit) continue;
    const hit = HITS[words[at + fields["eventParms[0]"] + slot] as number];
    if (hit) sink.hit({ serverTime, attacker, hit, source });
  }
}
