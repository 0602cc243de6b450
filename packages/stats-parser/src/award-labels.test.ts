import { describe, expect, it } from "vitest";
import {
  AWARD_LABELS,
  awardLabel,
  ROUND_CATEGORY_ORDER,
  SESSION_CATEGORY_ORDER,
} from "./award-labels.ts";

/** By category, then by what an R2 file's value covers. */
const EXPECTED = {
  Combat: {
    cum: [
      "Most damage given",
      "Most damage received",
      "Most kills per minute",
      "Best K/D ratio",
      "Tank/Meatshield (Refuses to die)",
      "Most damage per minute",
    ],
  },
  "Deaths & Mayhem": {
    cum: ["Most teamkills", "Most selfkills", "Most deaths"],
    rnd: [
      "Most panzer deaths",
      "Mortarmagnet",
      "Most MG42 deaths",
      "Longest death spree",
      "Most mortar deaths",
    ],
  },
  Skills: {
    cum: [
      "Highest light weapons accuracy",
      "Highest headshot accuracy",
      "Most headshots",
      "Most bullets fired",
    ],
    rnd: [
      "Most doublekills",
      "Most multikills",
      "Quickest multikill w/ light weapons",
      "Most light weapon kills",
      "Most pistol kills",
      "Most rifle kills",
      "Most sniper kills",
      "Most knife kills",
      "Longest killing spree",
      "Most headshot kills",
    ],
  },
  Weapons: {
    rnd: [
      "Farthest riflenade kill",
      "Most riflenade kills",
      "Most air support kills",
      "Most mine kills",
      "Most grenade kills",
      "Most panzer kills",
      "Most mortar kills",
      "Most MG42 kills",
    ],
  },
  Teamwork: {
    cum: ["Most team damage given", "Most team damage received"],
    rnd: ["Most revives", "Most revived", "Most kill assists", "Most killsteals"],
  },
  Objectives: {
    cum: ["Most corpse gibs"],
    rnd: [
      "Most dynamites planted",
      "Most dynamites defused",
      "Most objectives stolen",
      "Most objectives returned",
    ],
  },
  Timing: {
    rnd: [
      "Most useless kills",
      "Most playtime denied",
      "Most useful kills (>Half respawn time left)",
    ],
    mixed: ["Full respawn king", "Least time dead (What spawn?)"],
  },
};

const rows = Object.entries(EXPECTED).flatMap(([category, scopes]) =>
  Object.entries(scopes).flatMap(([scope, labels]) =>
    labels.map((label) => [label, category, scope] as const),
  ),
);

describe("every label has its category and what its value covers", () => {
  it.each(rows)("%s: %s, %s", (label, category, scope) => {
    expect(awardLabel(label)).toMatchObject({ label, category, scope });
  });

  it("has no others, and none twice", () => {
    const labels = AWARD_LABELS.map((x) => x.label);
    expect(new Set(labels).size).toBe(labels.length);
    expect(labels.toSorted()).toEqual(rows.map(([label]) => label).toSorted());
  });
});

it("wants the label exactly: a player called `Most deaths lol` is no award", () => {
  expect(awardLabel("Most deaths lol")).toBeUndefined();
  expect(awardLabel("most deaths")).toBeUndefined();
  expect(awardLabel("Most deaths ")).toBeUndefined();
});

it("never adds up what covers both rounds already, a record, a ratio or a percentage", () => {
  for (const { label, scope, measure, additive } of AWARD_LABELS) {
    if (additive) {
      expect(scope, label).toBe("rnd");
      expect(["count", "s"], label).toContain(measure);
      expect(label).not.toMatch(/^(Longest|Quickest|Farthest|Highest|Best)/);
    }
  }
  expect(awardLabel("Most revives")?.additive).toBe(true);
  expect(awardLabel("Most playtime denied")?.additive).toBe(true);
  expect(awardLabel("Most damage given")?.additive).toBe(false);
  expect(awardLabel("Longest killing spree")?.additive).toBe(false);
});

it("orders all eight categories twice", () => {
  expect(ROUND_CATEGORY_ORDER.toSorted()).toEqual(SESSION_CATEGORY_ORDER.toSorted());
  expect(new Set(ROUND_CATEGORY_ORDER)).toEqual(new Set([...Object.keys(EXPECTED), "other"]));
});
