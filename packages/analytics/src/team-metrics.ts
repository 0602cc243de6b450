import type { SumKey } from "./counters.ts";
import { type Metric, perRound, total } from "./metric.ts";

const OBJECTIVES: readonly SumKey[] = [
  "objectivesCompleted",
  "objectivesDestroyed",
  "objectivesStolen",
  "objectivesReturned",
  "dynamitesPlanted",
  "dynamitesDefused",
];

/** What is done for the team and for the map, and what goes wrong. */
export const TEAM_METRICS = {
  // Team and objectives.
  revives: total(["revivesGiven"], { label: "Revives", meaning: "Team mates revived." }),
  revivesPerRound: perRound(["revivesGiven"], {
    label: "Revives per round",
    meaning: "Team mates revived for each round.",
  }),
  timesRevived: total(["timesRevived"], {
    label: "Times revived",
    meaning: "How often a medic revived this player.",
    direction: "none",
  }),
  gibs: total(["gibs"], {
    label: "Gibs",
    meaning: "Enemies gibbed, as a corpse or by the kill itself.",
  }),
  gibsPerRound: perRound(["gibs"], {
    label: "Gibs per round",
    meaning: "Enemies gibbed for each round.",
  }),
  objectives: total(OBJECTIVES, {
    label: "Objectives",
    meaning: "Objectives completed, destroyed, stolen and returned, dynamites planted and defused.",
  }),
  objectivesPerRound: perRound(OBJECTIVES, {
    label: "Objectives per round",
    meaning: "Objectives and dynamites for each round.",
  }),
  objectivesStolen: total(["objectivesStolen"], {
    label: "Objectives stolen",
    meaning: "Objectives taken.",
  }),
  objectivesReturned: total(["objectivesReturned"], {
    label: "Objectives returned",
    meaning: "Objectives brought back.",
  }),
  dynamitesPlanted: total(["dynamitesPlanted"], {
    label: "Dynamites planted",
    meaning: "Dynamites armed.",
  }),
  dynamitesDefused: total(["dynamitesDefused"], {
    label: "Dynamites defused",
    meaning: "Dynamites disarmed.",
  }),
  constructions: total(["constructions"], {
    label: "Constructions",
    meaning: "Things built or repaired.",
  }),
  xp: total(["xp"], { label: "XP", unit: "XP", meaning: "The engine's own score." }),

  // Mishaps.
  selfKills: total(["selfKills"], {
    label: "Self-kills",
    meaning: "Suicides: /kill, falls, own explosives.",
    direction: "none",
  }),
  fullSelfKills: total(["fullSelfKills"], {
    label: "Full self-kills",
    meaning: "Self-kills with almost the whole wait for the next spawn ahead.",
    direction: "low",
  }),
  teamKills: total(["teamKills"], {
    label: "Team kills",
    meaning: "Team mates killed.",
    direction: "low",
  }),
} as const satisfies Record<string, Omit<Metric, "key">>;
