// Numbers of the game as words.

/** What somebody plays for. */
export type Team = "free" | "axis" | "allies" | "spectator";
/** What somebody plays. */
export type PlayerClass = "soldier" | "medic" | "engineer" | "fieldops" | "covertops";
/** What is going on. `countdown` is the last part of the warmup, `waiting` is for players. */
export type GameState =
  | "initialise"
  | "playing"
  | "countdown"
  | "warmup"
  | "intermission"
  | "waiting"
  | "reset";

const TEAMS: readonly Team[] = ["free", "axis", "allies", "spectator"];
const CLASSES: readonly PlayerClass[] = ["soldier", "medic", "engineer", "fieldops", "covertops"];
const STATES: readonly GameState[] = [
  "initialise",
  "playing",
  "countdown",
  "warmup",
  "intermission",
  "waiting",
  "reset",
];

/** Team by its number; null for what is none. */
export function teamOf(text: string | undefined): Team | null {
  return TEAMS[whole(text)] ?? null;
}

/** Class by its number; null for what is none. */
export function classOf(text: string | undefined): PlayerClass | null {
  return CLASSES[whole(text)] ?? null;
}

/** State of the game by its number, from −1 on; null for what is none. */
export function gameStateOf(text: string | undefined): GameState | null {
  return STATES[whole(text) + 1] ?? null;
}

/** A whole number at the beginning of a text; NaN where there is none. */
export function whole(text: string | undefined): number {
  return Number.parseInt(text ?? "", 10);
}
