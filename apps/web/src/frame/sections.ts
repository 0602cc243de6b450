import type { IconName } from "../components/icon.tsx";

/** A main section of the site. */
export interface Section {
  readonly to: string;
  /** As the top navigation says it. */
  readonly label: string;
  /** As the tab bar says it. */
  readonly short: string;
  readonly icon: IconName;
  /** Paths that belong to the section, by their beginning. */
  readonly covers: readonly string[];
}

/** What the navigation offers, in its order. */
export const sections: readonly Section[] = [
  { to: "/", label: "Home", short: "Home", icon: "home", covers: [] },
  {
    to: "/sessions",
    label: "Sessions",
    short: "Sessions",
    icon: "list",
    covers: ["/sessions", "/matches", "/maps"],
  },
  {
    to: "/players",
    label: "Players",
    short: "Players",
    icon: "user",
    covers: ["/players", "/badges"],
  },
  {
    to: "/leaderboards",
    label: "Leaderboards",
    short: "Ranks",
    icon: "rank",
    covers: ["/leaderboards", "/compare"],
  },
  { to: "/about", label: "How numbers are made", short: "About", icon: "info", covers: ["/about"] },
];

/** Whether a path lies in a section. */
export const isIn = (section: Section, path: string): boolean =>
  path === section.to ||
  section.covers.some((start) => path === start || path.startsWith(`${start}/`));
