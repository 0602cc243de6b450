import * as v from "valibot";

/** Whole number, 0 or above. */
export const count = v.pipe(v.number(), v.integer(), v.minValue(0));

/** A measured amount, 0 or above. */
export const amount = v.pipe(v.number(), v.minValue(0));

/** The one time that is shown of a round. */
export const shownTime = v.pipe(
  v.nullable(count),
  v.description("Time of the round on the server's clock, as it is shown; null: not known."),
);

/** What a round lasted, with fractions. */
export const measuredTime = v.pipe(
  v.nullable(amount),
  v.description("Play time without pauses as it was measured, for rates."),
);

/** 0 to 100. */
export const percent = v.pipe(v.number(), v.minValue(0), v.maxValue(100));

export const text = v.string();

/** An instant, ISO 8601 in UTC. */
export const instant = v.pipe(v.string(), v.isoTimestamp());

/** A day, `YYYY-MM-DD`. */
export const day = v.pipe(v.string(), v.isoDate());

/** Eight characters, upper case; longer where two humans share them. */
export const guid = v.pipe(
  v.string(),
  v.description("Eight characters, upper case; longer where two humans share them."),
);

/** A side of the map. */
export const side = v.pipe(v.picklist([1, 2]), v.description("1 Axis, 2 Allies."));

/** A team of the session. */
export const letter = v.picklist(["A", "B"]);

/** A team of the session, or neither. */
export const draw = v.picklist(["A", "B", "draw"]);

/** Round 1 or Round 2. */
export const roundNumber = v.picklist([1, 2]);
