import * as v from "valibot";
import { day, text } from "./values.ts";

/** A number, explained. */
export const NumberDefinitionShape = v.pipe(
  v.object({
    key: text,
    group: v.picklist(["fighting", "aim", "team", "time", "score"]),
    label: text,
    unit: text,
    meaning: text,
    formula: v.pipe(text, v.description("How several rounds make one number.")),
    source: v.pipe(text, v.description("The part of the game server's files it is read from.")),
    measuredSince: v.pipe(
      v.nullable(day),
      v.description("Day of the first round that measures it; null: all rounds do, or none."),
    ),
  }),
  v.metadata({ ref: "NumberDefinition" }),
);
