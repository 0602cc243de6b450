import { writeSearch } from "../frame/search-text.ts";

/** Parts of an address behind its `?`; what is undefined is left out. */
type Parts = Readonly<Record<string, string | number | undefined>>;

const part = encodeURIComponent;

/** A player's page. */
export const playerPath = (guid: string): string => `/players/${part(guid)}`;

/** A session's page. */
export const sessionPath = (id: number | string): string => `/sessions/${part(id)}`;

/** A match's page. */
export const matchPath = (matchId: string): string => `/matches/${part(matchId)}`;

/** A map's page. */
export const mapPath = (map: string): string => `/maps/${part(map)}`;

/** Two players side by side. */
export const comparePath = (players: Parts): string => `/compare${writeSearch(players)}`;

/** The sessions that fit a filter. */
export const sessionsPath = (filter: Parts): string => `/sessions${writeSearch(filter)}`;

/** A leaderboard. */
export const leaderboardPath = (filter: Parts): string => `/leaderboards${writeSearch(filter)}`;
