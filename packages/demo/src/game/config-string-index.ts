/** Where in the configstrings things stand. */
export const CONFIG_STRING = {
  serverInfo: 0,
  systemInfo: 1,
  voteTime: 6,
  voteText: 7,
  voteYes: 8,
  voteNo: 9,
  /** Server time at which the round began, moved by every pause. */
  levelStartTime: 11,
  intermissionQueued: 12,
  winner: 14,
  wolfInfo: 21,
  /** A mask of what the server has switched on. */
  serverToggles: 32,
  /** The first of 64 players. */
  players: 689,
} as const;
