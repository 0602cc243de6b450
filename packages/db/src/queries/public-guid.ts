/**
 * A GUID as JSON shows it. Bots share eight characters; the database adds a hash of the name to
 * keep them apart, which is left out here.
 */
export function publicGuid(guid: string, bot = guid.startsWith("OMNIBOT")): string {
  return bot ? guid.slice(0, 8) : guid;
}
