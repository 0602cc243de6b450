// Reading: a whole file, or one that comes in pieces.

export type { Demo, DemoCounts, DemoPart, DemoPlayer } from "./demo.ts";
export { DemoReader, MAX_DEMO_BYTES, type ReadOptions, readDemo } from "./demo-reader.ts";
export type { Positions } from "./positions.ts";
export * from "./result.ts";
export type { SnapshotCopy, SnapshotView } from "./snapshot-view.ts";
export type { DemoEnd } from "./stream/frames.ts";

// Writing: a stretch of a demo, or a demo from nothing.

export { type Cut, cutDemo } from "./cut/cut-demo.ts";
export { type CutReport, DemoCutter } from "./cut/demo-cutter.ts";
export { type Moment, parseMoment, type Stretch, stretchOf } from "./cut/moment.ts";
export { DemoBuilder, type GamestateValues, type SnapshotValues } from "./write/demo-builder.ts";
export type { EntityValues, PlayerValues } from "./write/set-values.ts";

// What happens in a demo.

export type * from "./events/demo-event.ts";
export type { PopupEvent, PopupKind } from "./events/popups.ts";
export type { PlayerScore, ScoresEvent } from "./events/scores.ts";
export type { StatsTotals, WeaponStats, WeaponStatsEvent } from "./events/weapon-stats.ts";

// Words and numbers of the game.

export { CLASSIC_MEANS, LEGACY_MEANS, type MeansOfDeath } from "./game/means-of-death.ts";
export { STATS_WEAPONS, WEAPONS } from "./game/weapons.ts";
export type { GameState, PlayerClass, Team } from "./game/words.ts";
export { WORLD } from "./limits.ts";

// Fields of the states in a snapshot.

export { ENTITY_FIELDS, type EntityField } from "./states/entity-fields.ts";
export {
  PLAYER_FIELDS,
  PLAYER_LISTS,
  type PlayerField,
  type PlayerList,
} from "./states/player-fields.ts";

// Uploads: whether to let a file in.

export {
  type CheckedUpload,
  checkUpload,
  UPLOAD_HEAD_BYTES,
  UPLOAD_RULES,
  type Upload,
  type UploadRules,
} from "./upload/check-upload.ts";
