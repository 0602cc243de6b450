import { stripColours } from "@slomix/stats-parser";
import { compareText } from "./counted-round.ts";
import { editDistance, leastEdits, letterSet } from "./edit-distance.ts";
import { foldName } from "./name-folding.ts";

/** How a name fits what was typed, best first: all of it, its beginning, a part of it, all but a letter or two. */
export type NameMatch = "exact" | "prefix" | "part" | "near";

/** Somebody who can be found. */
export interface Findable {
  readonly guid: string;
  /** Clean names, the present one first. */
  readonly names: readonly string[];
  /** End of the last round under any name. */
  readonly lastSeenMs: number;
  /** Rounds under all names. */
  readonly rounds: number;
}

/** Somebody who was found, and by which name. */
export interface NameHit<Player extends Findable> {
  readonly player: Player;
  readonly match: NameMatch;
  /** The name that fits best; null when the GUID does. */
  readonly name: string | null;
  /** Letters that are different: 0 but for `near`. */
  readonly distance: number;
  /** The very text, case aside, or a whole GUID: nothing had to be folded. */
  readonly literal: boolean;
}

interface Entry<Player extends Findable> {
  readonly player: Player;
  readonly name: string;
  readonly folded: string;
  readonly plain: string;
  readonly former: boolean;
  /** {@link letterSet} of what is folded. */
  readonly letters: number;
}

/** Everybody who can be found, folded once for many searches. */
export interface NameIndex<Player extends Findable> {
  readonly entries: readonly Entry<Player>[];
  /** Who played last is first. */
  readonly recent: readonly Player[];
}

/** What lies behind this in a text is not looked at. */
export const LONGEST_SEARCH = 64;

const CLASSES: readonly NameMatch[] = ["exact", "prefix", "part", "near"];

/** A GUID's beginning: fewer digits mean a name. */
const GUID_BEGINNING = /^[0-9a-f]{4,}$/i;

/** At most so many names are offered instead of nobody. */
const MOST_OFFERED = 3;

/** Prepares a search. The order of players does not matter. */
export function nameIndex<Player extends Findable>(players: readonly Player[]): NameIndex<Player> {
  return {
    entries: players.flatMap((player) =>
      [...new Set(player.names)].map((name) => {
        const folded = foldName(name);
        return {
          player,
          name,
          folded,
          plain: plainText(name),
          former: name !== player.names[0],
          letters: letterSet(folded),
        };
      }),
    ),
    recent: [...players].sort(byPlay),
  };
}

/**
 * Who is meant by a name, a former name, a part or a misspelling of one, or by the beginning of a GUID
 * (from four digits up; of a whole one, 32 digits, the first eight count). Names are compared as
 * {@link foldName} has them, and so that a text with colour codes finds the name without. What folds to
 * nothing is looked for as it stands, case aside.
 *
 * A name may be off by two letters, by one when fewer than five are typed, by none below three. Best
 * class first, then the smaller distance, a name that is the very text, a present name before a former
 * one, who played last, who played most; one hit a player. A text without anything finds nobody.
 */
export function findByName<Player extends Findable>(
  index: NameIndex<Player>,
  text: string,
  limit: number,
): NameHit<Player>[] {
  const best = new Map<Player, Ranked<Player>>();
  const wanted = readings(text);
  // Whoever is near stands behind the others: not looked for when there are enough.
  for (const rank of [rankOf, rankOfNear])
    if (rank === rankOf || best.size < limit)
      for (const entry of index.entries) {
        const ranked = rank(entry, wanted);
        const other = best.get(entry.player);
        if (ranked && (!other || isBetter(ranked, other))) best.set(entry.player, ranked);
      }
  return hitsOf(best, limit);
}

/**
 * The hit that is meant: the only one of the best class. Of several exact ones the only one that is the
 * very text, else the only one who bears the name at present. Null when it is not clear.
 */
export function clearHit<Player extends Findable>(
  hits: readonly NameHit<Player>[],
): NameHit<Player> | null {
  const [first] = hits;
  if (!first) return null;
  const rivals = hits.filter(({ match }) => match === first.match);
  if (rivals.length === 1) return first;
  if (first.match !== "exact") return null;
  const literal = rivals.filter((hit) => hit.literal);
  const closest = literal.length > 0 ? literal : rivals;
  if (closest.length === 1) return first;
  const present = closest.filter(({ player, name }) => name === null || name === player.names[0]);
  return present.length === 1 ? (present[0] ?? null) : null;
}

/** Who bears the names most like a text that finds nobody, nearest first, at most three. */
export function nearestNames<Player extends Findable>(
  index: NameIndex<Player>,
  text: string,
): NameHit<Player>[] {
  const best = new Map<Player, Ranked<Player>>();
  for (const reading of readings(text)) {
    const most = looseBound(reading.folded.length);
    if (most === 0) continue;
    for (const entry of index.entries) {
      const distance = distanceTo(entry, reading, most);
      if (distance > most) continue;
      const ranked = { ...entry, grade: NEAR, distance, loose: 1 };
      const other = best.get(entry.player);
      if (!other || isBetter(ranked, other)) best.set(entry.player, ranked);
    }
  }
  return hitsOf(best, MOST_OFFERED);
}

function hitsOf<Player extends Findable>(
  best: ReadonlyMap<Player, Ranked<Player>>,
  limit: number,
): NameHit<Player>[] {
  return [...best.values()]
    .sort((a, b) => byRank(a, b) || byPlay(a.player, b.player))
    .slice(0, limit)
    .map(({ player, grade, name, distance, loose }) => ({
      player,
      match: CLASSES[grade] ?? "near",
      name,
      distance,
      literal: grade === EXACT && loose === 0,
    }));
}

/** A text as it may be meant: without colour codes, or as it stands. */
interface Reading {
  /** Empty: only the plain text is compared. */
  readonly folded: string;
  readonly letters: number;
  readonly plain: string;
  /** Of a GUID, upper case; null: it can be none. */
  readonly guid: string | null;
}

interface Ranked<Player extends Findable> {
  readonly player: Player;
  /** Place among the classes. */
  readonly grade: number;
  readonly distance: number;
  /** 0: a GUID, or the very text; 1: the same letters. */
  readonly loose: number;
  readonly former: boolean;
  readonly name: string | null;
}

const [EXACT, PREFIX, PART, NEAR] = [0, 1, 2, 3];

function readings(text: string): Reading[] {
  const typed = text.trim().slice(0, LONGEST_SEARCH);
  const clean = stripColours(typed).trim();
  const folded = foldName(clean);
  const all: Reading[] = [
    { folded, letters: letterSet(folded), plain: plainText(clean), guid: guidOf(clean) },
  ];
  // A name can hold carets: what may be codes is looked for as it stands, too.
  if (clean !== typed) all.push({ folded: "", letters: 0, plain: plainText(typed), guid: null });
  return all.filter(({ plain }) => plain !== "");
}

function guidOf(text: string): string | null {
  if (!GUID_BEGINNING.test(text)) return null;
  return (text.length === 32 ? text.slice(0, 8) : text).toUpperCase();
}

const plainText = (text: string) => text.trim().toLowerCase();

function rankOf<Player extends Findable>(
  entry: Entry<Player>,
  wanted: readonly Reading[],
): Ranked<Player> | null {
  let best: Ranked<Player> | null = null;
  for (const { folded, letters, plain, guid } of wanted) {
    if (guid !== null && entry.player.guid.startsWith(guid))
      return {
        player: entry.player,
        grade: entry.player.guid === guid ? EXACT : PREFIX,
        distance: 0,
        loose: 0,
        former: false,
        name: null,
      };
    if ((letters & ~entry.letters) !== 0) continue;
    const grade = folded === "" ? gradeOf(entry.plain, plain) : gradeOf(entry.folded, folded);
    if (grade === null) continue;
    const loose = grade === EXACT && entry.plain === plain ? 0 : 1;
    const ranked = { ...entry, grade, distance: 0, loose };
    if (!best || isBetter(ranked, best)) best = ranked;
  }
  return best;
}

function gradeOf(name: string, wanted: string): number | null {
  const at = name.indexOf(wanted);
  if (at < 0) return null;
  return at > 0 ? PART : name.length === wanted.length ? EXACT : PREFIX;
}

function rankOfNear<Player extends Findable>(
  entry: Entry<Player>,
  wanted: readonly Reading[],
): Ranked<Player> | null {
  let best: Ranked<Player> | null = null;
  for (const reading of wanted) {
    const most = nearBound(reading.folded.length);
    const distance = most === 0 ? 1 : distanceTo(entry, reading, most);
    if (distance > most || (best && best.distance <= distance)) continue;
    best = { ...entry, grade: NEAR, distance, loose: 1 };
  }
  return best;
}

/** Edits between what was typed and a name; more than `most` when they are further apart, or the name folds to nothing. */
function distanceTo(
  { folded, letters }: Pick<Entry<Findable>, "folded" | "letters">,
  wanted: Reading,
  most: number,
): number {
  if (folded === "" || leastEdits(wanted.letters, letters) > most) return most + 1;
  return editDistance(wanted.folded, folded, most);
}

/** So many letters may be different. */
const nearBound = (letters: number) => (letters < 3 ? 0 : letters < 5 ? 1 : 2);

/** So many where a name is only offered: one more, and up to half of them, but never more than four. */
const looseBound = (letters: number) =>
  letters === 0 ? 0 : Math.min(4, Math.max(nearBound(letters) + 1, Math.floor(letters / 2)));

const byRank = <Player extends Findable>(a: Ranked<Player>, b: Ranked<Player>): number =>
  a.grade - b.grade ||
  a.distance - b.distance ||
  a.loose - b.loose ||
  Number(a.former) - Number(b.former);

/** Of two names of one player. */
const isBetter = <Player extends Findable>(a: Ranked<Player>, b: Ranked<Player>): boolean =>
  (byRank(a, b) || compareText(a.name ?? "", b.name ?? "")) < 0;

const byPlay = (a: Findable, b: Findable): number =>
  b.lastSeenMs - a.lastSeenMs || b.rounds - a.rounds || compareText(a.guid, b.guid);
