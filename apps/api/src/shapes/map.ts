import * as v from "valibot";
import { count, instant, text } from "./values.ts";

/** A map that was played. */
export const PlayedMapShape = v.pipe(
  v.object({
    map: v.pipe(text, v.description("Lower case.")),
    rounds: v.pipe(count, v.description("Rounds that count.")),
    matches: count,
    sessions: count,
    lastPlayed: instant,
  }),
  v.metadata({ ref: "PlayedMap" }),
);
