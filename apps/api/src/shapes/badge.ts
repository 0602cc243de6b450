import { BADGES } from "@slomix/analytics";
import * as v from "valibot";
import { amount, count, guid, text } from "./values.ts";

/** A scale of badges and who has come how far on it. */
export const BadgeBoardShape = v.pipe(
  v.object({
    category: v.picklist(BADGES.map(({ category }) => category)),
    label: text,
    rounds: v.pipe(count, v.description("Fewer rounds earn no badge of this scale.")),
    levels: v.pipe(
      v.array(
        v.pipe(
          v.object({
            threshold: amount,
            emoji: text,
            title: text,
            reached: v.pipe(
              count,
              v.description("Players who have reached it, or a higher one of the scale."),
            ),
            holders: v.pipe(count, v.description("Players whose highest it is.")),
          }),
          v.metadata({ ref: "HeldBadge" }),
        ),
      ),
      v.description("Lowest first."),
    ),
    leaders: v.pipe(
      v.array(
        v.pipe(
          v.object({
            guid,
            name: text,
            rawName: v.pipe(text, v.description("With colour codes.")),
            value: amount,
            title: v.pipe(text, v.description("The badge that this player holds.")),
          }),
          v.metadata({ ref: "BadgeLeader" }),
        ),
      ),
      v.description("Who has come furthest, at most three."),
    ),
  }),
  v.metadata({ ref: "BadgeBoard" }),
);
