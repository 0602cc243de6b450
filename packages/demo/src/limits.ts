// Sizes that the game's protocol fixes. A demo that breaks one of them is damaged.

/** Players on a server. */
export const MAX_CLIENTS = 64;
/** Entity numbers; the last two have a meaning of their own. */
export const MAX_ENTITIES = 1024;
/** The entity number that stands for the world, as an attacker for instance. */
export const WORLD = 1022;
/** Ends the list of entities in a snapshot. */
export const NO_ENTITY = 1023;
/** Configstrings. */
export const MAX_CONFIG_STRINGS = 1024;
/** Bytes of a message. */
export const MAX_MESSAGE_BYTES = 32_768;
/** Snapshots that a later one may be a difference to. */
export const SNAPSHOT_RING = 32;
/** Bytes of the mask that tells the visible areas of the map. */
export const MAX_AREA_BYTES = 32;
/** Characters of a server command. */
export const MAX_COMMAND_CHARACTERS = 1023;
/** Characters of one configstring in a gamestate. */
export const MAX_CONFIG_STRING_CHARACTERS = 8191;
/** Words of a command. */
export const MAX_COMMAND_WORDS = 256;
/** Bytes of all configstrings together that a client has room for. */
export const GAMESTATE_CHARACTERS = 16_000;
/** Bytes of all configstrings together that are read: four times what a client has room for. */
export const MAX_CONFIG_STRING_BYTES = 4 * GAMESTATE_CHARACTERS;
