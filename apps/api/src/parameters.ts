import { LONGEST_SEARCH, WEAPON_CLASSES } from "@slomix/analytics";
import { PERIODS, ROSTER_ORDERS } from "@slomix/db";
import * as v from "valibot";

// Every message here goes to the client, and valibot's own would repeat the input: each check names one.

/** Parameters by name. */
export const parameters = <Entries extends v.ObjectEntries>(entries: Entries) =>
  v.object(entries, "needed");

/** Control characters, NUL among them, and lone surrogates: PostgreSQL can store neither kind. */
const unstorable = /[\p{Cc}\p{Surrogate}]/u;

const text = (what: string, max: number) =>
  v.pipe(
    v.string(`one ${what}`),
    v.check((value) => !unstorable.test(value), `${what} without control characters`),
    v.maxLength(max, `${what} of at most ${max} characters`),
  );

/** A whole number as text, moved into `min…max` when it lies outside. */
const clamped = (min: number, max: number, standard: number, description: string) =>
  v.optional(
    v.pipe(
      v.string("one whole number"),
      v.regex(/^\d{1,15}$/, "a whole number, 0 or above"),
      v.metadata({ type: "integer", pattern: undefined, minimum: min, maximum: max, description }),
      v.transform((digits) => Math.min(max, Math.max(min, Number(digits)))),
    ),
    String(standard),
  );

/** A day of the calendar, `YYYY-MM-DD`. */
const day = (description: string) =>
  v.optional(
    v.pipe(
      v.string("one date"),
      v.regex(/^\d{4}-\d{2}-\d{2}$/, "a date like 2025-03-30"),
      v.check(isDay, "a date that exists, from 2003 to 2199"),
      v.metadata({ format: "date", pattern: undefined, description }),
    ),
  );

function isDay(value: string): boolean {
  const at = new Date(`${value}T00:00:00Z`);
  const year = Number(value.slice(0, 4));
  return (
    !Number.isNaN(at.getTime()) && at.toISOString().startsWith(value) && year >= 2003 && year < 2200
  );
}

/** How many entries a page holds: 1 to 100, `standard` when nothing is asked. */
export const limitOf = (standard: number) =>
  clamped(1, 100, standard, "At most this many; more than 100 means 100.");

/** Page of a list: `limit` 1–100, `offset` 0–10,000; larger numbers are moved to the bound. */
export const pageEntries = {
  limit: limitOf(20),
  offset: clamped(0, 10_000, 0, "Leave out this many first."),
};

/** First and last day of a stretch, both included. */
export const dayEntries = {
  from: day("From this day on (the server's local date)."),
  to: day("Up to and including this day."),
};

/** A stretch of days that ends with the newest round. */
export const periodEntry = v.optional(
  v.pipe(
    v.picklist(PERIODS, `one of ${PERIODS.join(", ")}`),
    v.description(
      "The season of the newest round, the 365, 90 or 30 days up to it, or everything.",
    ),
  ),
);

/** A stretch of time up to the newest round, or to `asOf`. */
export const boardPeriodEntry = v.optional(
  v.pipe(
    v.string("one period"),
    v.regex(
      /^(?:season|all|[1-9]\d{0,3}d|[1-9]\d{3}-Q[1-4])$/,
      `one of ${PERIODS.join(", ")}, or a season like 2025-Q4`,
    ),
    v.description(
      "The season of the newest round or another one (`2025-Q4`), so many days up to it (`90d`), or everything.",
    ),
  ),
);

/** The instant that days count back from, and after which no round is looked at. */
export const asOfEntry = v.optional(
  v.pipe(
    v.string("one instant"),
    v.isoTimestamp("an instant like 2026-01-31T22:00:00Z"),
    v.transform((value) => Date.parse(value)),
    v.check((at) => Number.isFinite(at), "an instant that exists"),
    v.metadata({ type: "string", format: "date-time" }),
    v.description("As it stood then; the newest round if absent."),
  ),
);

/** The side that was stood on: rounds on the other one are left out. */
export const sideEntry = v.optional(
  v.pipe(
    v.picklist(["axis", "allies"], "axis or allies"),
    v.description("Rounds on this side only."),
  ),
);

/** A class of weapons. */
export const weaponClassEntry = v.optional(
  v.pipe(
    v.picklist(
      WEAPON_CLASSES.map(({ key }) => key),
      `one of ${WEAPON_CLASSES.map(({ key }) => key).join(", ")}`,
    ),
    v.description("Only what was done with these weapons; not every metric tells them apart."),
  ),
);

/** A map by its name, in any case. */
export const mapName = v.pipe(
  text("map name", 64),
  v.nonEmpty("map name"),
  v.description("This map, in any case."),
);

/** Narrows to a map. */
export const mapEntry = v.optional(mapName);

/** A player's GUID as the statistics know it. */
export const guid = v.pipe(
  v.string("one GUID"),
  v.regex(/^[0-9A-Za-z]{1,40}$/, "a GUID: 1 to 40 letters and digits"),
  v.transform((value) => value.toUpperCase()),
);

/** The number of a gaming session, or `last`. */
export const sessionId = v.pipe(
  v.string("one session number"),
  v.regex(/^(?:last|\d{1,19})$/, "a session number or `last`"),
  v.metadata({ description: "Number of the session, or `last` for the newest." }),
  v.transform((value) => (value === "last" ? ("last" as const) : Number(value))),
);

/** What identifies a match: start of Round 1 and map. */
export const matchId = v.pipe(
  text("match id", 128),
  v.nonEmpty("match id"),
  v.description("As in a session's `matches`, e.g. `2025-01-02-203412-supply`."),
);

/** What is searched for among names and GUIDs; nothing when it is absent. */
export const searchText = v.optional(
  v.pipe(
    text("search text", LONGEST_SEARCH),
    v.description(
      "A present or former name, a part or a misspelling of one, or a GUID's beginning.",
    ),
  ),
  "",
);

/** What the roster is sorted by; with `.up` the other way round. */
export const rosterOrder = v.optional(
  v.pipe(
    v.picklist(
      ROSTER_ORDERS.flatMap((order) => [order, `${order}.up` as const]),
      `one of ${ROSTER_ORDERS.join(", ")}, or one of them with .up`,
    ),
    v.description("Most first, names from A; with `.up` the other way round."),
  ),
  "lastPlayed",
);

/** Rounds that a player must have played to be ranked. */
export const minRounds = v.optional(
  v.pipe(
    v.string("one whole number"),
    v.regex(/^\d{1,15}$/, "a whole number, 0 or above"),
    v.metadata({
      type: "integer",
      pattern: undefined,
      minimum: 1,
      description: "Rank players from this many rounds up; the metric's own minimum if absent.",
    }),
    v.transform((digits) => Math.min(1_000_000, Math.max(1, Number(digits)))),
  ),
);

/** The name of a leaderboard. */
export const metric = v.pipe(
  v.string("one metric"),
  v.regex(/^[A-Za-z0-9_-]{1,40}$/, "the name of a leaderboard"),
  v.description("One of /api/leaderboards."),
);

/** The stretch of an activity calendar. */
export const activityDays = clamped(1, 366, 365, "So many days up to the newest; 1 to 366.");

/** A season, or `last`. */
export const seasonId = v.pipe(
  v.string("one season"),
  v.regex(/^(?:last|\d{4}-Q[1-4])$/, "a season like 2026-Q1, or `last`"),
  v.description("Season like `2026-Q1`, or `last` for the one in which was played last."),
);
