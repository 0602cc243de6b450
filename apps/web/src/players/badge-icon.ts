import type { BadgeCategory } from "@slomix/analytics";
import type { IconName } from "../components/icon.tsx";

/** The drawing of each scale of badges. */
export const BADGE_ICONS: Readonly<Record<BadgeCategory, IconName>> = {
  kills: "cross",
  rounds: "watch",
  kd: "spree",
  revives: "medic",
  timesRevived: "up",
  dynamitesPlanted: "dyna",
  dynamitesDefused: "shield",
  objectives: "flag",
};

/** Decimals of what a scale counts. */
export const badgeDecimals = (category: BadgeCategory): number => (category === "kd" ? 2 : 0);
