/** Operations of a server message, by the byte that begins each. */
export const OPERATION = {
  nop: 1,
  gamestate: 2,
  configString: 3,
  baseline: 4,
  serverCommand: 5,
  download: 6,
  snapshot: 7,
  end: 8,
  ettvPlayerStates: 9,
  ettvCurrentState: 10,
  /** Not an operation: begins the part that ETTV adds to each entity. */
  ettvSharedState: 0x77,
} as const;
