import * as v from "valibot";
import { amount, count, guid, roundNumber, side, text } from "./values.ts";

const atMs = v.pipe(count, v.description("Milliseconds since the round began."));
const share = v.nullable(v.pipe(v.number(), v.minValue(0), v.maxValue(1)));
const playerClass = v.picklist(["soldier", "medic", "engineer", "fieldops", "covertops"]);
const men = v.nullable(count);
const seconds = v.nullable(amount);
const weapon = v.pipe(v.nullable(text), v.description("The means of death in words."));

const EventPlayer = v.pipe(
  v.object({
    guid,
    name: text,
    rawName: v.pipe(text, v.description("With colour codes.")),
    side: v.pipe(
      v.nullable(side),
      v.description("In this round; null for who has no numbers in it, or stood on none."),
    ),
  }),
  v.metadata({ ref: "EventPlayer" }),
);

const EventKill = v.pipe(
  v.object({
    atMs,
    kind: v.picklist(["kill", "team_kill", "self_kill"]),
    killer: v.pipe(
      v.nullable(EventPlayer),
      v.description("Null: the world, or nobody who is known."),
    ),
    victim: EventPlayer,
    meansOfDeath: v.pipe(v.nullable(count), v.description("Its number in ET: Legacy.")),
    weapon,
    killerClass: v.nullable(playerClass),
    victimClass: v.nullable(playerClass),
    killerHealth: v.pipe(
      v.nullable(v.pipe(v.number(), v.integer())),
      v.description("HP that the killer had left; below zero when he had died before."),
    ),
    distance: v.pipe(v.nullable(amount), v.description("Between the two, game units.")),
    axisAlive: v.pipe(men, v.description("Men alive behind it.")),
    alliesAlive: men,
    killerReinforcementSeconds: v.pipe(
      seconds,
      v.description("Until the killer's side spawns next."),
    ),
    victimReinforcementSeconds: seconds,
  }),
  v.metadata({ ref: "EventKill" }),
);

const EventObjective = v.pipe(
  v.object({
    atMs,
    action: v.picklist([
      "planted",
      "defused",
      "destroyed",
      "repaired",
      "taken",
      "secured",
      "returned",
      "carrier_killed",
      "flag_captured",
      "escorted",
      "other",
    ]),
    objective: v.pipe(text, v.description("The map script's word for it; may be empty.")),
    player: v.nullable(EventPlayer),
    victim: v.pipe(
      v.nullable(EventPlayer),
      v.description("Who carried it, where a carrier was killed."),
    ),
    weapon,
  }),
  v.metadata({ ref: "EventObjective" }),
);

const EventRevive = v.pipe(
  v.object({ atMs, medic: EventPlayer, revived: EventPlayer }),
  v.metadata({ ref: "EventRevive" }),
);

const AliveStep = v.pipe(
  v.object({ atMs, axis: count, allies: count }),
  v.metadata({ ref: "AliveStep" }),
);

const EventHits = v.pipe(
  v.object({
    player: EventPlayer,
    hits: v.pipe(
      v.object({ head: count, arms: count, body: count, legs: count, none: count }),
      v.description("`none`: dead bodies, splash and first hits."),
    ),
    shares: v.pipe(
      v.object({ head: share, arms: share, body: share, legs: share }),
      v.description("Of the hits that have a region, 0–1."),
    ),
    damage: v.pipe(count, v.description("HP, all regions.")),
  }),
  v.metadata({ ref: "EventHits" }),
);

const EventClasses = v.pipe(
  v.object({
    player: EventPlayer,
    classes: v.pipe(
      v.array(v.object({ playerClass, side: v.nullable(side), seconds: amount, spawns: count })),
      v.description("Longest first."),
    ),
  }),
  v.metadata({ ref: "EventClasses" }),
);

const EventMovement = v.pipe(
  v.object({
    player: EventPlayer,
    distanceMeters: v.nullable(amount),
    spawnDistanceMeters: v.pipe(v.nullable(amount), v.description("Within 3 s of spawns.")),
    spawns: v.nullable(count),
    averageSpeed: v.pipe(v.nullable(amount), v.description("Game units a second.")),
    peakSpeed: v.nullable(amount),
    stanceSeconds: v.object({
      prone: seconds,
      crouch: seconds,
      mg: seconds,
      lean: seconds,
      carrying: seconds,
      escorting: seconds,
      disguised: seconds,
      sprint: seconds,
      turtle: seconds,
      downed: seconds,
    }),
    shovesGiven: v.nullable(count),
    shovesReceived: v.nullable(count),
  }),
  v.metadata({ ref: "EventMovement" }),
);

const RoundOfEvents = v.pipe(
  v.object({
    round: roundNumber,
    lengthMs: v.pipe(amount, v.description("From start to end, pauses in it.")),
    kills: v.array(EventKill),
    objectives: v.array(EventObjective),
    revives: v.array(EventRevive),
    openingKill: v.pipe(v.nullable(EventKill), v.description("The first kill of an enemy.")),
    alive: v.pipe(
      v.array(AliveStep),
      v.description("Men alive on both sides from each moment on, as the deaths tell."),
    ),
    hitRegions: v.array(EventHits),
    classes: v.array(EventClasses),
    movement: v.array(EventMovement),
  }),
  v.metadata({ ref: "RoundOfEvents" }),
);

/** What happened within the rounds of a match. */
export const MatchEventsShape = v.pipe(
  v.object({
    matchId: text,
    rounds: v.pipe(
      v.array(RoundOfEvents),
      v.description("By number, with empty lists where nothing is told."),
    ),
  }),
  v.metadata({ ref: "MatchEvents" }),
);
