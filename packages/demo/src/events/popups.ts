import { type Team, teamOf } from "../game/words.ts";
import { ENTITY_FIELD_AT } from "../states/entity-fields.ts";

const AT = ENTITY_FIELD_AT;

/** What a message of the game is about. */
export type PopupKind =
  | "dynamite"
  | "construction"
  | "mines"
  | "death"
  | "objective"
  | "destruction"
  | "team"
  | "other";

/** A message of the game in the corner of the screen: planted, built, destroyed, stolen, changed sides. */
export interface PopupEvent {
  readonly serverTime: number;
  readonly type: "popup";
  /** Number of the entity that told it. */
  readonly entity: number;
  readonly kind: PopupKind;
  /** Number of the kind. */
  readonly number: number;
  readonly team: Team | null;
  /** Who changed sides; null for other kinds. */
  readonly client: number | null;
}

const KINDS: Readonly<Record<number, PopupKind>> = {
  0: "dynamite",
  1: "construction",
  2: "mines",
  3: "death",
  5: "objective",
  6: "destruction",
  7: "team",
};

/** The message that a popup entity carries; `at` is where its state begins in the words. */
export function popupOf(
  words: Int32Array,
  at: number,
  entity: number,
  serverTime: number,
): PopupEvent {
  const number = words[at + AT.effect1Time] as number;
  const kind = KINDS[number] ?? "other";
  const team = teamOf(String(words[at + AT.effect2Time]));
  const client = kind === "team" ? (words[at + AT.effect3Time] as number) : null;
  return { serverTime, type: "popup", entity, kind, number, team, client };
}
