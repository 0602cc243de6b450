import type { NumberDefinition } from "@slomix/analytics";
import type {
  Activity,
  BadgeBoard,
  FoundPlayers,
  Health,
  Leaderboard,
  LeaderboardDefinition,
  MapDetail,
  MatchDetail,
  MatchEvents,
  PlayedMap,
  PlayerProfile,
  PlayerStanding,
  Roster,
  Season,
  SessionDetail,
  SessionReport,
  SessionSummary,
} from "@slomix/db";
import type * as v from "valibot";
import { expectTypeOf, it } from "vitest";
import type { ActivityShape } from "./activity.ts";
import type { BadgeBoardShape } from "./badge.ts";
import type { HealthShape } from "./health.ts";
import type { LeaderboardDefinitionShape, LeaderboardShape } from "./leaderboard.ts";
import type { MapDetailShape, PlayedMapShape } from "./map.ts";
import type { MatchDetailShape } from "./match.ts";
import type { MatchEventsShape } from "./match-events.ts";
import type { NumberDefinitionShape } from "./number.ts";
import type {
  FoundPlayersShape,
  PlayerProfileShape,
  PlayerStandingShape,
  RosterShape,
} from "./player.ts";
import type { SessionReportShape } from "./report.ts";
import type { SeasonShape } from "./season.ts";
import type { SessionDetailShape, SessionShape } from "./session.ts";

// Compared by the compiler: a key that the queries gain or lose fails the type check here.
type Frozen<T> = T extends readonly (infer Item)[]
  ? readonly Frozen<Item>[]
  : T extends object
    ? { readonly [Key in keyof T]: Frozen<T[Key]> }
    : T;
type Told<Shape extends v.GenericSchema> = Frozen<v.InferOutput<Shape>>;
type Stored<T> = Frozen<T>;

it("describes what the queries return, no more and no less", () => {
  expectTypeOf<Told<typeof SessionShape>>().toEqualTypeOf<Stored<SessionSummary>>();
  expectTypeOf<Told<typeof SessionDetailShape>>().toEqualTypeOf<Stored<SessionDetail>>();
  expectTypeOf<Told<typeof SessionReportShape>>().toEqualTypeOf<Stored<SessionReport>>();
  expectTypeOf<Told<typeof ActivityShape>>().toEqualTypeOf<Stored<Activity>>();
  expectTypeOf<Told<typeof SeasonShape>>().toEqualTypeOf<Stored<Season>>();
  expectTypeOf<Told<typeof MatchDetailShape>>().toEqualTypeOf<Stored<MatchDetail>>();
  expectTypeOf<Told<typeof MatchEventsShape>>().toEqualTypeOf<Stored<MatchEvents>>();
  expectTypeOf<Told<typeof FoundPlayersShape>>().toEqualTypeOf<Stored<FoundPlayers>>();
  expectTypeOf<Told<typeof RosterShape>>().toEqualTypeOf<Stored<Roster>>();
  expectTypeOf<Told<typeof BadgeBoardShape>>().toEqualTypeOf<Stored<BadgeBoard>>();
  expectTypeOf<Told<typeof PlayerProfileShape>>().toEqualTypeOf<Stored<PlayerProfile>>();
  expectTypeOf<Told<typeof PlayerStandingShape>>().toEqualTypeOf<Stored<PlayerStanding>>();
  expectTypeOf<Told<typeof MapDetailShape>>().toEqualTypeOf<Stored<MapDetail>>();
  expectTypeOf<Told<typeof MapDetailShape>>().toEqualTypeOf<Stored<MapDetail>>();
  expectTypeOf<Told<typeof PlayedMapShape>>().toEqualTypeOf<Stored<PlayedMap>>();
  expectTypeOf<Told<typeof NumberDefinitionShape>>().branded.toEqualTypeOf<
    Omit<Stored<NumberDefinition>, "ofTimeDead"> & { readonly measuredSince: string | null }
  >();
  expectTypeOf<Told<typeof LeaderboardDefinitionShape>>().branded.toEqualTypeOf<
    Stored<LeaderboardDefinition>
  >();
  expectTypeOf<Told<typeof LeaderboardShape>>().branded.toEqualTypeOf<Stored<Leaderboard>>();
  expectTypeOf<Omit<Told<typeof HealthShape>, "status" | "version">>().branded.toEqualTypeOf<
    Stored<Health>
  >();
});
